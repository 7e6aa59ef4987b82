import DictumModel
import DictumRerun

/// A plan for machines: what would run, and why.
struct PlanView: Encodable {
  let model: String
  let title: String
  /// The card's path in the library.
  let path: String
  /// What `--trust-hash` takes, `sha256:` and 64 digits.
  let fingerprint: String
  let approved: Bool
  let sandbox: RunRecord.Sandbox
  let limits: ModelCard.Limits
  let look: Int
  let subject: RunRecord.Subject
  let tasks: [Task]

  /// One task and what becomes of it.
  struct Task: Encodable {
    let control: String?
    let point: [String: ParamValue]
    let seed: UInt64?
    let key: String
    /// `run` or `reuse`.
    let action: String
    /// Why it is run; `nil` when it is not.
    let why: String?
    /// The run whose result stands for it; `nil` when it is run.
    let reusedFrom: String?
  }

  init(_ plan: RunPlan, path: String, approved: Bool? = nil) {
    self.path = path
    model = plan.card.id
    title = plan.card.title
    fingerprint = "sha256:" + plan.fingerprint
    self.approved = approved ?? plan.isApproved
    sandbox = plan.sandbox.kind
    limits = plan.card.limits
    look = plan.look
    subject = plan.subject
    tasks = plan.tasks.map { planned in
      let task = planned.task
      return switch planned.decision {
      case .run(let why):
        Task(
          control: task.control, point: task.point, seed: task.seed, key: task.key,
          action: "run", why: "\(why)", reusedFrom: nil)
      case .reuse(let result):
        Task(
          control: task.control, point: task.point, seed: task.seed, key: task.key,
          action: "reuse", why: nil, reusedFrom: result.reusedFrom)
      }
    }
  }
}
