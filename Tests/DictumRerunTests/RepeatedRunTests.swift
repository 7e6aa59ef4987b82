import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// Runs of many tasks: used again, interrupted, given up.
@Suite struct RepeatedRunTests {
  private static func card(_ change: (inout ModelCard) -> Void = { _ in }) -> ModelCard {
    var card = ModelCard(
      id: "toy", title: "Toy", command: ["sh", "m.sh", "{n}"], inputs: ["m.sh"],
      params: ["n": .int(0)],
      sweep: [.init(param: "n", values: (1...8).map { .int($0) })],
      expectations: [.init(id: "q", metric: "q", op: .greater, value: 0)])
    change(&card)
    return card
  }

  @Test func aSweepRunsOnceAndThenOnlyWhatChanged() async throws {
    let model = try TestModel()
    try model.write("echo q = $1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await model.approved(Self.card(), by: rerunner)
    let first = try await rerunner.run(plan, on: rerunner.local(jobs: 3))
    rerunner.finish(first)
    #expect(first.tasks.map { $0.metrics["q"] } == (1...8).map { Double($0) })
    #expect(first.outcome == .ok && first.repetition == nil)
    #expect(first.subject.environment["program sh"]?.contains(" sha256 ") == true)

    let again = try await model.approved(Self.card(), by: rerunner, history: [first])
    #expect(again.isSettled && !again.isNews(beside: first))
    // A bound that changed is judged by the numbers there are.
    let bounded = try await model.approved(
      Self.card { $0.expectations[0].value = 5 }, by: rerunner, history: [first])
    #expect(bounded.isSettled && bounded.isNews(beside: first))
    let second = try await rerunner.run(bounded, on: rerunner.local())
    #expect(second.tasks.allSatisfy { $0.reusedFrom == first.id })
    #expect(second.verdicts.map(\.verdict) == [.contradicted])

    let forced = try await model.approved(
      Self.card(), by: rerunner, history: [first], options: .init(isForced: true))
    let third = try await rerunner.run(forced, on: rerunner.local())
    rerunner.finish(third)
    #expect(third.repetition == .identical)
    #expect(third.tasks.allSatisfy { $0.reusedFrom == nil })

    let longer = Self.card { $0.sweep[0].values.append(.int(9)) }
    let more = try await model.approved(longer, by: rerunner, history: [first])
    #expect(more.tasks.map(\.decision).filter { $0 == .run(.newPoint) }.count == 1)
    let fourth = try await rerunner.run(more, on: rerunner.local())
    rerunner.finish(fourth)
    #expect(fourth.tasks.count == 9 && fourth.tasks.filter { $0.reusedFrom == nil }.count == 1)
    #expect(model.leftovers.isEmpty)
  }

  @Test func openBoundsAreLookedAtThreeTimes() async throws {
    let model = try TestModel()
    // Half of the seeds say 0 and half 1: no number of seeds settles whether the mean is 0.5.
    try model.write("echo q = $(( $DICTUM_SEED % 2 ))", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let card = Self.card {
      ($0.command, $0.sweep) = (["sh", "m.sh"], [])
      $0.seeds = .init(base: 1, replicates: 4, maximum: 14)
      $0.expectations[0].value = 0.5
    }
    let plan = try await model.approved(card, by: rerunner)
    #expect(plan.tasks.count == 4)
    let record = try await rerunner.run(plan, on: rerunner.local(jobs: 2))
    rerunner.finish(record)
    #expect(record.tasks.count == 14)
    #expect(record.tasks.map(\.task.seed) == SeedSequence.seeds(of: card, count: 14))
    #expect(record.verdicts.first?.looks == 3)
    #expect(record.verdicts.first?.verdict == .inconclusive)
    // All that was looked at is there again: nothing is left to run.
    let again = try await model.approved(card, by: rerunner, history: [record])
    #expect(again.look == 3 && !again.isNews(beside: record))
  }

  @Test func whereTheFirstTasksAllFailTheOthersAreNotRun() async throws {
    let model = try TestModel()
    try model.write("exit 3", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let long = Self.card { $0.sweep[0].values = (0..<40).map { .int($0) } }
    let record = try await rerunner.run(
      try await model.approved(long, by: rerunner), on: rerunner.local())
    #expect(record.outcome == .failed)
    #expect(record.tasks.count == TaskCollector.patience)
    #expect(
      record.notes.contains("stopped because the first 5 of 40 tasks all failed"),
      "\(record.notes)")
    #expect(record.verdicts.map(\.verdict) == [.notEvaluated])
    rerunner.finish(record)
    // One that ends well is enough for the others to be tried.
    try model.write("[ $1 = 3 ] && echo q = 1", to: "m.sh")
    let other = try await rerunner.run(
      try await model.approved(long, by: rerunner), on: rerunner.local())
    #expect(other.tasks.count == 40 && other.tasks.filter { $0.outcome == .ok }.count == 1)
    rerunner.finish(other)
    #expect(model.leftovers.isEmpty)
  }

  /// A run of which three tasks have ended, and the fourth would take half a minute.
  private func threeOfEight(
    _ model: TestModel, _ rerunner: Rerunner
  ) async throws -> (plan: RunPlan, work: Task<RunRecord, any Error>) {
    try model.write("[ $1 -gt 3 ] && sleep 30; echo q = $1", to: "m.sh")
    let plan = try await model.approved(Self.card(), by: rerunner)
    let work = Task { try await rerunner.run(plan, on: rerunner.local()) }
    while rerunner.folder(of: plan.id).result(of: 2) == nil {
      try await Task.sleep(for: .milliseconds(5))
    }
    return (plan, work)
  }

  @Test func anInterruptedRunGoesOnWhereItWas() async throws {
    let model = try TestModel()
    let rerunner = model.rerunner(Sandboxes.none)
    let (plan, work) = try await threeOfEight(model, rerunner)
    #expect(rerunner.interrupted().isEmpty, "it is under way")
    work.cancel()
    await #expect(
      throws: RerunError.interrupted(model: "toy", run: plan.id, done: 3, total: 8)
    ) { try await work.value }
    let batch = try #require(rerunner.interrupted().first)
    #expect(batch.runID == plan.id && batch.tasks == plan.tasks.map(\.task))

    // Changed meanwhile: half a run of one state and half of another would be a run of neither.
    try model.write("echo q = $1", to: "m.sh")
    _ = try await model.approved(Self.card(), by: rerunner)
    let changed = try await rerunner.plan(
      resuming: batch, card: Self.card(), folder: model.folder, history: [])
    await #expect(
      throws: RerunError.cannotResume(
        run: plan.id, reason: "code m.sh changed: run model toy anew")
    ) { try await rerunner.resume(changed, batch, on: rerunner.local()) }

    try model.write("[ $1 -gt 3 ] && sleep 30; echo q = $1", to: "m.sh")
    let rest = try await rerunner.plan(
      resuming: batch, card: Self.card(), folder: model.folder, history: [])
    let backend = PretendingBackend()
    let record = try await rerunner.resume(rest, batch, on: backend)
    #expect(backend.ran == [3, 4, 5, 6, 7])
    #expect(record.id == plan.id && record.tasks.map(\.task) == batch.tasks)
    #expect(record.tasks.map { $0.metrics["q"] } == [1, 2, 3, 0.3, 0.4, 0.5, 0.6, 0.7])
    rerunner.finish(record)
    #expect(model.leftovers.isEmpty)
  }

