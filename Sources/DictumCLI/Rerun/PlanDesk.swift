import DictumModel
import DictumReport
import DictumRerun
import DictumStore

/// Plans models, shows the plans and asks the user for a word.
struct PlanDesk {
  let library: Library
  let store: Store
  let rerunner: Rerunner
  let options: PlanOptions
  let output: OutputOptions

  /// A model with its plan and its newest run.
  typealias Planned = (path: String, plan: RunPlan, newest: RunRecord?)

  /// What would run of a model.
  func plan(_ model: ModelChoice.Chosen) throws -> Planned {
    let history = try store.runs(of: model.card.id)
    let folder = folder(model.path)
    let plan = try Asynchronous.interruptible { [rerunner, options] () async throws(RerunError) in
      try await rerunner.plan(model.card, folder: folder, history: history, options: options)
    }
    // What another's run says, true or not, is no answer to whether the model still runs.
    return (model.path, plan, history.first.flatMap { rerunner.isOurs($0) ? $0 : nil })
  }

  /// What is left of an interrupted run of a model.
  func plan(resuming batch: TaskBatch, _ model: ModelChoice.Chosen) throws -> RunPlan {
    let history = try store.runs(of: model.card.id)
    let folder = folder(model.path)
    return try Asynchronous.interruptible { [rerunner] () async throws(RerunError) in
      try await rerunner.plan(
        resuming: batch, card: model.card, folder: folder, history: history)
    }
  }

  /// Shows what would run; of a model that was approved in another state, also what has changed.
  func show(_ plan: RunPlan, path: String) {
    for line in PlanText.lines(plan, path: path, style: output.talkStyle) { Terminal.talk(line) }
    guard let (since, lines) = rerunner.changes(plan, path: library.absolute(path)),
      !lines.isEmpty
    else { return }
    Terminal.talk("changed since it was approved on \(since.date):")
    for line in lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      Terminal.talk("    " + parts.map { spelled($0) }.joined(separator: "\t"))
    }
  }

  /// Whether a plan may run: by `isWanted`, which is the user's word already, or by the answer now.
  ///
  /// Where nobody can be asked it throws.
  func isAllowed(_ plan: RunPlan, path: String, isWanted: Bool) throws -> Bool {
    show(plan, path: path)
    if !isWanted {
      guard Terminal.isTerminal(0), Terminal.isTerminal(2) else {
        throw RerunError.notApproved(model: plan.card.id)
      }
      let answer = Terminal.ask("Run this, now and whenever it is unchanged? [y/N] ")
      guard let answer, ["y", "yes"].contains(answer.lowercased()) else {
        Terminal.talk("\(plan.card.id) was not run")
        return false
      }
    }
    try approve(plan, path: path)
    return true
  }

  /// Remembers that a plan may run.
  func approve(_ plan: RunPlan, path: String) throws {
    try rerunner.approve(plan, path: library.absolute(path))
  }

  private func folder(_ path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return library.absolute(parts.joined(separator: "/"))
  }
}
