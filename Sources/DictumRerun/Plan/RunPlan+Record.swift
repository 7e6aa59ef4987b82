import DictumJudging
package import DictumModel

extension RunPlan {
  /// The record of what the tasks came to, judged.
  func record(of results: [TaskResult], startedAt: String, seconds: Double) -> RunRecord {
    let failure = results.first { $0.task.control == nil && $0.outcome != .ok }
    let comparison = Comparison(of: results, with: tasks, card: card)
    var record = RunRecord(
      id: id, model: card.id, startedAt: startedAt, seconds: seconds, subject: subject,
      sandbox: sandbox.kind, sandboxLevel: sandbox.level, outcome: failure?.outcome ?? .ok,
      message: failure?.message ?? "",
      tasks: results, verdicts: [], repetition: comparison.repetition,
      notes: (sandbox.reason.map { [$0] } ?? []) + comparison.notes + notes(results))
    let judge = Judge(record, card: card)
    record.verdicts = judge.verdicts
    record.controls = judge.controls
    return record
  }

  /// The plan of a further look, when the numbers leave a bound open and the card allows more seeds.
  func next(after results: [TaskResult]) throws(RerunError) -> RunPlan? {
    let record = record(of: results, startedAt: "", seconds: 0)
    return Looks.next(after: record, card: card) == nil ? nil : try at(look: look + 1)
  }

  /// The same plan at a look from 1.
  func at(look: Int) throws(RerunError) -> RunPlan {
    guard look != self.look else { return self }
    var plan = self
    plan.look = look
    plan.subject = planner.subject(look: look)
    plan.tasks = try planner.tasks(look: look)
    return plan
  }

  /// Whether a run of this plan would find something that the newest record does not say; not when
  /// every task is settled and judging gives what it gave.
  package func isNews(beside newest: RunRecord?) -> Bool {
    guard isSettled, let newest else { return true }
    let record = record(
      of: tasks.compactMap(\.reused), startedAt: newest.startedAt, seconds: newest.seconds)
    return record.tasks.map(\.task) != newest.tasks.map(\.task)
      || newest.tasks.contains { $0.outcome != .ok }
      || record.verdicts.map(\.withoutPlace) != newest.verdicts.map(\.withoutPlace)
      || record.controls != newest.controls
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

extension Judgement {
  /// The judgement with its bound as if it stood on the card's first line, without its basis: moving
  /// it there changes nothing.
  fileprivate var withoutPlace: Judgement {
    var copy = self
    copy.bound.line = 1
    copy.bound.basis = nil
    copy.bound.claim = nil
    return copy
  }
}
