import DictumJudging
import DictumModel

/// Says which tasks a card asks for, and which of them have to be run; it reads and starts nothing.
struct Planner: Hashable, Sendable {
  let card: ModelCard
  /// What can change a number, without seeds.
  let subject: RunRecord.Subject
  /// Results that may stand for tasks.
  let past: PastRuns
  let options: PlanOptions

  /// The tasks of a look from 1: for every point of the sweep, in order, every seed; then the same
  /// for each control, at the points where it has something to break.
  func tasks(look: Int) throws(RerunError) -> [PlannedTask] {
    let subject = subject(look: look)
    let seeds = subject.seeds.isEmpty ? [nil] : subject.seeds.map { Optional($0) }
    var groups: [(control: String?, points: [[String: ParamValue]])] = [(nil, card.points)]
    for control in card.controls { groups.append((control.id, card.points(of: control))) }
    var planned: [PlannedTask] = []
    for (control, points) in groups {
      for point in points {
        for seed in seeds {
          var task = RunTask(control: control, point: point, seed: seed)
          guard let key = RunKey(task, card: card, subject: subject).hash else {
            throw .badNumber(model: card.id, field: "params")
          }
          task.key = key
          planned.append(decide(task))
        }
      }
    }
    return planned
  }

  /// The subject with the seeds of a look.
  func subject(look: Int) -> RunRecord.Subject {
    let totals = Looks(card.seeds).totals
    var subject = subject
    subject.seeds = SeedSequence.seeds(
      of: card, count: totals.indices.contains(look - 1) ? totals[look - 1] : nil,
      base: options.freshBase)
    return subject
  }

  private func decide(_ task: RunTask) -> PlannedTask {
    let earlier = past.result(key: task.key)
    guard !options.isForced else {
      return PlannedTask(task: task, decision: .run(.forced), earlier: earlier?.result)
    }
    if let earlier {
      switch past.objection(to: earlier, card: card) {
      case nil: return PlannedTask(task: task, decision: .reuse(earlier.result), earlier: nil)
      case let reason?:
        return PlannedTask(task: task, decision: .run(reason), earlier: earlier.result)
      }
    }
    let reason = past.reason(for: task, subject: subject, card: card)
    return PlannedTask(task: task, decision: .run(reason), earlier: nil)
  }
}
