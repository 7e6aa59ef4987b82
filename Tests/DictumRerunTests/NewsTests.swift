import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// What a plan makes of results, and whether a run of it would say anything new.
@Suite struct NewsTests {
  private let model: TestModel
  private let rerunner: Rerunner

  init() throws {
    model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    rerunner = model.rerunner(Sandboxes.none)
  }

  private static func card(_ change: (inout ModelCard) -> Void = { _ in }) -> ModelCard {
    var card = ModelCard(
      id: "toy", title: "Toy", command: ["sh", "m.sh", "{n}"], inputs: ["m.sh"],
      params: ["n": .int(0)],
      sweep: [.init(param: "n", values: (1...3).map { .int($0) })],
      expectations: [
        .init(id: "e", metric: "q", op: .greater, value: 0, basis: "analytic", line: 7)
      ],
      controls: [.init(id: "c", params: ["k": .int(1)], mustBreak: ["e"])])
    change(&card)
    return card
  }

  private func plan(
    _ history: [RunRecord], _ options: PlanOptions = PlanOptions(),
    _ change: (inout ModelCard) -> Void = { _ in }
  ) async throws -> RunPlan {
    for record in history { rerunner.register.finish(record) }
    return try await rerunner.plan(
      Self.card(change), folder: model.folder, history: history, options: options)
  }

  /// The record of the plan's tasks, each with `q` of 1, and of -1 under a control.
  private func record(
    _ plan: RunPlan, _ change: (inout TaskResult) -> Void = { _ in }
  ) -> RunRecord {
    let results = plan.tasks.map { planned in
      var result = TaskResult(
        task: planned.task, outcome: .ok,
        metrics: ["q": planned.task.control == nil ? 1 : -1])
      change(&result)
      return result
    }
    return plan.record(of: results, startedAt: "2026-03-01T00:00:00Z", seconds: 2)
  }

  @Test func aRecordSaysHowItsOwnTasksEnded() async throws {
    let plan = try await plan([])
    let good = record(plan)
    #expect(good.outcome == .ok && good.message.isEmpty)
    #expect(good.verdicts.map(\.verdict) == [.holds])
    #expect(good.controls.map(\.verdict) == [.contradicted])
    let bad = record(plan) {
      if $0.task.point["n"] == .int(2) { ($0.outcome, $0.message) = (.timeout, "too long") }
    }
    #expect(bad.outcome == .timeout && bad.message == "too long")
    #expect(bad.verdicts.map(\.verdict) == [.notEvaluated])
    // A control may fail: that is no failure of the model, and breaks nothing.
    let control = record(plan) { if $0.task.control != nil { $0.outcome = .failed } }
    #expect(control.outcome == .ok)
    #expect(control.verdicts.map(\.verdict) == [.holds])
    #expect(control.controls.map(\.verdict) == [.notEvaluated])
    let noted = record(plan) { $0.notes = (0..<40).map { "note \($0)" } }
    #expect(noted.notes.filter { $0.hasPrefix("note ") }.count == 100)
  }

  @Test func whatIsSettledIsNoNews() async throws {
    let old = record(try await plan([]))
    let again = try await plan([old])
    #expect(again.isSettled && !again.isNews(beside: old))
    #expect(again.isNews(beside: nil))
    #expect(try await plan([old], .init(isForced: true)).isNews(beside: old))
    // One task of several is enough.
    let longer = try await plan([old]) { $0.sweep[0].values.append(.int(4)) }
    #expect(!longer.isSettled && longer.isNews(beside: old))
    let shorter = try await plan([old]) { $0.sweep[0].values.removeLast() }
    #expect(shorter.isSettled && shorter.isNews(beside: old))
  }

  /// A card that was changed back is settled by the run before the newest, which is of another card.
  @Test func whatStandsForAnotherRunIsNews() async throws {
    let first = record(try await plan([]))
    var second = record(try await plan([]) { $0.params["k"] = .int(2) })
    second.id = "run:toy-2"
    let back = try await plan([second, first])
    #expect(back.isSettled && back.isNews(beside: second) && !back.isNews(beside: first))
    // A card that expects nothing has news where it has tasks to run.
    let silent: (inout ModelCard) -> Void = { ($0.expectations, $0.controls) = ([], []) }
    let old = record(try await plan([], PlanOptions(), silent))
    let longer = try await plan([old]) {
      silent(&$0)
      $0.sweep[0].values.append(.int(4))
    }
    #expect(!longer.isSettled && longer.isNews(beside: old))
  }

  /// Where a bound stands in its card and what it rests on is not what it says.
  @Test func whatIsJudgedAnewIsNews() async throws {
    let old = record(try await plan([]))
    let silent: [(inout ModelCard) -> Void] = [
      { $0.expectations[0].line = 12 }, { $0.expectations[0].basis = "derivation:other" },
      { $0.expectations[0].claim = "talk#c1" }, { $0.title = "Other" },
    ]
    for change in silent {
      #expect(try await !plan([old], PlanOptions(), change).isNews(beside: old))
    }
    let loud: [(inout ModelCard) -> Void] = [
      { $0.expectations[0].value = -1 }, { $0.expectations[0].value = 5 },
      { $0.expectations[0].op = .greaterOrEqual },
      { $0.expectations.append(.init(id: "f", metric: "q", op: .less, value: 9)) },
      { $0.controls[0].mustBreak = [] },
    ]
    for change in loud {
      let plan = try await plan([old], PlanOptions(), change)
      #expect(plan.isNews(beside: old))
    }
    var toothless = old
    toothless.controls[0].verdict = .holds
    #expect(try await plan([old]).isNews(beside: toothless))
  }

  /// Results that were good stand for tasks that failed after them.
  @Test func aNewerFailureIsNoAnswer() async throws {
    let old = record(try await plan([]))
    var failed = record(try await plan([])) { $0.outcome = .lost }
    failed.id = "run:toy-2"
    let again = try await plan([failed, old])
    #expect(again.isSettled && again.isNews(beside: failed))
    var partly = old
    partly.tasks[1].outcome = .lost
    #expect(again.isNews(beside: partly))
  }

  @Test func freshSeedsComeFromTheirOwnBase() async throws {
    let plan = try await plan([], .init(freshBase: 99)) {
      $0.seeds = .init(base: 7, replicates: 2)
    }
    let card = Self.card { $0.seeds = .init(base: 7, replicates: 2) }
    #expect(plan.subject.seeds == SeedSequence.seeds(of: card, base: 99))
    #expect(plan.subject.seeds != SeedSequence.seeds(of: card))
    #expect(plan.tasks.first?.task.seed == plan.subject.seeds.first)
  }
}
