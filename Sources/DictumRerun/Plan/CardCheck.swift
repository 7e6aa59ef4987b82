import DictumModel

/// Whether a card can be planned: its numbers, its counts, the place of its metrics.
struct CardCheck {
  let card: ModelCard

  /// More tasks than any table of results could show.
  static let maximumTasks = 100_000

  /// Throws the first thing that is wrong.
  func run() throws(RerunError) {
    let limits = card.limits
    // Above these a limit is none, and its conversion to bytes or whole seconds could overflow.
    let numbers: [(String, Bool)] =
      [
        ("limits.wall_s", limits.wallSeconds > 0 && limits.wallSeconds <= 1e7),
        ("limits.cpu_s", limits.cpuSeconds > 0 && limits.cpuSeconds <= 1e7),
        ("limits.mem_mb", (1...(1 << 30)).contains(limits.memoryMiB)),
        ("limits.out_mb", (1...(1 << 30)).contains(limits.outputMiB)),
        ("limits.processes", (1...100_000).contains(limits.processes)),
      ] + card.params.map { ("params." + $0.key, $0.value.isFinite) }
      + card.expectations.map {
        ("expectation " + $0.id, $0.value.isFinite && $0.margin.isFinite && $0.margin >= 0)
      }
    if let bad = numbers.sorted(by: { $0.0 < $1.0 }).first(where: { !$0.1 }) {
      throw .badNumber(model: card.id, field: bad.0)
    }
    if let count = card.seeds?.replicates, !(1...10_000).contains(count) {
      throw .badReplicates(model: card.id, count: count)
    }
    let points = card.sweep.reduce(1) { product, axis in
      min(product.multipliedReportingOverflow(by: axis.values.count).partialValue, Int(Int32.max))
    }
    let seeds = card.seeds.map { max($0.maximum, $0.replicates) } ?? 1
    var runs = points * (card.controls.count + 1)
    // A control runs only where it has something to break.
    if runs <= 100 * Self.maximumTasks {
      runs = card.controls.reduce(points) { $0 + card.points(of: $1).count }
    }
    let count = runs * min(seeds, 10_000)
    guard points > 0, count <= Self.maximumTasks else {
      throw .badTaskCount(model: card.id, count: count, maximum: Self.maximumTasks)
    }
    let file = card.metrics.file
    let parts = file.split(separator: "/")
    if file.hasPrefix("/") || parts.isEmpty || parts.contains("..") || file.utf8.contains(0) {
      throw .badMetricsFile(model: card.id, path: file)
    }
  }
}

extension ParamValue {
  /// Whether every number in it is one that JSON can say.
  fileprivate var isFinite: Bool {
    var values = [self]
    while let value = values.popLast() {
      switch value {
      case .double(let number): if !number.isFinite { return false }
      case .list(let items): values += items
      case .map(let items): values += items.values
      case .null, .bool, .int, .string: break
      }
    }
    return true
  }
}
