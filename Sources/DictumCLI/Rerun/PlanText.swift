import DictumModel
import DictumReport
import DictumRerun
import Foundation

/// What would run and why, for the user to read before saying yes.
enum PlanText {
  static func lines(_ plan: RunPlan, path: String, style: Style) -> [String] {
    let card = plan.card
    var lines = ["model:\(card.id)  \(spelled(card.title))"]
    func add(_ name: String, _ text: String) {
      lines.append("    " + name.padded(to: 10) + spelled(text))
    }
    func add(_ name: String, command: [String]) {
      lines.append("    " + name.padded(to: 10) + spelled(command: command))
    }
    add("card", path)
    if !card.build.isEmpty { add("build", command: card.build) }
    add("command", command: card.command)
    for (input, sha256) in plan.subject.inputs.sorted(by: { $0.key < $1.key }) {
      add("input", "\(input)  sha256 \(sha256.prefix(16))…")
    }
    for command in card.environment.versions { add("asks", command: command) }
    for (name, value) in card.params.sorted(by: { $0.key < $1.key }) {
      add("param", "\(name) = \(value)")
    }
    for axis in card.sweep {
      add("sweep", "\(axis.param) = \(values(of: axis))")
    }
    for control in card.controls {
      let changes = control.params.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      add("control", "\(control.id): \(changes.joined(separator: ", "))")
    }
    let limits = card.limits
    add(
      "limits",
      String(format: "%g s, %g s of the processor, ", limits.wallSeconds, limits.cpuSeconds)
        + "\(limits.memoryMiB) MiB of memory, \(limits.outputMiB) MiB of output, "
        + "\(limits.processes) processes")
    add("sandbox", sandbox(plan))
    for path in card.policy.read { add("may read", Readable(path).description) }
    add("approved", plan.isApproved ? "yes" : "not yet: sha256:\(plan.fingerprint)")
    for (name, text) in tasks(plan) { add(name, text) }
    return lines.map { style.safe($0) }
  }

  private static func sandbox(_ plan: RunPlan) -> String {
    let name =
      switch plan.sandbox.kind {
      case .bubblewrap: "bubblewrap"
      case .landlock: "Dictum's own"
      case .none: plan.sandbox.refuses ? "none here, so it is not run" : "none"
      }
    guard plan.sandbox.kind != .none else { return name }
    let read = plan.card.policy.read.map { Readable($0) }
    return "\(name): these inputs \(read.isEmpty ? "only" : "and what it may read"), "
      + (plan.card.policy.network ? "the network" : "no network")
      + (read.contains { $0.isOfUser } ? ", YOUR HOME FOLDER" : ", no home folder")
  }

  /// All values of a swept parameter, but for numbers in the middle of many: any text may be what a
  /// command does.
  private static func values(of axis: ModelCard.Axis) -> String {
    let most = 20
    let areNumbers = axis.values.allSatisfy {
      switch $0 {
      case .int, .double: true
      case .null, .bool, .string, .list, .map: false
      }
    }
    let texts = axis.values.map(\.description)
    guard areNumbers, texts.count > most, let last = texts.last else {
      return texts.joined(separator: ", ")
    }
    return (texts.prefix(most) + ["… \(last) (\(texts.count) values)"]).joined(separator: ", ")
  }

  /// How many tasks run for each reason, and how many are used again of each run.
  private static func tasks(_ plan: RunPlan) -> [(String, String)] {
    var order: [String] = []
    var counts: [String: (name: String, count: Int)] = [:]
    for task in plan.tasks {
      let (name, text) =
        switch task.decision {
        case .run(let reason): ("run", "\(reason)")
        case .reuse(let result): ("reuse", result.reusedFrom ?? "")
        }
      if counts[text] == nil { order.append(text) }
      counts[text, default: (name, 0)].count += 1
    }
    return order.map { text in
      let entry = counts[text] ?? ("", 0)
      return (entry.name, "\(entry.count) \(entry.count == 1 ? "task" : "tasks"): \(text)")
    }
  }
}

extension String {
  /// The text with spaces after it, at least as wide as asked.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
