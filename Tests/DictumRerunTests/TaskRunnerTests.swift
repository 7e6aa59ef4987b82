import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// What a task sees and what it leaves.
@Suite struct TaskRunnerTests {
  @Test func whatATaskLeavesIsKept() async throws {
    let model = try TestModel()
    let script = "printf abc > $DICTUM_OUT/a.svg; echo q = nan; echo r = 1"
    let record = try await model.run(script, language: "sh", in: Sandboxes.none) {
      $0.outputs = ["a.svg"]
      $0.expectations = [
        .init(id: "r", metric: "r", op: .less, value: 2),
        .init(id: "file", metric: "a.svg", op: .exists, value: 0),
      ]
    }
    #expect(record.outcome == .ok)
    #expect(record.tasks[0].outputs.map(\.path) == ["a.svg"])
    #expect(record.verdicts.map(\.verdict) == [.holds, .holds])
    #expect(record.notes.contains("metric q is nan, not a number"))
  }

  @Test func whatATaskDoesNotLeaveIsMissed() async throws {
    let model = try TestModel()
    for change: (inout ModelCard) -> Void in [
      { $0.outputs = ["a.svg"] },
      { $0.expectations = [.init(id: "e", metric: "r", op: .less, value: 2)] },
    ] {
      let record = try await model.run("echo q = 1", language: "sh", in: Sandboxes.none, change)
      #expect(record.outcome == .missingOutput)
      #expect(record.tasks.map(\.outcome) == [.missingOutput])
      #expect(record.verdicts.allSatisfy { $0.verdict == .notEvaluated })
    }
  }

  /// Where nothing keeps a task from writing its inputs, the next one gets them as they were.
  @Test func eachTaskHasInputsOfItsOwn() async throws {
    let model = try TestModel()
    try model.write("1\n", to: "data")
    let script = "chmod u+w data; echo 2 >> data; echo q = $(( $(wc -l < data) ))"
    let record = try await model.run(script, language: "sh", in: Sandboxes.none) {
      $0.inputs.append("data")
      $0.seeds = .init(base: 1, replicates: 3)
    }
    #expect(record.tasks.map { $0.metrics["q"] } == [2, 2, 2])
  }

  @Test func whatWasBuiltIsCopied() throws {
    let model = try TestModel()
    try model.write("#!/bin/sh\n", to: "bin/run")
    try model.write("data", to: "bin/data")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: model.folder + "/bin/run")
    try FileManager.default.createSymbolicLink(
      atPath: model.folder + "/link", withDestinationPath: "bin/run")
    let target = model.root + "/copy"
    try BuiltFiles.copy(model.folder, to: target)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: target + path)[.posixPermissions] as? Int
    }
    #expect(try mode("/bin/run") == 0o555)
    #expect(try mode("/bin/data") == 0o444)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: target + "/link") == "bin/run")
  }

  /// An upgrade of the compiler makes its runs stale, as one of the interpreter does.
  @Test func bothProgramsAreOfTheEnvironment() async throws {
    let model = try TestModel()
    try model.write("", to: "m.sh")
    let card = ModelCard(
      id: "toy", title: "", command: ["sh", "m.sh"], build: ["cp", "m.sh", "{build}"],
      inputs: ["m.sh"])
    let plan = try await model.rerunner(Sandboxes.none).plan(card, folder: model.folder)
    for program in ["program sh", "program cp"] {
      #expect(plan.subject.environment[program]?.contains(" sha256 ") == true)
    }
  }

  /// An interrupted run lies in the library, which may be another's: what is built there is not run.
  @Test func whatLiesInAnInterruptedRunIsBuiltAgain() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let card = ModelCard(
      id: "toy", title: "", command: ["sh", "{build}/m.sh"],
      build: ["cp", "m.sh", "{build}"], inputs: ["m.sh"],
      expectations: [.init(id: "e", metric: "q", op: .less, value: 9)])
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await model.approved(card, by: rerunner)
    let batch = TaskBatch(
      runID: plan.id, card: card, subject: plan.subject, startedAt: "2026-03-01T00:00:00Z",
      sandbox: .none, tasks: plan.tasks.map(\.task))
    let place = rerunner.folder(of: plan.id)
    rerunner.register.begin(plan.id, in: place.path)
    try place.create(batch, from: model.folder, inputs: plan.subject.inputs)
    try FileManager.default.createDirectory(
      atPath: place.build, withIntermediateDirectories: true)
    try Data("echo q = 2".utf8).write(to: URL(filePath: place.build + "/m.sh"))
    let rest = try await rerunner.plan(
      resuming: batch, card: card, folder: model.folder, history: [])
    let record = try await rerunner.resume(rest, batch, on: rerunner.local())
    #expect(record.tasks.map { $0.metrics["q"] } == [1], "\(record.tasks)")
    rerunner.finish(record)
  }
}
