import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumRerun

/// Real tasks on a real cluster, of one node on this machine.
@Suite(
  .serialized, .timeLimit(.minutes(3)),
  .enabled(if: SlurmCluster.isInstalled, "\(SlurmCluster.whyNot)"))
struct LoopbackTests {
  /// What a model of eight or more seeds does, by the index of its seed.
  private static func script(_ card: ModelCard, _ acts: [Int: String], else act: String = "pass")
    -> String
  {
    let seeds = SeedSequence.seeds(of: card)
    let cases = acts.map { "  \(seeds[$0.key]): lambda: \($0.value)," }.joined(separator: "\n")
    return """
      import sys, time
      acts = {
      \(cases)
      }
      seed = int(sys.argv[1])
      acts.get(seed, lambda: \(act == "pass" ? "None" : act))()
      print("seed =", seed)
      """
  }

  private static func card(seeds: Int) -> ModelCard {
    ModelCard(
      id: "toy", title: "Toy", command: ["python3", "model.py", "{seed}"], inputs: ["model.py"],
      seeds: .init(base: 1, replicates: seeds),
      expectations: [.init(id: "any", metric: "seed", op: .greater, value: -1)],
      limits: .init(wallSeconds: 20, memoryMiB: 256))
  }

  private static func backend(
    _ cluster: SlurmCluster, chunk: Int? = nil, further: [String] = []
  ) -> SlurmBackend {
    SlurmBackend(
      options: SlurmOptions(further: further, chunk: chunk),
      pace: SlurmPace(
        shortest: 0.05, longestLook: 0.3, longestQuestion: 0.5, grace: 0.5, silence: 60),
      worker: [Executable.path, "__tasks"], environment: cluster.environment)
  }

  /// The submissions in the one batch of a model.
  private static func submissions(_ model: TestModel) -> [Submission] {
    let runs = (try? FileManager.default.contentsOfDirectory(atPath: model.root + "/runs")) ?? []
    return runs.flatMap { SubmissionFolder(path: model.root + "/runs/" + $0).read() }
  }

  /// How many results lie in it.
  private static func results(_ model: TestModel) -> Int {
    let runs = (try? FileManager.default.contentsOfDirectory(atPath: model.root + "/runs")) ?? []
    let folders = runs.map { model.root + "/runs/\($0)/results" }
    return folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
      .count { $0.hasSuffix(".json") }
  }

