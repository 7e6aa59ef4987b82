import Foundation
import Glibc

/// Ctrl-C, a request to end and the loss of the terminal, as a call of a function.
///
/// A signal source of Dispatch installs its handler once and takes it away later than it is cancelled,
/// so a second one soon after the first is deaf; a handler of our own that writes to a pipe (Bernstein,
/// *The self-pipe trick*) is not. One can be under way at a time.
final class Interruption {
  /// Where the handler writes; -1 for nowhere.
  ///
  /// A handler may touch nothing but such a number.
  nonisolated(unsafe) private static var descriptor: Int32 = -1

  /// What was done with each signal before.
  private var previous: [(number: Int32, handler: (@convention(c) (Int32) -> Void)?)] = []

  /// Calls `action`, on a thread of its own, at the first signal until `end`; nothing of the kind
  /// happens for signals that the caller of the program has chosen to ignore, as nohup(1) does.
  init(_ action: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    let reading = ends[0]
    Self.descriptor = ends[1]
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let handler = signal(number) { _ in
        let error = errno
        var byte: UInt8 = 0
        write(Interruption.descriptor, &byte, 1)
        errno = error
      }
      if Self.isIgnoring(handler) {
        signal(number, SIG_IGN)
      } else {
        previous.append((number, handler))
      }
    }
    Thread.detachNewThread {
      var entry = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      while poll(&entry, 1, -1) < 0 && errno == EINTR {}
      var byte: UInt8 = 0
      // Nothing to read means that the other end was closed.
      if read(reading, &byte, 1) == 1 { action() }
      close(reading)
    }
  }

  /// Gives the signals back to whom they belonged.
  func end() {
    for (number, handler) in previous { signal(number, handler) }
    previous = []
    guard Self.descriptor >= 0 else { return }
    close(Self.descriptor)
    Self.descriptor = -1
  }

  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
