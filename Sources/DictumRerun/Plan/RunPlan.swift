package import DictumModel

/// Exactly what a run would do, and why, to be shown before it is approved; good for one run.
package struct RunPlan: Hashable, Sendable {
  /// The id that the run's record will have.
  package let id: String

  /// The card.
  package let card: ModelCard

  /// The card's folder.
  package let folder: String

  /// What can change a number, with the inputs' hashes and the seeds of this look.
  package internal(set) var subject: RunRecord.Subject

  /// What the user approves, as a `TrustStore` computes it.
  package let fingerprint: String

  /// Whether that was approved when the plan was made; a run looks again.
  package let isApproved: Bool

  /// What the run will be shut in.
  package let sandbox: Sandbox

  /// Which look at the numbers it is, from 1: earlier looks are settled by results that are reused.
  package internal(set) var look: Int

  /// The tasks: point by point, seed by seed, the controls' after the card's own.
  package internal(set) var tasks: [PlannedTask]

  let planner: Planner

  /// Whether no task has to be run.
  package var isSettled: Bool { tasks.allSatisfy { $0.reused != nil } }
}

/// A task of a plan, with the reason to run it or the result that makes it needless.
package struct PlannedTask: Hashable, Sendable {
  /// The task, with its key.
  package let task: RunTask

  /// What becomes of it.
  package let decision: Decision

  /// For a task that is run though there is a result of its key: that result, to be compared.
  let earlier: TaskResult?

  /// What becomes of a task.
  package enum Decision: Hashable, Sendable {
    /// It is run, for this reason.
    case run(RunReason)
    /// An earlier result of the same key stands for it; `reusedFrom` names the run.
    case reuse(TaskResult)
  }

  /// The earlier result that stands for it, if one does.
  package var reused: TaskResult? {
    if case .reuse(let result) = decision { result } else { nil }
  }
}

/// Why a task is run though the model may have run before.
package enum RunReason: Hashable, Sendable {
  /// The model was never run.
  case new
  /// It was run, but not at this point.
  case newPoint
  /// It was run, but not with this seed.
  case newSeed
  /// It was run, but not under this control.
  case newControl
  /// Something that can change a number has changed; each clause says what.
  case changed([String])
  /// It did not end well the last time.
  case unfinished(RunRecord.Outcome)
  /// Its last result is older than the card allows, in days.
  case tooOld(Int)
  /// The last run was not shut in, and this one is.
  case unconfined
  /// Its last result was not made here by this user: nobody knows how it came about.
  case elsewhere
  /// The user asked for it.
  case forced
}

extension RunReason: CustomStringConvertible {
  /// A clause: `never run`, `param alpha: 0.25 → 0.5`.
  package var description: String {
    switch self {
    case .new: "never run"
    case .newPoint: "new point"
    case .newSeed: "new seed"
    case .newControl: "new control"
    case .changed(let clauses): clauses.joined(separator: "; ")
    case .unfinished(let outcome): "ended with \(outcome.rawValue) the last time"
    case .tooOld(let days): "last run \(days) days ago"
    case .unconfined: "last run without a sandbox"
    case .elsewhere: "last run not made here"
    case .forced: "forced"
    }
  }
}
