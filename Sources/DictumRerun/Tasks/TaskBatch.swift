package import DictumModel

/// Everything that is needed to run tasks of one model, in a folder that this machine, or every
/// machine of a cluster, can read.
///
///     FOLDER/batch.json      this value
///     FOLDER/inputs/         copies of the declared inputs, whose hashes were compared
///     FOLDER/build/          what the card's build command made of them, if it has one
///     FOLDER/results/7.json  the result of task 7, there only when it has ended, and then whole
package struct TaskBatch: Hashable, Sendable, Codable {
  /// The id that the run's record will have.
  package var runID: String

  /// The card.
  package var card: ModelCard

  /// What can change a number, with the seeds of this look.
  package var subject: RunRecord.Subject

  /// Which look at the numbers it is, from 1.
  package var look: Int

  /// When the run began, ISO 8601 in UTC, to the second.
  package var startedAt: String

  /// Whether earlier results were not to be used again.
  package var isForced: Bool

  /// What each task is shut in.
  package var sandbox: RunRecord.Sandbox

  /// The tasks; one is named by its index here, from 0.
  package var tasks: [RunTask]

  /// A batch of the parts named.
  package init(
    runID: String, card: ModelCard, subject: RunRecord.Subject, look: Int = 1, startedAt: String,
    isForced: Bool = false, sandbox: RunRecord.Sandbox, tasks: [RunTask]
  ) {
    self.runID = runID
    self.card = card
    self.subject = subject
    self.look = look
    self.startedAt = startedAt
    self.isForced = isForced
    self.sandbox = sandbox
    self.tasks = tasks
  }
}

/// Where tasks are run.
///
/// A backend runs what it is given and reports each result once. A task whose end is never learnt is
/// reported as `lost`; a task that was never started because the caller's task was cancelled is not
/// reported.
package protocol TaskBackend: Sendable {
  /// Whether tasks of the batch in `folder` may go on by themselves though nobody waits for them, so
  /// that the folder must stay.
  func goesOn(in folder: String) -> Bool

  /// Stops what goes on of the batch in `folder`, as far as that can be done.
  func abandon(_ folder: String) async

  /// Runs the tasks of the batch in `folder` at these indices, in any order, several at once.
  ///
  /// `report` is called as each ends, from any thread. It fails when the backend itself cannot be
  /// used: no cluster, no sandbox.
  func run(
    _ indices: [Int], of batch: TaskBatch, in folder: String,
    report: @escaping @Sendable (_ index: Int, _ result: TaskResult) -> Void
  ) async throws(RerunError)
}
