import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumRerun

@Suite struct SubmissionTests {
  /// Half a minute, or an eighth of all, but at least five seconds.
  @Test(arguments: [
    (1000, 0.05, 125), (1000, 0.5, 60), (1000, 10, 3), (1000, 40, 1), (10, 0.001, 10),
    (8, 2, 2), (4, 100, 1), (1, 0, 1), (100_000, 0.01, 3000),
  ])
  func sizeOfAnElement(_ tasks: Int, _ seconds: Double, _ size: Int) {
    #expect(Chunking.size(tasks: tasks, seconds: seconds) == size)
  }

  /// What is asked for always fits into what the partition allows, when anything does.
  @Test func timeOfAnElement() {
    #expect(Chunking.minutes(wallSeconds: 60, tasks: 1) == 2)
    #expect(Chunking.minutes(wallSeconds: 0.5, tasks: 100) == 2)
    #expect(Chunking.minutes(wallSeconds: 90, tasks: 3) == 6)
    #expect(Chunking.most(wallSeconds: 60, minutes: nil) == Int.max)
    #expect(Chunking.most(wallSeconds: 3600, minutes: 10) == 1)
    for minutes in 2...50 {
      for wall in [0.3, 1, 7, 45, 60, 59.9] {
        let most = Chunking.most(wallSeconds: wall, minutes: minutes)
        #expect(most == 1 || Chunking.minutes(wallSeconds: wall, tasks: most) <= minutes)
      }
    }
  }

  /// Every task is dealt once, and the elements differ by at most one.
  @Test func tasksAreDealtLikeCards() {
    #expect(Chunking.deal([4, 5, 6, 7, 8], size: 2) == [[4, 7], [5, 8], [6]])
    #expect(Chunking.deal([], size: 3).isEmpty)
    var random = SeededGenerator(seed: 20)
    for _ in 0..<200 {
      let tasks = Array(0..<Int.random(in: 1...300, using: &random))
      let size = Int.random(in: 1...40, using: &random)
      let hands = Chunking.deal(tasks, size: size)
      #expect(hands.flatMap { $0 }.sorted() == tasks)
      #expect(hands.count == (tasks.count + size - 1) / size)
      let counts = hands.map(\.count)
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1 && (counts.max() ?? 0) <= size)
    }
  }

  @Test func theArgumentsOfSbatch() {
    let backend = SlurmBackend(
      options: SlurmOptions(partition: "long", account: "lab", further: ["--qos=x", "--mem=1G"]),
      worker: ["/opt/dictum", "__tasks"], environment: [:])
    let card = ModelCard(
      id: "m", title: "", command: ["true"], inputs: [],
      limits: .init(wallSeconds: 90, memoryMiB: 512))
    let batch = TaskBatch(
      runID: "run:m-1", card: card,
      subject: .init(command: [], inputs: [:], params: [:], seeds: []), startedAt: "",
      sandbox: .none, tasks: [])
    let submission = Submission(
      name: "dictum-m-1.0", job: nil, look: 1, elements: [[0, 2, 4], [1, 3]])
    let limits = SlurmLimits(config: "", partitions: "", partition: nil)
    #expect(
      backend.arguments(
        for: submission, at: 0, of: batch, in: SubmissionFolder(path: "/a 100%/b"), limits: limits)
        == [
          "--job-name=dictum-m-1.0", "--array=0-1", "--ntasks=1", "--cpus-per-task=1", "--time=6",
          "--mem=768M", "--no-requeue", "--export=ALL", "--chdir=/a 100%/b",
          "--output=/a 100%%/b/slurm/%A_%a.out", "--partition=long", "--account=lab", "--qos=x",
          "--mem=1G", "/a 100%/b/slurm/job.sh", "/opt/dictum", "__tasks", "/a 100%/b", "0",
          BatchFolder.seal(of: batch) ?? "",
        ])
    let short = SlurmLimits(
      config: "", partitions: "PartitionName=x Default=YES MaxTime=00:04:00", partition: nil)
    #expect(
      backend.arguments(
        for: submission, at: 0, of: batch, in: SubmissionFolder(path: "/b"), limits: short
      ).contains("--time=4"))
  }

  /// A job gets what Slurm needs of the user's environment, and nothing of the shell's.
  @Test func theEnvironmentOfSbatch() {
    let client = SlurmClient(user: [
      "PATH": "/bin", "HOME": "/h", "SLURM_CONF": "/c", "SBATCH_ACCOUNT": "lab", "SECRET": "x",
      "PYTHONPATH": "/p", "SLURM_JOB_ID": "7", "LD_PRELOAD": "x.so",
    ])
    #expect(
      client.environment == [
        "PATH": "/bin", "HOME": "/h", "SLURM_CONF": "/c", "SBATCH_ACCOUNT": "lab",
        "SLURM_BITSTR_LEN": "0",
      ])
  }

  @Test func withoutSlurmItSaysSo() async {
    let backend = SlurmBackend(worker: [], environment: ["PATH": "/nowhere"])
    let batch = TaskBatch(
      runID: "run:m-1", card: ModelCard(id: "m", title: "", command: ["true"], inputs: []),
      subject: .init(command: [], inputs: [:], params: [:], seeds: []), startedAt: "",
      sandbox: .none, tasks: [RunTask()])
    await #expect(throws: RerunError.slurm(.noProgram("sbatch"))) {
      try await backend.run([0], of: batch, in: "/nowhere") { _, _ in }
    }
    #expect(!backend.goesOn(in: "/nowhere"))
  }

  @Test(
    arguments: [
      (
        .noProgram("sbatch"),
        "sbatch is not on the PATH, so there is no Slurm to submit to: run this on a machine of the "
          + "cluster, or without `--on slurm`"
      ),
      (
        .notShared(path: "/x", kind: "tmpfs"),
        "/x is in tmpfs, which the cluster's nodes cannot see: keep the library on a file system that "
          + "all of them share"
      ),
      (
        .refused(said: "sbatch: error: invalid partition specified: nope\u{7}"),
        "sbatch refused the job: sbatch: error: invalid partition specified: nope\\u{7}; see "
          + "--partition, --account and --slurm-option"
      ),
      (
        .nothingCame(said: "job 1_0 ended as NODE_FAIL"),
        "none of the first tasks left a result, so no more were submitted: job 1_0 ended as NODE_FAIL"
      ),
      (
        .silent(run: "run:m-1", said: "Connection refused"),
        "Slurm does not answer (Connection refused); its jobs go on: collect their results with "
          + "`dictum rerun --resume run:m-1`"
      ),
      (
        .left(run: "run:m-1", jobs: ["7"]),
        "stopped waiting for job 7, which goes on: collect with `dictum rerun --resume run:m-1`, or "
          + "give up with `dictum rerun --cancel run:m-1`"
      ),
      (
        .left(run: "run:m-1", jobs: ["7", "8"]),
        "stopped waiting for jobs 7, 8, which go on: collect with `dictum rerun --resume run:m-1`, or "
          + "give up with `dictum rerun --cancel run:m-1`"
      ),
    ] as [(SlurmProblem, String)])
  func problemsSayWhatToDo(_ problem: SlurmProblem, _ text: String) {
    #expect(RerunError.slurm(problem).description == text)
  }
}
