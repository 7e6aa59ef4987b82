package import DictumModel

/// Runs tasks on this machine, several at once.
package struct LocalBackend: TaskBackend {
  private let jobs: Int
  private let sandbox: Sandbox
  private let temporary: String

  /// Nothing does: what was running ended with `run`.
  package func goesOn(in folder: String) -> Bool { false }

  /// There is nothing to stop.
  package func abandon(_ folder: String) async {}

  /// A backend of at most `jobs` tasks at once, at least 1; `temporary` is the folder for private
  /// folders.
  package init(jobs: Int, sandbox: Sandbox, temporary: String) {
    self.jobs = max(1, jobs)
    self.sandbox = sandbox
    self.temporary = temporary
  }

  /// Runs the tasks in order, starting one as another ends, and keeps each result in the batch's
  /// folder before it reports it.
  package func run(
    _ indices: [Int], of batch: TaskBatch, in folder: String,
    report: @escaping @Sendable (_ index: Int, _ result: TaskResult) -> Void
  ) async throws(RerunError) {
    let place = BatchFolder(folder)
    let runner = try TaskRunner(batch, in: place, sandbox: sandbox, temporary: temporary)
    let failure = await withTaskGroup(of: Ended.self) { group -> RerunError? in
      var rest = indices[...]
      var failure: RerunError?
      func start() {
        guard let index = rest.popFirst() else { return }
        group.addTask { Ended(index: index, result: await runner.run(index)) }
      }
      for _ in 0..<jobs { start() }
      while let ended = await group.next() {
        guard let result = ended.result, failure == nil else { continue }
        do throws(RerunError) {
          try place.keep(result, index: ended.index)
          report(ended.index, result)
          if !Task.isCancelled { start() }
        } catch {
          failure = error
          group.cancelAll()
        }
      }
      return failure
    }
    if let failure { throw failure }
  }

  /// A task that ended, or was stopped.
  private struct Ended: Sendable {
    var index: Int
    var result: TaskResult?
  }
}
