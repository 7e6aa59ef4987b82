import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// Runs that came with a library are told from those of this user on this machine.
@Suite struct RunRegisterTests {
  private let card = ModelCard(
    id: "toy", title: "Toy", command: ["sh", "m.sh"], inputs: ["m.sh"],
    expectations: [.init(id: "q", metric: "q", op: .greater, value: 0, line: 1)])

  private func reasons(_ plan: RunPlan) -> [String] {
    plan.tasks.map { task in
      if case .run(let reason) = task.decision { "\(reason)" } else { "reused" }
    }
  }

  @Test func onlyOurResultsAreUsedAgain() async throws {
    let model = try TestModel()
    try model.write("echo q = 1\n", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let record = try await rerunner.run(
      try await model.approved(card, by: rerunner), on: rerunner.local())
    rerunner.finish(record)
    #expect(rerunner.isOurs(record))
    #expect(reasons(try await model.approved(card, by: rerunner, history: [record])) == ["reused"])

    // One digit is another.
    var forged = record
    forged.tasks[0].metrics = ["q": 2]
    #expect(!rerunner.isOurs(forged))
    #expect(
      reasons(try await model.approved(card, by: rerunner, history: [forged]))
        == ["last run not made here"])
    // An older one of ours stands behind it.
    #expect(
      reasons(try await model.approved(card, by: rerunner, history: [forged, record]))
        == ["reused"])

    let other = try TestModel()
    #expect(!other.rerunner(Sandboxes.none).isOurs(record))
  }

  @Test(arguments: ["run:../../x", "run:a/b", "run:.", "run:", "run:a\0b", "run:é"])
  func noIDLeadsOutOfTheFolder(_ id: String) throws {
    let model = try TestModel()
    let register = RunRegister(directory: model.root + "/state/runs")
    register.begin(id, in: "x")
    #expect(!register.isBegun(id, in: "x"))
    #expect(!FileManager.default.fileExists(atPath: model.root + "/state"))
  }

  @Test func whatOthersCanWriteSaysNothing() throws {
    let model = try TestModel()
    let register = RunRegister(directory: model.root + "/state/runs")
    register.begin("run:toy-1", in: "x")
    #expect(register.isBegun("run:toy-1", in: "x"))
    #expect(!register.isBegun("run:toy-1", in: "y"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666], ofItemAtPath: model.root + "/state/runs/toy-1")
    #expect(!register.isBegun("run:toy-1", in: "x"))
    register.forget("run:toy-1")
    #expect(!FileManager.default.fileExists(atPath: model.root + "/state/runs/toy-1"))
  }

  /// A folder of a run that was forged, or copied from another library, is not even looked at.
  @Test func foldersThatWereNotBegunHereAreLeftAlone() async throws {
    let model = try TestModel()
    try model.write("echo q = 1\n", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await model.approved(card, by: rerunner)
    let batch = TaskBatch(
      runID: plan.id, card: card, subject: plan.subject, startedAt: "2026-01-01T00:00:00Z",
      sandbox: .none, tasks: plan.tasks.map(\.task))
    let place = rerunner.folder(of: plan.id)
    try place.create(batch, from: model.folder, inputs: plan.subject.inputs)
    #expect(rerunner.interrupted().isEmpty)
    #expect(rerunner.foreignFolders == [String(plan.id.dropFirst(4))])
    rerunner.register.begin(plan.id, in: place.path)
    #expect(rerunner.interrupted() == [batch])
    #expect(rerunner.foreignFolders.isEmpty)

    // A node runs the batch that was submitted, and no other.
    let seal = try #require(BatchFolder.seal(of: batch))
    try SubmissionFolder(path: place.path).write([
      Submission(name: "toy", job: "1", look: 1, elements: [[0]])
    ])
    #expect(TaskWorker(folder: place.path, submission: 0, seal: seal, element: 0) != nil)
    var forged = batch
    forged.card.command = ["sh", "-c", "id"]
    try place.write(forged)
    #expect(TaskWorker(folder: place.path, submission: 0, seal: seal, element: 0) == nil)
  }
}
