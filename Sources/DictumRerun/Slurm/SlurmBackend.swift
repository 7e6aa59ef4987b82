package import DictumModel

/// Runs tasks as job arrays of a Slurm cluster.
///
/// Each element of an array runs some tasks of the batch, one after another, with this same program,
/// and each task's result is a file in the batch's folder. The scheduler is asked only why there is
/// none: what it says of a job's end is never a verdict.
package struct SlurmBackend: TaskBackend {
  let options: SlurmOptions
  let pace: SlurmPace
  let worker: [String]
  let client: SlurmClient
  let say: @Sendable (String) -> Void

  /// A backend of the parts named.
  ///
  /// `worker` is the command that runs tasks, to which the folder, the submission's index, the
  /// batch's seal and the element's number are appended; `environment` is the user's; `say` is told
  /// what the user should know on the way.
  package init(
    options: SlurmOptions = SlurmOptions(), pace: SlurmPace = SlurmPace(), worker: [String],
    environment: [String: String],
    say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.options = options
    self.pace = pace
    self.worker = worker
    self.client = SlurmClient(user: environment)
    self.say = say
  }

  /// The cluster goes on with its jobs when nobody waits for them.
  package func goesOn(in folder: String) -> Bool { Self.has(folder) }

  /// Whether tasks of the batch in a folder were submitted.
  package static func has(_ folder: String) -> Bool {
    SubmissionFolder(path: folder).read().contains { $0.job != nil }
  }

  /// Submits what is not with the cluster yet, and waits for the rest.
  ///
  /// A caller that is cancelled leaves the jobs to the cluster; called again for the same folder, this
  /// collects them. A task is `lost` when its job is over and left no result.
  package func run(
    _ indices: [Int], of batch: TaskBatch, in folder: String,
    report: @escaping @Sendable (_ index: Int, _ result: TaskResult) -> Void
  ) async throws(RerunError) {
    try client.check()
    let limits = try await client.limits(partition: options.partition)
    if let kind = SharedFolder.ownKind(of: folder),
      !SharedFolder.isOnlyNode(limits.nodes, host: SharedFolder.host)
    {
      throw .slurm(.notShared(path: folder, kind: kind))
    }
    var run = SlurmRun(
      backend: self, batch: batch, folder: BatchFolder(folder), limits: limits,
      wanted: Set(indices), report: report)
    try await run.run()
  }

  /// Takes what the cluster still has of the batch in a folder out of its queue, and stops it.
  package func abandon(_ folder: String) async {
    await client.cancel(SubmissionFolder(path: folder).read())
  }

  /// The arguments of sbatch for one submission.
  func arguments(
    for submission: Submission, at index: Int, of batch: TaskBatch, in folder: SubmissionFolder,
    limits: SlurmLimits
  ) -> [String] {
    let card = batch.card.limits
    let most = submission.elements.map(\.count).max() ?? 1
    let minutes = Chunking.minutes(wallSeconds: card.wallSeconds, tasks: most)
    var arguments = [
      "--job-name=" + submission.name,
      "--array=0-\(submission.elements.count - 1)",
      "--ntasks=1", "--cpus-per-task=1",
      "--time=\(min(minutes, limits.minutes ?? minutes))",
      // What Dictum itself needs is on top of what the model may use.
      "--mem=\(card.memoryMiB + 256)M",
      "--no-requeue", "--export=ALL",
      "--chdir=" + folder.path, "--output=" + folder.outputPattern,
    ]
    if let partition = options.partition { arguments.append("--partition=" + partition) }
    if let account = options.account { arguments.append("--account=" + account) }
    return arguments + options.further + [folder.job] + worker + [
      folder.path, "\(index)", BatchFolder.seal(of: batch) ?? "",
    ]
  }
}
