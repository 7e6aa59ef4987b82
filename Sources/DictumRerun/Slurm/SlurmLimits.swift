/// How large a job the cluster takes.
struct SlurmLimits: Hashable, Sendable {
  /// How many elements a job array may have.
  var elements: Int

  /// The longest time of a job, minutes; `nil` for no limit.
  var minutes: Int?

  /// The names of the nodes a job may run on, as Slurm shortens them: `node[01-16]`.
  var nodes: String

  /// The limits in what `scontrol show config` and `scontrol -o show partition` print, for the
  /// partition named or the default one.
  init(config: String, partitions: String, partition: String?) {
    let lines = config.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1) }
    let size = lines.first { $0.count == 2 && $0[0].filter { $0 != " " } == "MaxArraySize" }
      .flatMap { Int($0[1].filter { $0 != " " }) }
    // MaxArraySize is one more than the largest number; the default is 1001.
    elements = max(1, size ?? 1001)
    var chosen: [Substring] = []
    for line in partitions.split(separator: "\n") {
      let words = line.split(separator: " ")
      let isChosen =
        partition.map { name in words.contains { $0 == "PartitionName=" + name } }
        ?? words.contains("Default=YES")
      if isChosen { chosen = words }
    }
    func value(_ key: String) -> Substring? {
      chosen.first { $0.hasPrefix(key + "=") }.map { $0.dropFirst(key.count + 1) }
    }
    minutes = value("MaxTime").flatMap(Self.minutes)
    nodes = String(value("Nodes") ?? "")
  }

  /// The minutes in `UNLIMITED`, `01:30:00` or `7-00:00:00`; a minute begun counts as none.
  static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: "-")
    guard let clock = parts.last, parts.count <= 2 else { return nil }
    let numbers = clock.split(separator: ":").map { Int($0) }
    guard numbers.count == 3, let hours = numbers[0], let minutes = numbers[1] else { return nil }
    let days = parts.count == 2 ? Int(parts[0]) ?? 0 : 0
    return (days * 24 + hours) * 60 + minutes
  }
}
