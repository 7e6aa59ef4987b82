import Dispatch
import Synchronization

/// The one place where the synchronous command line waits for asynchronous work.
///
/// A synchronous root command starts faster, and only child processes need to be waited for.
enum Asynchronous {
  /// The value of `body`, which runs on another thread while this one waits.
  static func wait<T: Sendable>(_ body: @escaping @Sendable () async -> T) -> T {
    let result = Result<T>()
    Task.detached { result.set(await body()) }
    return result.wait()
  }

  /// The same, cancelled by Ctrl-C and by a request to end: `body` then has the time to end its child
  /// processes.
  static func interruptible<T: Sendable, Failure: Error>(
    _ body: @escaping @Sendable () async throws(Failure) -> T
  ) throws -> T {
    let result = Result<Swift.Result<T, Failure>>()
    let task = Task.detached {
      do throws(Failure) {
        result.set(.success(try await body()))
      } catch {
        result.set(.failure(error))
      }
    }
    let interruption = Interruption { task.cancel() }
    defer { interruption.end() }
    return try result.wait().get()
  }

  /// A value that one thread sets and another waits for.
  private final class Result<T: Sendable>: Sendable {
    private let value = Mutex<T?>(nil)
    private let isSet = DispatchSemaphore(value: 0)

    func set(_ newValue: T) {
      value.withLock { $0 = newValue }
      isSet.signal()
    }

    func wait() -> T {
      while true {
        isSet.wait()
        if let value = value.withLock({ $0 }) { return value }
      }
    }
  }
}
