import DictumTestSupport
import Foundation
import Testing

/// `dictum rerun --on slurm`, as a user runs it, on a cluster of one node on this machine.
@Suite(
  .serialized, .timeLimit(.minutes(3)),
  .enabled(if: SlurmCluster.isInstalled, "\(SlurmCluster.whyNot)"))
struct SlurmSessionTests {
  private static let card = """
    ---
    type: model
    id: toy
    title: A toy
    run:
      command: [python3, toy.py, "{seed}"]
      inputs: [toy.py]
    seeds:
      base: 7
      replicates: 8
    expect:
      - id: small
        metric: share
        op: "<"
        value: 1
        basis: "a remainder over its divisor"
    limits:
      mem_mb: 128
    ---

    # A toy
    """
  private static let script = """
    import sys, time
    time.sleep(0.5)
    print("share =", int(sys.argv[1]) % 7 / 7)
    """

  private func library() throws -> TemporaryLibrary {
    try TemporaryLibrary(["models/toy/model.md": Self.card, "models/toy/toy.py": Self.script])
  }

  /// The ids of the runs that are under way or were interrupted.
  private func runs(_ library: TemporaryLibrary) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: library.absolute(".dictum/runs"))) ?? []
  }

  private func isSubmitted(_ library: TemporaryLibrary) -> Bool {
    runs(library).contains { run in
      (try? library.text(".dictum/runs/\(run)/jobs.json"))?.contains(#""job":""#) == true
    }
  }

  /// Starts the model on the cluster and kills `dictum` when its jobs are there.
  private func submit(_ library: TemporaryLibrary, _ cluster: SlurmCluster) async throws -> String {
    let end = try await Executable.kill(
      ["rerun", "model:toy", "--approve", "--on", "slurm", "--chunk", "4"], in: library,
      environment: cluster.environment
    ) {
      let isThere = try await eventually { isSubmitted(library) }
      #expect(isThere)
    }
    #expect(end == nil, "it was faster than its killer")
    return try #require(runs(library).first)
  }

  @Test func whoWasKilledCollectsLater() async throws {
    let library = try library()
    try await SlurmCluster.lend { cluster in
      let run = try await submit(library, cluster)
      let result = try await Executable.run(
        ["rerun", "--resume", "--json"], in: library, environment: cluster.environment)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output.contains("run:\(run)"))
      #expect(result.output.contains(#""verdict" : "holds""#), "\(result.output)")
      #expect(runs(library).isEmpty)
      let jobs = try await cluster.call("squeue", ["-h", "-t", "all", "-o", "%F"])
      #expect(Set(jobs.split(separator: "\n")).count == 1, "nothing was submitted twice: \(jobs)")
    }
  }

  @Test func whoGivesUpStopsTheJobs() async throws {
    let library = try library()
    try library.edit("models/toy/toy.py", "0.5", "20")
    try await SlurmCluster.lend { cluster in
      let run = try await submit(library, cluster)
      let result = try await Executable.run(
        ["rerun", "--cancel", "run:\(run)"], in: library, environment: cluster.environment)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.error.contains("run:\(run) is given up"))
      #expect(runs(library).isEmpty)
      #expect(
        try await eventually {
          try await cluster.call("squeue", ["-h", "-t", "pending,running", "-o", "%F"]).isEmpty
        })
    }
  }

  @Test func whatSlurmRefusesLeavesNothing() async throws {
    let library = try library()
    try await SlurmCluster.lend { cluster in
      let result = try await Executable.run(
        ["rerun", "model:toy", "--approve", "--on", "slurm", "--partition", "nope"], in: library,
        environment: cluster.environment)
      #expect(result.status == 2)
      #expect(
        result.error.hasSuffix(
          """
          dictum: sbatch refused the job: sbatch: error: Batch job submission failed: Invalid \
          partition name specified; see --partition, --account and --slurm-option

          """), "\(result.error)")
      #expect(runs(library).isEmpty)
    }
  }
}
