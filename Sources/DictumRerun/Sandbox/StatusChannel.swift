import CConfine
import Glibc
import Synchronization

/// What bubblewrap is handed and what it says: its status as JSON, the filter, and the pipe that it
/// waits on until the limit of processes is set.
final class StatusChannel: Sendable {
  /// The descriptors for bubblewrap, as 3, 4 and 5.
  let passed: [Int32]
  /// Where its status is read.
  let read: Int32
  private let limits: RunLimits
  private let gate: Mutex<Int32?>

  /// A channel; `nil` when the system has no descriptors left.
  ///
  /// With `blocks`, bubblewrap waits for `release`; `filter` holds bits of `confine_filter`.
  init?(blocks: Bool, limits: RunLimits, filter: UInt32) {
    guard let status = try? Pipe() else { return nil }
    let filter = confine_filter_file(Int32(filter))
    guard filter >= 0 else {
      status.close()
      return nil
    }
    var descriptors = [status.write, filter]
    var gateEnd: Int32?
    if blocks {
      guard let pipe = try? Pipe() else {
        status.close()
        Glibc.close(filter)
        return nil
      }
      descriptors.append(pipe.read)
      gateEnd = pipe.write
    }
    passed = descriptors
    read = status.read
    gate = Mutex(gateEnd)
    self.limits = limits
  }

  /// Closes our copies of what bubblewrap has.
  func closePassed() {
    for descriptor in passed { Glibc.close(descriptor) }
  }

  /// Sets the limit and lets bubblewrap go on, once it has said which process is its first.
  ///
  /// That one is in the new user namespace, where only the run's processes are counted.
  /// `false` when the limit cannot be set: then the gate stays shut, and the run must be stopped
  /// before it is closed, since bubblewrap goes on at the end of the pipe too.
  func release(after said: [UInt8]) -> Bool {
    gate.withLock { open in
      guard let end = open else { return true }
      let text = String(decoding: said, as: UTF8.self)
      guard let child = Bubblewrap.number(after: "\"child-pid\"", in: text) else { return true }
      let limit = limits.ofUser(more: 1)
      guard confine_limit_process(child, confine_resource(limit.resource), limit.soft) == 0 else {
        return false
      }
      _ = writeAll([1], to: end)
      Glibc.close(end)
      open = nil
      return true
    }
  }

  func close() {
    Glibc.close(read)
    gate.withLock { open in
      if let end = open { Glibc.close(end) }
      open = nil
    }
  }
}
