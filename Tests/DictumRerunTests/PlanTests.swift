import DictumModel
import Foundation
import Testing

@testable import DictumRerun

@Suite struct PlanTests {
  private func card(_ change: (inout ModelCard) -> Void = { _ in }) -> ModelCard {
    var card = ModelCard(id: "toy", title: "", command: ["sh", "m.sh"], inputs: ["m.sh"])
    change(&card)
    return card
  }

  @Test func saysWhatItWouldDo() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await rerunner.plan(
      card { $0.seeds = .init(base: 7, replicates: 2) }, folder: model.folder)
    #expect(plan.tasks.map(\.task.seed) == plan.subject.seeds)
    #expect(plan.tasks.map(\.decision) == [.run(.new), .run(.new)])
    let hash = "b2170db25d912ed7632853f298f8956cfa8d387f9b64f575a1bd48b336da4c21"
    #expect(plan.subject.inputs == ["m.sh": hash])
    #expect(!plan.isApproved)
    #expect(model.leftovers.isEmpty)
    try rerunner.approve(plan, path: "x/model.md")
    #expect(try await rerunner.plan(plan.card, folder: model.folder).isApproved)
  }

  @Test func refusesWhatIsNotApproved() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await rerunner.plan(card(), folder: model.folder)
    await #expect(throws: RerunError.notApproved(model: "toy")) {
      try await rerunner.run(plan, on: rerunner.local())
    }
    try rerunner.approve(plan, path: "x")
    try model.write("echo q = 2", to: "m.sh")
    #expect(try await !rerunner.plan(card(), folder: model.folder).isApproved)
    // Replaced between plan and run.
    await #expect(throws: RerunError.inputChanged(model: "toy", input: "m.sh")) {
      try await rerunner.run(plan, on: rerunner.local())
    }
    #expect(model.leftovers.isEmpty)
  }

  /// What lies in a batch's folder is compared once more as it is copied to be run.
  @Test func refusesCopiesThatWereReplaced() async throws {
    let model = try TestModel()
    try model.write("echo q = 1", to: "m.sh")
    let rerunner = model.rerunner(Sandboxes.none)
    let plan = try await model.approved(card(), by: rerunner)
    await #expect(throws: RerunError.inputChanged(model: "toy", input: "m.sh")) {
      try await rerunner.run(plan, on: Tampering(local: rerunner.local()))
    }
  }

  /// This machine, where somebody writes into the batch's folder just before the tasks start.
  private struct Tampering: TaskBackend {
    let local: LocalBackend

    func goesOn(in folder: String) -> Bool { local.goesOn(in: folder) }

    func abandon(_ folder: String) async { await local.abandon(folder) }

    func run(
      _ indices: [Int], of batch: TaskBatch, in folder: String,
      report: @escaping @Sendable (_ index: Int, _ result: TaskResult) -> Void
    ) async throws(RerunError) {
      let input = BatchFolder(folder).inputs + "/m.sh"
      try? FileManager.default.removeItem(atPath: input)
      try? Data("echo q = 2".utf8).write(to: URL(filePath: input))
      try await local.run(indices, of: batch, in: folder, report: report)
    }
  }

  @Test func refusesInputs() throws {
    let model = try TestModel()
    try model.write("x", to: "inside.txt")
    try FileManager.default.createSymbolicLink(
      atPath: model.folder + "/out.txt", withDestinationPath: "/usr/bin/env")
    try FileManager.default.createSymbolicLink(
      atPath: model.folder + "/in.txt", withDestinationPath: "inside.txt")
    try FileManager.default.createSymbolicLink(
      atPath: model.folder + "/up", withDestinationPath: "..")
    mkfifo(model.folder + "/pipe", 0o600)
    let cases: [(String, InputProblem?)] = [
      ("in.txt", nil), ("./inside.txt", nil), ("out.txt", .escapes), ("up/card/inside.txt", nil),
      ("up/state", .missing), ("up/private", .escapes), ("../card/inside.txt", .escapes),
      ("/etc/passwd", .absolute), ("", .empty), ("a\u{1B}b", .empty), ("none.txt", .missing),
      ("up/card/../x", .escapes), ("pipe", .special), (".", .empty),
    ]
    for (input, problem) in cases {
      let hasher = InputHasher(
        card: card { $0.inputs = [input] }, folder: model.folder)
      if let problem {
        #expect(throws: RerunError.badInput(model: "toy", input: input, problem), "\(input)") {
          try hasher.hashes()
        }
      } else {
        let hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        #expect(try hasher.hashes().values.map { $0 } == [hash], "\(input)")
      }
    }
    try model.write("x", to: "folder/file")
    #expect(throws: RerunError.badInput(model: "toy", input: "folder", .folder)) {
      try InputHasher(card: card { $0.inputs = ["folder"] }, folder: model.folder).hashes()
    }
  }

  @Test func refusesCards() async throws {
    let model = try TestModel()
    try model.write("x", to: "m.sh")
    let cases: [(RerunError, (inout ModelCard) -> Void)] = [
      (.noCommand(model: "toy"), { $0.command = [] }),
      (.noCommand(model: "toy"), { $0.command = ["", "x"] }),
      (.noSeeds(model: "toy"), { $0.command.append("{seed}") }),
      (
        .unknownPlaceholder(model: "toy", name: "beta", known: ["alpha", "out", "params"]),
        {
          $0.command.append("--b={beta}")
          $0.params = ["alpha": .int(1)]
        }
      ),
      (
        .badTaskCount(model: "toy", count: 0, maximum: 100_000),
        { $0.sweep = [.init(param: "a", values: [])] }
      ),
      (
        .badTaskCount(model: "toy", count: 200_000, maximum: 100_000),
        {
          $0.sweep = [.init(param: "a", values: (0..<100).map { .int($0) })]
          $0.seeds = .init(base: 0, replicates: 1000, maximum: 2000)
        }
      ),
      (
        // A control of a bound at one point runs there only: 600 points and 99 times one.
        .badTaskCount(model: "toy", count: 699 * 1000, maximum: 100_000),
        {
          $0.sweep = [.init(param: "a", values: (0..<600).map { .int($0) })]
          $0.seeds = .init(base: 0, replicates: 1000)
          $0.expectations = [
            .init(id: "e", metric: "q", op: .less, value: 1, at: ["a": .int(3)])
          ]
          $0.controls = (0..<99).map {
            .init(id: "c\($0)", params: ["b": .int(1)], mustBreak: ["e"])
          }
        }
      ),
      (.badReplicates(model: "toy", count: 0), { $0.seeds = .init(base: 0, replicates: 0) }),
      (.badNumber(model: "toy", field: "limits.wall_s"), { $0.limits.wallSeconds = .infinity }),
      (.badNumber(model: "toy", field: "limits.processes"), { $0.limits.processes = -4 }),
      (.badNumber(model: "toy", field: "limits.mem_mb"), { $0.limits.memoryMiB = Int.max }),
      (
        .badNumber(model: "toy", field: "params.a"),
        { $0.params = ["a": .list([.map(["b": .double(.nan)])])] }
      ),
      (
        .badNumber(model: "toy", field: "expectation e"),
        { $0.expectations = [.init(id: "e", metric: "q", op: .less, value: .nan)] }
      ),
      (.badMetricsFile(model: "toy", path: "../m.json"), { $0.metrics.file = "../m.json" }),
    ]
    for (error, change) in cases {
      await #expect(throws: error) {
        try await model.rerunner(Sandboxes.none).plan(card(change), folder: model.folder)
      }
    }
  }

  @Test func messagesSayWhatToDo() {
    let bad = "a\u{1B}[2J"
    let safe = #"a\u{1B}[2J"#
    let cases: [(RerunError, String)] = [
      (
        .noCommand(model: bad),
        "model \(safe) has no command: write `command: [python3, model.py]` in its card"
      ),
      (
        .unknownPlaceholder(model: "m", name: "b", known: ["a", bad]),
        "the command of model m has the unknown placeholder {b}: known are {a}, {\(safe)}"
      ),
      (
        .noSeeds(model: "m"),
        "the command of model m has {seed}, but its card has no seeds: declare `seeds`"
      ),
      (
        .badReplicates(model: "m", count: 0),
        "model m asks for 0 seeds: `seeds.replicates` must be from 1 to 10000"
      ),
      (
        .badNumber(model: "m", field: "limits.cpu_s"),
        "model m has no usable number for limits.cpu_s: write a finite one (a limit above 0)"
      ),
      (
        .badMetricsFile(model: "m", path: "/x"),
        "the metrics file /x of model m is not a path inside the output folder: "
          + "write a relative path without `..`"
      ),
      (
        .badInput(model: "m", input: bad, .folder),
        "input \(safe) of model m is a folder: list the files in it one by one"
      ),
      (
        .badInput(model: "m", input: "x", .escapes),
        "input x of model m lies outside the card's folder: move or copy the file into it"
      ),
      (
        .notApproved(model: "m"),
        "model m is not approved in this state: read its files, then "
          + "`dictum rerun m --approve` or `dictum trust m`"
      ),
      (
        .inputChanged(model: "m", input: "x"),
        "input x of model m changed after the plan was made: plan it again"
      ),
      (.cannotPrepare(path: "/x", reason: "No space left"), "cannot write /x: No space left"),
      (
        .badTaskCount(model: "m", count: 0, maximum: 9),
        "model m asks for 0 tasks, points times seeds, and may ask for 1 to 9: shorten its sweep"
      ),
      (
        .badProbe(model: "m", command: "x \(bad)", reason: bad),
        "`x \(safe)`, which the environment of model m asks, did not end well: \(safe)"
      ),
      (
        .interrupted(model: "m", run: "run:m-1", done: 0, total: 9),
        "model m was interrupted; nothing is recorded"
      ),
      (
        .interrupted(model: "m", run: "run:m-1", done: 3, total: 9),
        "model m was interrupted after 3 of 9 tasks, which are kept: "
          + "`dictum rerun --resume run:m-1` runs the others"
      ),
      (
        .cannotResume(run: "run:m-1", reason: "it is not there"),
        "run:m-1 cannot be resumed: it is not there"
      ),
    ]
    for (error, text) in cases {
      #expect(error.description == text)
    }
    for problem in InputProblem.allCases {
      #expect(problem.description.contains(": "), "\(problem.rawValue) has no remedy")
    }
  }
}