  @Test func tasksAreSharedOutAndCollected() async throws {
    let model = try TestModel()
    var card = Self.card(seeds: 20)
    card.limits.wallSeconds = 3
    card.limits.memoryMiB = 128
    try model.write(
      Self.script(
        card,
        [3: "sys.exit('no luck')", 9: "time.sleep(60)", 14: "len(bytearray(1 << 30).hex())"]),
      to: "model.py")
    let rerunner = model.rerunner(await Sandbox.detect())
    let plan = try await model.approved(card, by: rerunner)
    try await SlurmCluster.lend { cluster in
      let record = try await rerunner.run(plan, on: Self.backend(cluster))
      #expect(record.tasks.count == 20)
      for (index, result) in record.tasks.enumerated() {
        let expected: RunRecord.Outcome =
          switch index {
          case 3: .failed
          case 9: .timeout
          case 14: .memory
          default: .ok
          }
        #expect(result.outcome == expected, "\(index): \(result)")
        #expect(result.task == plan.tasks[index].task)
        if expected == .ok { #expect(result.metrics["seed"] == Double(result.task.seed ?? 0)) }
      }
      #expect(record.tasks[3].message.contains("no luck"))
      let submissions = Self.submissions(model)
      #expect(submissions.first?.elements.map(\.count) == [1, 1, 1, 1], "the first are tried")
      #expect(submissions.flatMap(\.elements).flatMap { $0 }.sorted() == Array(0..<20))
      rerunner.finish(record)
      #expect(model.leftovers.isEmpty)
    }
  }

  @Test func theSchedulerMayStopATaskForItsMemory() async throws {
    let model = try TestModel()
    var card = Self.card(seeds: 3)
    card.limits.memoryMiB = 2048
    try model.write(
      Self.script(card, [1: "(bytearray(b'x') * (400 << 20), time.sleep(15))"]), to: "model.py")
    let rerunner = model.rerunner(await Sandbox.detect())
    let plan = try await model.approved(card, by: rerunner)
    try await SlurmCluster.lend { cluster in
      let record = try await rerunner.run(
        plan, on: Self.backend(cluster, chunk: 3, further: ["--mem=200"]))
      #expect(record.tasks.map(\.outcome) == [.ok, .memory, .ok], "\(record.tasks)")
      #expect(record.tasks[1].message.contains("memory limit"), "\(record.tasks[1].message)")
      #expect(record.verdicts.map(\.verdict) == [.notEvaluated])
      #expect(Self.submissions(model).map(\.elements) == [[[0, 1, 2]], [[2]]])
    }
  }

  @Test func aCancelledJobIsLostAndNoVerdict() async throws {
    let model = try TestModel()
    let card = Self.card(seeds: 2)
    try model.write(Self.script(card, [0: "time.sleep(15)"]), to: "model.py")
    let rerunner = model.rerunner(await Sandbox.detect())
    let plan = try await model.approved(card, by: rerunner)
    try await SlurmCluster.lend { cluster in
      async let running = rerunner.run(plan, on: Self.backend(cluster, chunk: 1))
      #expect(try await eventually { Self.results(model) == 1 })
      let job = try #require(Self.submissions(model).first?.job)
      try await cluster.call("scancel", [job + "_0"])
      let record = try await running
      #expect(record.tasks.map(\.outcome) == [.lost, .ok], "\(record.tasks)")
      #expect(record.tasks[0].message.contains("job \(job)_0 ended as CANCELLED"))
      #expect(record.outcome == .lost)
      #expect(record.verdicts.map(\.verdict) == [.notEvaluated])
    }
  }

  @Test func aPowerCutLosesWhatRanAndTheNextRunDoesTheRest() async throws {
    let model = try TestModel()
    let card = Self.card(seeds: 8)
    try model.write(Self.script(card, [:], else: "time.sleep(1)"), to: "model.py")
    let rerunner = model.rerunner(await Sandbox.detect())
    let plan = try await model.approved(card, by: rerunner)
    try await SlurmCluster.lend { cluster in
      async let running = rerunner.run(plan, on: Self.backend(cluster, chunk: 4))
      #expect(try await eventually { Self.results(model) >= 2 })
      try await cluster.cut()
      let record = try await running
      let lost = record.tasks.filter { $0.outcome == .lost }
      #expect((1..<8).contains(lost.count), "\(record.tasks.map(\.outcome))")
      #expect(lost.allSatisfy { $0.message.contains("NODE_FAIL") }, "\(lost)")
      #expect(record.tasks.count { $0.outcome == .ok } == 8 - lost.count)
      #expect(record.outcome == .lost)
      #expect(record.verdicts.map(\.verdict) == [.notEvaluated])
      rerunner.finish(record)

      try await cluster.plug()
      let again = try await model.approved(card, by: rerunner, history: [record])
      #expect(again.tasks.count { $0.reused == nil } == lost.count)
      let second = try await rerunner.run(again, on: Self.backend(cluster, chunk: 4))
      #expect(second.tasks.allSatisfy { $0.outcome == .ok }, "\(second.tasks)")
      #expect(second.tasks.count == 8 && second.verdicts.map(\.verdict) == [.holds])
    }
  }

  @Test func whoStopsWaitingCollectsLater() async throws {
    let model = try TestModel()
    let card = Self.card(seeds: 8)
    try model.write(Self.script(card, [:], else: "time.sleep(0.3)"), to: "model.py")
    let rerunner = model.rerunner(await Sandbox.detect())
    let plan = try await model.approved(card, by: rerunner)
    // Arrays of at most three elements: three jobs.
    try await SlurmCluster.lend(["SLURM_LOOPBACK_ARRAY": "3"]) { cluster in
      let backend = Self.backend(cluster, chunk: 1)
      let waiting = Task { () -> RerunError? in
        do throws(RerunError) {
          _ = try await rerunner.run(plan, on: backend)
          return nil
        } catch {
          return error
        }
      }
      #expect(try await eventually { Self.submissions(model).count { $0.job != nil } == 3 })
      waiting.cancel()
      let error = await waiting.value
      let jobs = Self.submissions(model).compactMap(\.job)
      guard case .slurm(.left(let run, let left)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(run == plan.id && !left.isEmpty && Set(left).isSubset(of: jobs))

      let batch = try #require(rerunner.interrupted().first)
      let rest = try await rerunner.plan(
        resuming: batch, card: card, folder: model.folder, history: [])
      let record = try await rerunner.resume(rest, batch, on: backend)
      #expect(record.id == plan.id && record.tasks.count == 8)
      #expect(record.tasks.allSatisfy { $0.outcome == .ok }, "\(record.tasks)")
      #expect(Self.submissions(model).map(\.elements.count) == [3, 3, 2], "nothing twice")
    }
  }
}
