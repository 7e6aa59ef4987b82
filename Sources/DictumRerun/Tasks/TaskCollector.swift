import DictumModel
import Synchronization

/// Runs the tasks of a batch that have no result yet, and collects the results of all.
///
/// Where the first tasks all fail the others would too, so the rest is not started.
final class TaskCollector: Sendable {
  /// How many failures with nothing else before them are enough.
  static let patience = 5

  private struct State {
    var results: [Int: TaskResult] = [:]
    var ran = 0
    var failed = 0
    var gaveUp = false
  }

  private let batch: TaskBatch
  private let place: BatchFolder
  private let progress: @Sendable (RunProgress) -> Void
  private let state = Mutex(State())
  private let start = ContinuousClock().now

  /// A collector for a batch whose folder may hold results already; those that the plan reuses count
  /// as ended too.
  init(
    _ batch: TaskBatch, in place: BatchFolder, plan: RunPlan,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) {
    self.batch = batch
    self.place = place
    self.progress = progress
    state.withLock { state in
      for (index, task) in plan.tasks.enumerated() {
        if let result = place.result(of: index), result.task.key == task.task.key,
          result.outcome != .lost
        {
          state.results[index] = result
        } else if let reused = task.reused {
          state.results[index] = reused
        }
      }
    }
  }

  /// The results so far, in the order of the tasks.
  var results: [TaskResult] {
    state.withLock { state in batch.tasks.indices.compactMap { state.results[$0] } }
  }

  /// How many results were made by this run rather than used again.
  var finished: Int {
    state.withLock { state in state.results.values.count { $0.reusedFrom == nil } }
  }

  /// Whether the rest was not started because nothing had ended well.
  var gaveUp: Bool { state.withLock { $0.gaveUp } }

  /// Runs what is left; ends early when the caller's task is cancelled.
  func run(on backend: any TaskBackend) async throws(RerunError) {
    let left = state.withLock { state in
      batch.tasks.indices.filter { state.results[$0] == nil }
    }
    guard !left.isEmpty else { return }
    let holder = Mutex<Task<RerunError?, Never>?>(nil)
    let work = Task { [batch, place] () -> RerunError? in
      do throws(RerunError) {
        try await backend.run(left, of: batch, in: place.path) { index, result in
          if self.take(result, index: index, of: left.count) {
            holder.withLock { $0 }?.cancel()
          }
        }
        return nil
      } catch {
        return error
      }
    }
    holder.withLock { $0 = work }
    // It may have been pointless before it could be cancelled.
    if gaveUp { work.cancel() }
    let failure = await withTaskCancellationHandler {
      await work.value
    } onCancel: {
      work.cancel()
    }
    if let failure, !gaveUp { throw failure }
  }

  /// Takes a result in; whether it is the one that makes the rest pointless.
  private func take(_ result: TaskResult, index: Int, of count: Int) -> Bool {
    let (report, isPointless) = state.withLock { state in
      state.results[index] = result
      state.ran += 1
      if result.outcome != .ok { state.failed += 1 }
      let isPointless =
        !state.gaveUp && state.failed == state.ran && state.ran >= Self.patience
        && state.ran < count && state.results.count == state.ran
      if isPointless { state.gaveUp = true }
      let elapsed = (ContinuousClock().now - start) / .seconds(1)
      return (
        RunProgress(
          model: batch.card.id, done: state.results.count, total: batch.tasks.count,
          failed: state.results.values.count { $0.outcome != .ok },
          secondsLeft: elapsed / Double(state.ran) * Double(count - state.ran)),
        isPointless
      )
    }
    progress(report)
    return isPointless
  }
}
