import DictumModel

extension RunPlan {
  /// The record of what the tasks came to, judged.
  func record(of results: [TaskResult], startedAt: String, seconds: Double) -> RunRecord {
    let failure = results.first { $0.task.control == nil && $0.outcome != .ok }
    let comparison = Comparison(of: results, with: tasks, card: card)
    var record = RunRecord(
      id: id, model: card.id, startedAt: startedAt, seconds: seconds, subject: subject,
      sandbox: sandbox.kind, sandboxLevel: sandbox.level, outcome: failure?.outcome ?? .ok, message: failure?.message ?? "",
      tasks: results, verdicts: [], repetition: comparison.repetition,
      notes: (sandbox.reason.map { [$0] } ?? []) + comparison.notes + notes(results))
    record.verdicts = Judge.rejudge(record, card: card)
    return record
  }

  /// The plan of a further look, when the numbers leave an expectation open and the card allows more
  /// seeds.
  func next(after results: [TaskResult]) throws(RerunError) -> RunPlan? {
    guard planner.hasMore(after: look),
      record(of: results, startedAt: "", seconds: 0).verdicts.contains(where: {
        $0.verdict == .inconclusive
      })
    else { return nil }
    var plan = self
    plan.look += 1
    plan.subject = planner.subject(look: plan.look)
    plan.tasks = try planner.tasks(look: plan.look)
    return plan
  }

  /// What the readers of the tasks' numbers noted, at most a hundred notes.
  private func notes(_ results: [TaskResult]) -> [String] {
    let all = results.lazy.flatMap { result in
      result.notes.lazy.map { note in
        result.task.seed.map { "seed \($0): \(note)" } ?? note
      }
    }
    return Array(all.prefix(100))
  }
}