  /// Limits change no number, so a run goes on under others, which are those approved now.
  @Test func aResumedRunKeepsToTheLimitsOfNow() async throws {
    let model = try TestModel()
    let rerunner = model.rerunner(Sandboxes.none)
    let (_, work) = try await threeOfEight(model, rerunner)
    work.cancel()
    _ = try? await work.value
    let batch = try #require(rerunner.interrupted().first)
    var hasty = Self.card()
    hasty.limits.wallSeconds = 0.2
    _ = try await model.approved(hasty, by: rerunner)
    let rest = try await rerunner.plan(
      resuming: batch, card: hasty, folder: model.folder, history: [])
    let record = try await rerunner.resume(rest, batch, on: rerunner.local())
    #expect(record.tasks.map(\.outcome) == [.ok, .ok, .ok] + Array(repeating: .timeout, count: 5))
    rerunner.finish(record)
  }

  @Test func theEnvironmentIsAskedOnlyOnceItIsApproved() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    try model.write("numpy==2.1", to: "x.lock")
    let rerunner = model.rerunner(Sandboxes.none)
    let card = Self.card {
      $0.environment.versions = [["sh", "-c", "echo one; echo two"]]
      $0.environment.lockfiles = ["x.lock"]
    }
    let before = try await rerunner.plan(card, folder: model.folder)
    #expect(before.subject.environment["sh -c echo one; echo two"] == RunRecord.Subject.unasked)
    let plan = try await model.approved(card, by: rerunner)
    #expect(plan.subject.environment["sh -c echo one; echo two"] == "one / two")
    let record = try await rerunner.run(plan, on: rerunner.local())
    rerunner.finish(record)
    try model.write("numpy==2.2", to: "x.lock")
    let after = try await rerunner.plan(card, folder: model.folder, history: [record])
    guard case .run(.changed(let why))? = after.tasks.first?.decision else {
      Issue.record("nothing runs")
      return
    }
    #expect(why.count == 1 && why[0].hasPrefix("x.lock: sha256 "))

    let bad = Self.card { $0.environment.versions = [["sh", "-c", "echo no >&2; exit 4"]] }
    await #expect(
      throws: RerunError.badProbe(
        model: "toy", command: "sh -c echo no >&2; exit 4", reason: "exit status 4: no")
    ) { try await model.approved(bad, by: rerunner) }
    #expect(model.leftovers.isEmpty)
  }
}
