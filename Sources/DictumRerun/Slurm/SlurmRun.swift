import DictumModel

/// One call of the backend: what is wanted, what the cluster has of it, and what came.
struct SlurmRun {
  let backend: SlurmBackend
  let batch: TaskBatch
  let folder: BatchFolder
  let limits: SlurmLimits
  let report: @Sendable (Int, TaskResult) -> Void
  let jobs: SubmissionFolder

  /// The tasks not reported yet.
  var wanted: Set<Int>

  /// All submissions of the run, also those of earlier calls.
  var submissions: [Submission]

  /// The elements that may still leave results.
  var open: [Open] = []

  /// Tasks behind one that the scheduler stopped, which were never begun.
  var again: [Int] = []

  /// Results that came in this call, for the time that a task takes.
  var seconds: [Double] = []

  /// What became of the task that was lost last.
  var lost: String?

  /// Reasons to wait that the user was told of.
  var told: Set<String> = []

  /// An element of one of the submissions.
  struct Open: Hashable {
    var submission: Int
    var element: Int
  }

  init(
    backend: SlurmBackend, batch: TaskBatch, folder: BatchFolder, limits: SlurmLimits,
    wanted: Set<Int>, report: @escaping @Sendable (Int, TaskResult) -> Void
  ) {
    self.backend = backend
    self.batch = batch
    self.folder = folder
    self.limits = limits
    self.wanted = wanted
    self.report = report
    jobs = SubmissionFolder(path: folder.path)
    submissions = jobs.read()
  }

  /// Runs to the last result.
  mutating func run() async throws(RerunError) {
    collect()
    try await adopt()
    var rest = unsubmitted
    var size = backend.options.chunk
    if size == nil, !rest.isEmpty { size = try await estimate(rest) }
    rest = unsubmitted
    let most = Chunking.most(
      wallSeconds: batch.card.limits.wallSeconds, minutes: limits.minutes)
    try await submit(rest, size: min(size ?? 1, most))
    try await follow()
    while !again.isEmpty {
      // One by one, so that a task that is stopped takes no other with it.
      let tasks = again
      again = []
      try await submit(tasks, size: 1)
      try await follow()
    }
  }

  /// The wanted tasks that no open element will run, in order.
  private var unsubmitted: [Int] {
    let submitted = Set(open.flatMap { submissions[$0.submission].elements[$0.element] })
    return wanted.subtracting(submitted).sorted()
  }

  /// Reports the results that are there now; whether there were any.
  @discardableResult
  mutating func collect() -> Bool {
    let before = wanted.count
    for index in folder.ended.intersection(wanted).sorted() {
      guard let result = folder.result(of: index), result.task == batch.tasks[index] else {
        continue
      }
      seconds.append(result.seconds)
      finish(index, result)
    }
    return wanted.count < before
  }

  /// Reports one result, once.
  mutating func finish(_ index: Int, _ result: TaskResult) {
    if wanted.remove(index) != nil { report(index, result) }
  }

  /// Takes up the elements of earlier calls that the cluster still has.
  private mutating func adopt() async throws(RerunError) {
    for (index, submission) in submissions.enumerated() where submission.look == batch.look {
      var job = submission.job
      if job == nil { job = try await backend.client.job(named: submission.name) }
      guard let job else { continue }
      submissions[index].job = job
      let elements = try await self.elements(of: index)
      for (number, tasks) in submission.elements.enumerated()
      where elements[number]?.isOver == false && tasks.contains(where: wanted.contains) {
        open.append(Open(submission: index, element: number))
      }
    }
    // Asked first, so what has ended in between is seen here.
    collect()
    if !open.isEmpty { backend.say("waiting for \(jobNames), submitted before") }
  }

  /// How many tasks an element shall run: by how long those took that are done already, else by how
  /// long a few of the rest take.
  private mutating func estimate(_ rest: [Int]) async throws(RerunError) -> Int {
    let few = 4
    let wanted = Set(rest)
    let earlier = folder.ended.subtracting(wanted).sorted().prefix(few)
      .compactMap { folder.result(of: $0)?.seconds }
    if earlier.count == few {
      return Chunking.size(tasks: rest.count, seconds: Self.median(earlier))
    }
    guard rest.count > few else { return 1 }
    try await submit((0..<few).map { rest[$0 * (rest.count - 1) / (few - 1)] }, size: 1)
    let known = seconds.count
    try await follow()
    let now = Array(seconds[known...])
    if now.isEmpty, let lost { throw .slurm(.nothingCame(said: lost)) }
    return now.isEmpty ? 1 : Chunking.size(tasks: rest.count, seconds: Self.median(now))
  }

  /// The middle of at least one number, the upper one of two.
  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// Submits tasks in as many job arrays as it takes.
  private mutating func submit(_ tasks: [Int], size: Int) async throws(RerunError) {
    var rest = Chunking.deal(tasks, size: size)[...]
    while !rest.isEmpty {
      if Task.isCancelled { throw leave() }
      let elements = Array(rest.prefix(limits.elements))
      rest = rest.dropFirst(elements.count)
      let index = submissions.count
      let run = batch.runID.hasPrefix("run:") ? String(batch.runID.dropFirst(4)) : batch.runID
      var submission = Submission(
        name: "dictum-\(run).\(index)", job: nil, look: batch.look, elements: elements)
      // Kept before it is submitted: whoever is stopped in between finds the job by its name.
      submissions.append(submission)
      try jobs.write(submissions)
      let job = try await backend.client.submit(
        backend.arguments(for: submission, at: index, of: batch, in: jobs, limits: limits))
      submission.job = job
      submissions[index] = submission
      try jobs.write(submissions)
      open += elements.indices.map { Open(submission: index, element: $0) }
      let count = elements.reduce(0) { $0 + $1.count }
      backend.say(
        "submitted job \(job): \(count) \(count == 1 ? "task" : "tasks") in "
          + "\(elements.count) \(elements.count == 1 ? "element" : "elements")")
    }
  }

  /// The numbers of the jobs that are waited for.
  private var jobNames: String {
    let numbers = openJobs
    return (numbers.count == 1 ? "job " : "jobs ") + numbers.joined(separator: ", ")
  }

  private var openJobs: [String] {
    Set(open.map(\.submission)).sorted().compactMap { submissions[$0].job }
  }

  /// What to say when the caller stops waiting.
  func leave() -> RerunError {
    .slurm(.left(run: batch.runID, jobs: openJobs))
  }
}
