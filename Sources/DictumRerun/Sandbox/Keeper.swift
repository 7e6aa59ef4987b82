import CConfine
import Glibc
import Synchronization

/// A started run: its keeper, and the ends of its pipes.
///
/// The keeper ends only when every process of the run is dead; to close `control` is to kill it.
final class Keeper: Sendable {
  let identifier: Int32
  let output: Int32
  let error: Int32
  let report: Int32
  private let control: Mutex<Int32?>

  /// Starts a run; throws what the system said.
  init(_ confinement: Confinement) throws(Confinement.StartError) {
    let out = try Pipe()
    let err: Pipe
    do throws(Confinement.StartError) {
      err = try Pipe()
    } catch {
      out.close()
      throw error
    }
    switch confinement.start(output: out.write, error: err.write) {
    case .success(let process):
      out.closeWrite()
      err.closeWrite()
      identifier = process.keeper
      output = out.read
      error = err.read
      report = process.report
      control = Mutex(process.control)
    case .failure(let failure):
      out.close()
      err.close()
      throw failure
    }
  }

  /// Kills everything of the run, once; it has died when `finish` returns.
  func kill() {
    control.withLock { descriptor in
      if let open = descriptor { close(open) }
      descriptor = nil
    }
  }

  /// Waits for the keeper's end and gives its report; `nil` if it was killed and could give none.
  func finish() -> confine_report? {
    var said = confine_report()
    let size = MemoryLayout<confine_report>.size
    var count = 0
    repeat {
      count = withUnsafeMutableBytes(of: &said) { read(report, $0.baseAddress, size) }
    } while count < 0 && errno == EINTR
    while waitpid(identifier, nil, 0) < 0 && errno == EINTR {}
    kill()
    for descriptor in [output, error, report] { close(descriptor) }
    return count == size ? said : nil
  }
}

/// The two ends of a pipe, closed in every process that we start.
struct Pipe {
  let read: Int32
  let write: Int32

  /// A new one; throws what the system said.
  init() throws(Confinement.StartError) {
    var ends: (Int32, Int32) = (0, 0)
    let result = withUnsafeMutableBytes(of: &ends) {
      confine_pipe($0.assumingMemoryBound(to: Int32.self).baseAddress)
    }
    guard result == 0 else { throw Confinement.StartError(number: result) }
    (read, write) = ends
  }

  func closeWrite() { Glibc.close(write) }

  func close() {
    Glibc.close(read)
    Glibc.close(write)
  }
}
