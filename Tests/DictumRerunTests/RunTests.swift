import DictumModel
import Foundation
import Testing

@testable import DictumRerun

@Suite(.serialized) struct RunTests {
  @Test func metricsByAllRoutes() async throws {
    let script = """
      import json, os
      assert os.environ["DICTUM_MODEL"] == "toy" and os.environ["DICTUM_PROTOCOL"] == "1"
      assert os.environ["DICTUM_RUN_ID"].startswith("run:toy-20260314T150926Z-")
      params = json.load(open(os.environ["DICTUM_PARAMS"]))
      assert params == {"alpha": 0.25, "names": ["a", "b"]}, params
      print("alpha =", params["alpha"])
      print("both: 1")
      print("the slope came out at 0.5 per step")
      json.dump({"tail": {"Q2": {"value": 2.5, "n": 4}}, "list": [1, True], "both": 2,
        "bad": float("nan")}, open(os.environ["DICTUM_OUT"] + "/metrics.json", "w"))
      """
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let record = try await model.run(script, in: sandbox) {
        $0.params = ["alpha": .double(0.25), "names": .list([.string("a"), .string("b")])]
        $0.metrics.stdout = ["slope": .init(after: "came out at")]
        $0.expectations = [
          .init(id: "two", metric: "both", op: .equal, value: 2),
          .init(id: "bad", metric: "bad", op: .less, value: 2),
        ]
      }
      #expect(record.outcome == .ok, "\(record.message)")
      #expect(
        record.metrics() == [
          "alpha": [0.25], "both": [2], "slope": [0.5], "tail.Q2": [2.5], "tail.Q2.n": [4],
          "list.0": [1], "list.1": [1],
        ])
      #expect(record.verdicts.map(\.verdict) == [.holds, .notEvaluated])
      #expect(record.notes.contains("metric bad is NaN, not a number"))
      #expect(record.sandbox == sandbox.kind)
      #expect(record.startedAt == "2026-03-14T15:09:26Z")
      #expect(model.leftovers.isEmpty)
    }
  }

  @Test func seedsAndPlaceholders() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let script = """
        import os, sys
        assert sys.argv[1] == os.environ["DICTUM_SEED"]
        assert os.listdir(sys.argv[2]) == [] and sys.argv[3] == "{not a name}"
        open(sys.argv[2] + "/left", "w").close()
        print("seed =", sys.argv[1])
        """
      let record = try await model.run(script, in: sandbox) {
        $0.command += ["{seed}", "{out}", "{not a name}"]
        $0.seeds = .init(base: 0, replicates: 3)
      }
      #expect(record.outcome == .ok, "\(record.message)")
      #expect(record.subject.seeds.count == 3)
      #expect(record.metrics()["seed"] == record.subject.seeds.map { Double($0) })
    }
  }

  @Test func failureStopsNoOtherSeedAndSaysItsLastLines() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let script = """
        import os, sys
        print("q = 1")
        if int(os.environ["DICTUM_SEED"]) != \(SeedSequence(base: 1, model: "toy")[0]):
            sys.exit("no\\x1b[31m luck\\u202e")
        """
      let record = try await model.run(script, in: sandbox) {
        $0.seeds = .init(base: 1, replicates: 3)
        $0.expectations = [.init(id: "q", metric: "q", op: .equal, value: 1)]
      }
      #expect(record.outcome == .failed)
      #expect(record.message == "exit status 1\nno\\u{1B}[31m luck\\u{202E}")
      #expect(record.tasks.map(\.outcome) == [.ok, .failed, .failed])
      #expect(record.metrics() == ["q": [1]])
      #expect(record.verdicts.map(\.verdict) == [.notEvaluated])
    }
  }

  @Test func timeoutKillsGrandchildren() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let mark = "31415." + String(UInt32.random(in: 0...UInt32.max))
      let script = "sleep \(mark) & sleep \(mark) & wait"
      let record = try await model.run(script, language: "sh", in: sandbox) {
        $0.limits.wallSeconds = 0.4
      }
      #expect(record.outcome == .timeout)
      #expect(record.message.hasPrefix("stopped after 0.4 s of wall-clock time"))
      #expect(try await isGone(mark))
    }
  }

  @Test func orphansDoNotHoldARunOpen() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let mark = "27182." + String(UInt32.random(in: 0...UInt32.max))
      let record = try await model.run("sleep \(mark) & echo q = 1", language: "sh", in: sandbox)
      #expect(record.outcome == .ok, "\(record.message)")
      #expect(record.metrics() == ["q": [1]])
      #expect(try await isGone(mark))
    }
  }

  @Test func cancellationKillsAndRecordsNothing() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let mark = "16180." + String(UInt32.random(in: 0...UInt32.max))
      let task = Task { try await model.run("sleep \(mark) & wait", language: "sh", in: sandbox) }
      try await Task.sleep(for: .milliseconds(400))
      task.cancel()
      let error = await #expect(throws: RerunError.self) { try await task.value }
      #expect("\(error as Any)".contains("model toy was interrupted; nothing is recorded"))
      #expect(try await isGone(mark))
      #expect(model.leftovers.isEmpty)
    }
  }

  @Test func limitsOfTimeAndOutput() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let endless = try await model.run("yes q = 1", language: "sh", in: sandbox) {
        $0.limits.outputMiB = 3
      }
      #expect(endless.outcome == .outputLimit)
      #expect(endless.message.hasPrefix("stopped after 3 MiB of printed output"))

      let busy = try await model.run("while :; do :; done", language: "sh", in: sandbox) {
        $0.limits.cpuSeconds = 1
      }
      #expect(busy.outcome == .timeout)
      #expect(busy.message.hasPrefix("used more than 1.0 s of processor time"))

      let big = try await model.run(
        "head -c 2000000 /dev/zero >\"$DICTUM_OUT/x\"", language: "sh", in: sandbox
      ) { $0.limits.outputMiB = 1 }
      #expect(big.outcome == .outputLimit)

      let many =
        "import os\nfor i in range(4): open(os.environ['DICTUM_OUT'] + f'/{i}', 'wb')"
        + ".write(bytes(400_000))"
      let sum = try await model.run(many, in: sandbox) { $0.limits.outputMiB = 1 }
      #expect(sum.outcome == .outputLimit)
      #expect(sum.message.hasPrefix("wrote more than 1 MiB"))

      let memory = try await model.run("x = bytearray(1 << 30)", in: sandbox) {
        $0.limits.memoryMiB = 256
      }
      #expect(memory.outcome == .memory)
      #expect(memory.message.contains("MemoryError"))
    }
  }

  @Test func signalsAndMissingPrograms() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      let killed = try await model.run(
        "sh -c 'kill -SEGV $$'; exit $?", language: "sh", in: sandbox)
      #expect(killed.outcome == (sandbox.kind == .bubblewrap ? .signalled : .failed))
      let missing = try await model.run("", language: "no-such-program", in: sandbox)
      #expect(missing.outcome == .sandboxError)
      #expect(missing.message.hasPrefix("the command could not be started: "))
    }
    let model = try TestModel()
    let direct = try await model.run("kill -SEGV $$", language: "sh", in: Sandboxes.none)
    #expect(direct.outcome == .signalled)
    #expect(direct.message == "killed by signal 11")
    #expect(direct.notes == ["test without a sandbox"])
  }

  @Test func aLinkOrAPipeIsNoMetricsFile() async throws {
    for sandbox in await Sandboxes.all() {
      for script in [
        "ln -s /usr/share/x.json $DICTUM_OUT/metrics.json", "mkfifo $DICTUM_OUT/metrics.json",
      ] {
        let model = try TestModel()
        let record = try await model.run(script, language: "sh", in: sandbox)
        #expect(record.outcome == .ok, "\(record.message)")
        #expect(record.metrics().isEmpty)
      }
    }
  }

  /// Whether no process has the word in its command line, after a moment for the kernel to clear up.
  private func isGone(_ word: String) async throws -> Bool {
    for _ in 0..<100 {
      let found = try FileManager.default.contentsOfDirectory(atPath: "/proc")
        .filter { $0.allSatisfy(\.isNumber) }
        .contains { number in
          guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else {
            return false
          }
          return String(decoding: line, as: UTF8.self).hasPrefix("sleep\0" + word)
        }
      if !found { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}
