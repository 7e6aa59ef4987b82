/// What the scheduler says of one element of a job array.
struct SlurmElement: Hashable, Sendable {
  /// Its state in Slurm's words: `RUNNING`, `NODE_FAIL`.
  var state: String

  /// Why it is in that state: `Resources`, `NodeDown`; `None` for nothing to say.
  var reason: String

  /// Its exit status and signal, `1:0`; empty when they were not asked for.
  var exit = ""

  /// The node it runs or ran on; empty before it starts.
  var node = ""

  /// Whether it is over.
  ///
  /// A state that is not known counts as not over: an end is never invented.
  var isOver: Bool {
    // Newer versions join a state and its flags by a comma or a plus.
    let words = state.split { $0 == "," || $0 == "+" }
    return !words.isEmpty && words.allSatisfy { Self.ends.contains(String($0)) }
  }

  /// The states of the manual page of squeue in which nothing more will happen.
  private static let ends: Set<String> = [
    "BOOT_FAIL", "CANCELLED", "COMPLETED", "DEADLINE", "FAILED", "LAUNCH_FAILED", "NODE_FAIL",
    "OUT_OF_MEMORY", "PREEMPTED", "RECONFIG_FAIL", "REVOKED", "TIMEOUT",
  ]
}

extension SlurmElement {
  /// The elements in what `scontrol -o show job ID` prints, by number.
  ///
  ///     JobId=3 ArrayJobId=1 ArrayTaskId=1 JobName=dictum-m.0 … JobState=RUNNING Reason=None …
  ///     JobId=1 ArrayJobId=1 ArrayTaskId=2-7 JobName=dictum-m.0 … JobState=PENDING Reason=Resources …
  ///
  /// Those that wait share a line. Jobs of another name are left out: numbers are used again. `nil`
  /// when a line's numbers cannot be read.
  static func read(scontrol text: String, name: String) -> [Int: SlurmElement]? {
    var elements: [Int: SlurmElement] = [:]
    for line in text.split(separator: "\n") {
      let fields = fields(line)
      guard fields["JobName"] == name, let state = fields["JobState"] else { continue }
      guard let numbers = ElementSet.numbers(fields["ArrayTaskId"] ?? "") else { return nil }
      let element = SlurmElement(
        state: state, reason: fields["Reason"] ?? "", exit: fields["ExitCode"] ?? "",
        node: fields["BatchHost"] ?? fields["NodeList"] ?? "")
      for number in numbers { elements[number] = element }
    }
    return elements
  }

  /// The elements in what `squeue -h -r -t all -o '%K|%T|%r|%N|%j'` prints, by number.
  static func read(squeue text: String, name: String) -> [Int: SlurmElement]? {
    var elements: [Int: SlurmElement] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, fields[4] == name else { continue }
      guard let numbers = ElementSet.numbers(fields[0]) else { return nil }
      for number in numbers {
        elements[number] = SlurmElement(state: fields[1], reason: fields[2], node: fields[3])
      }
    }
    return elements
  }

  /// The first value of each key.
  ///
  /// A value ends at a space, as all do that are asked for; the user's
  /// own words, with spaces and equals signs, come last on the line.
  private static func fields(_ line: Substring) -> [String: String] {
    var fields: [String: String] = [:]
    for word in line.split(separator: " ") {
      guard let sign = word.firstIndex(of: "=") else { continue }
      let key = String(word[..<sign])
      if fields[key] == nil { fields[key] = String(word[word.index(after: sign)...]) }
    }
    return fields
  }
}
