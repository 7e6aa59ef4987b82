import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// Nothing runs, and nothing goes on, but what was approved.
@Suite struct ApprovalGateTests {
  private let card = ModelCard(
    id: "toy", title: "Toy", command: ["sh", "m.sh"], inputs: ["m.sh"],
    seeds: .init(base: 1, replicates: 3),
    expectations: [.init(id: "e", metric: "q", op: .less, value: 9)])

  /// A plan that carries the fingerprint of another.
  private func forged(_ plan: RunPlan, as other: RunPlan) -> RunPlan {
    RunPlan(
      id: plan.id, card: plan.card, folder: plan.folder, subject: plan.subject,
      fingerprint: other.fingerprint, isApproved: true, sandbox: plan.sandbox, look: plan.look,
      tasks: plan.tasks, planner: plan.planner)
  }

  @Test func aFingerprintIsNoPass() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let good = try await model.approved(card, by: rerunner)
    var other = card
    other.command = ["sh", "-c", "echo q = 2"]
    let bad = try await rerunner.plan(other, folder: model.folder)
    #expect(!bad.isApproved)
    let backend = PretendingBackend()
    for plan in [bad, forged(bad, as: good)] {
      await #expect(throws: RerunError.notApproved(model: "toy")) {
        try await rerunner.run(plan, on: backend)
      }
    }
    // Approved when it was planned, and revoked since.
    try rerunner.trust.revoke(good.fingerprint)
    await #expect(throws: RerunError.notApproved(model: "toy")) {
      try await rerunner.run(good, on: backend)
    }
    #expect(backend.ran.isEmpty)
    #expect(model.leftovers.isEmpty)
  }

  /// A settled plan starts nothing, and is refused all the same.
  @Test func whatWasRunIsNotJudgedUnapproved() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await model.approved(card, by: rerunner)
    let record = try await rerunner.run(plan, on: PretendingBackend())
    rerunner.finish(record)
    let again = try await rerunner.plan(card, folder: model.folder, history: [record])
    #expect(again.isSettled)
    try rerunner.trust.revoke(again.fingerprint)
    await #expect(throws: RerunError.notApproved(model: "toy")) {
      try await rerunner.run(again, on: PretendingBackend())
    }
  }

  @Test func anInterruptedRunGoesOnOnlyAsItWas() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await model.approved(card, by: rerunner)
    func batch(_ sandbox: RunRecord.Sandbox = .none) -> TaskBatch {
      TaskBatch(
        runID: plan.id, card: card, subject: plan.subject, startedAt: "2026-03-01T00:00:00Z",
        sandbox: sandbox, tasks: plan.tasks.map(\.task))
    }
    let place = rerunner.folder(of: plan.id)
    rerunner.register.begin(plan.id, in: place.path)
    try place.create(batch(), from: model.folder, inputs: plan.subject.inputs)
    let backend = PretendingBackend()
    func refusal(_ batch: TaskBatch) async -> RerunError? {
      do throws(RerunError) {
        let plan = try await rerunner.plan(
          resuming: batch, card: card, folder: model.folder, history: [])
        _ = try await rerunner.resume(plan, batch, on: backend)
        return nil
      } catch {
        return error
      }
    }
    // Its first tasks saw more than the others would.
    #expect(
      await refusal(batch(.bubblewrap))
        == .cannotResume(
          run: plan.id,
          reason:
            "its first tasks were run with sandbox bubblewrap, and the others would be with none"
        ))
    // Somebody wrote into the folder.
    let copy = place.inputs + "/m.sh"
    try FileManager.default.removeItem(atPath: copy)
    try Data("echo q = 7".utf8).write(to: URL(filePath: copy))
    #expect(
      await refusal(batch())
        == .cannotResume(
          run: plan.id, reason: "the copies of its inputs have changed: run it anew"))
    try FileManager.default.removeItem(atPath: copy)
    try Data("echo q = 1".utf8).write(to: URL(filePath: copy))
    // Revoked meanwhile.
    try rerunner.trust.revoke(plan.fingerprint)
    #expect(await refusal(batch()) == .notApproved(model: "toy"))
    #expect(backend.ran.isEmpty)
    try rerunner.approve(plan, path: "toy/model.md")
    // A result of another task, or of one that was lost, is none.
    var alien = TaskResult(task: plan.tasks[0].task, outcome: .ok, metrics: ["q": 100])
    alien.task.key = "00"
    try place.keep(alien, index: 0)
    try place.keep(TaskResult(task: plan.tasks[1].task, outcome: .lost), index: 1)
    try place.keep(
      TaskResult(task: plan.tasks[2].task, outcome: .ok, metrics: ["q": 0.5]), index: 2)
    let rest = try await rerunner.plan(
      resuming: batch(), card: card, folder: model.folder, history: [])
    let record = try await rerunner.resume(rest, batch(), on: backend)
    #expect(backend.ran.count == 2)
    #expect(record.tasks.map { $0.metrics["q"] } == [0, 0.1, 0.5])
    rerunner.finish(record)
    #expect(model.leftovers.isEmpty)
  }

  /// Inputs that are not those of the plan are not copied.
  @Test func aBatchIsMadeOfWhatWasPlanned() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await model.approved(card, by: rerunner)
    let batch = TaskBatch(
      runID: plan.id, card: card, subject: plan.subject, startedAt: "", sandbox: .none, tasks: [])
    for hashes in [["m.sh": "00"], [:], plan.subject.inputs.merging(["n.sh": "00"]) { $1 }] {
      let place = BatchFolder(model.root + "/runs/\(hashes.count)-\(hashes["m.sh"] ?? "")")
      #expect(throws: RerunError.self) {
        try place.create(batch, from: model.folder, inputs: hashes)
      }
      #expect(place.read() == nil)
    }
  }
}
