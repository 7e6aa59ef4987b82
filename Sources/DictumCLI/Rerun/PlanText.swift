import DictumModel
import DictumReport
import DictumRerun

/// What would run, for the user to read before saying yes.
enum PlanText {
  static func lines(_ plan: RunPlan, path: String, style: Style) -> [String] {
    var lines = ["model:\(plan.card.id)  \(plan.card.title)", "    card      \(path)"]
    lines.append("    command   \(plan.card.command.joined(separator: " "))")
    if plan.tasks.count > 1 { lines.append("    tasks     \(plan.tasks.count)") }
    for (input, sha256) in plan.subject.inputs.sorted(by: { $0.key < $1.key }) {
      lines.append("    input     \(input)  sha256 \(sha256.prefix(16))…")
    }
    for (name, value) in plan.card.params.sorted(by: { $0.key < $1.key }) {
      lines.append("    param     \(name) = \(value)")
    }
    let limits = plan.card.limits
    lines.append(
      "    limits    \(Int(limits.wallSeconds)) s, \(limits.memoryMiB) MiB of memory, "
        + "\(limits.outputMiB) MiB of output")
    lines.append(
      "    sandbox   "
        + (plan.sandbox.kind == .bubblewrap
          ? "bubblewrap: these inputs only, no network, no home folder" : "none"))
    lines.append("    approved  \(plan.isApproved ? "yes" : "not yet")")
    return lines.map { style.safe($0) }
  }
}
