import DictumModel
import Synchronization

@testable import DictumRerun

/// Runs nothing, remembers what it would run, and says that all ended well: `q` is a tenth of the
/// task's index.
final class PretendingBackend: TaskBackend {
  private let indices = Mutex<[Int]>([])

  /// The indices of the tasks, in the order in which they were asked for.
  var ran: [Int] { indices.withLock { $0 } }

  func goesOn(in folder: String) -> Bool { false }

  func abandon(_ folder: String) async {}

  func run(
    _ indices: [Int], of batch: TaskBatch, in folder: String,
    report: @escaping @Sendable (_ index: Int, _ result: TaskResult) -> Void
  ) async throws(RerunError) {
    for index in indices {
      self.indices.withLock { $0.append(index) }
      report(
        index,
        TaskResult(task: batch.tasks[index], outcome: .ok, metrics: ["q": Double(index) / 10]))
    }
  }
}
