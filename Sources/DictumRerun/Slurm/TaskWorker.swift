import DictumModel

/// What runs on a node: the tasks of one element of a job array, one after another.
package struct TaskWorker: Sendable {
  private let folder: BatchFolder
  private let batch: TaskBatch
  private let tasks: [Int]

  /// The worker of an element of a submission, by their numbers; `nil` when the folder has no such
  /// element, or the run has gone on to a further look, or the batch is not the one of the seal.
  package init?(folder path: String, submission: Int, seal: String, element: Int) {
    let submissions = SubmissionFolder(path: path).read()
    folder = BatchFolder(path)
    guard let batch = folder.read(sealed: seal), submissions.indices.contains(submission),
      submissions[submission].look == batch.look,
      submissions[submission].elements.indices.contains(element)
    else { return nil }
    self.batch = batch
    tasks = submissions[submission].elements[element].filter(batch.tasks.indices.contains)
  }

  /// Runs each task that has no result yet, and leaves its result in the folder.
  ///
  /// `temporary` is the folder of this machine for private folders. Where the run was planned with a
  /// sandbox, a node tries the same kind first, and one without any refuses every task.
  package func run(temporary: String) async throws(RerunError) {
    let sandbox =
      batch.sandbox == .none
      ? Sandbox.none("the run was planned without a sandbox")
      : await Sandbox.detect(
        batch.sandbox == .landlock ? [.landlock, .bubblewrap] : [.bubblewrap, .landlock])
    let runner = try TaskRunner(
      batch, in: folder, sandbox: sandbox,
      temporary: temporary.hasSuffix("/") ? String(temporary.dropLast()) : temporary)
    for index in tasks where folder.result(of: index)?.task != batch.tasks[index] {
      // Cancelled: the job was stopped, and the rest of it is not ours.
      guard let result = await runner.run(index) else { return }
      try folder.keep(result, index: index)
    }
  }
}
