import DictumModel

/// What the end of an element means for its first task that left no result.
struct SlurmEnd: Hashable {
  /// `memory` or `timeout` where the scheduler says so, else `lost`.
  var outcome: RunRecord.Outcome

  /// What the scheduler says, and the last lines that the element wrote.
  var message: String

  /// The end of the element called `name`, `12_3`, which wrote `output`; `element` is `nil` when the
  /// scheduler no longer knows it.
  init(_ element: SlurmElement?, name: String, output: [UInt8]) {
    let said = lastLines(of: output, lines: 3)
    guard let element else {
      outcome = .lost
      message = Self.text("Slurm no longer knows job \(name), which left no result", said)
      return
    }
    let words = element.state.split { $0 == "," || $0 == "+" }
    if words.contains("OUT_OF_MEMORY") || Self.saysMemory(said) {
      outcome = .memory
    } else if words.contains("TIMEOUT") {
      outcome = .timeout
    } else {
      outcome = .lost
    }
    let place = element.node.isEmpty || element.node == "(null)" ? "" : " on node \(element.node)"
    let reason = ["", "None", "(null)"].contains(element.reason) ? "" : " (\(element.reason))"
    let exit = ["", "0:0"].contains(element.exit) ? "" : ", exit status \(element.exit)"
    message = Self.text(
      "job \(name) ended as \(element.state)\(reason)\(exit)\(place) and left no result", said)
  }

  private static func text(_ first: String, _ said: String) -> String {
    said.isEmpty ? shown(first) : shown(first) + "\n" + said
  }

  /// Whether the scheduler's own process says that it stopped the element for its memory.
  ///
  /// Without control groups Slurm reports such an element as merely failed.
  private static func saysMemory(_ said: String) -> Bool {
    said.split(separator: "\n").contains { line in
      line.hasPrefix("slurmstepd")
        && ["exceeded memory limit", "Exceeded job memory limit", "oom_kill", "oom-kill"]
          .contains { line.contains($0) }
    }
  }
}
