import Glibc

/// Keeps two processes from working in one batch's folder: held until the value goes, or the process.
final class BatchLock: Sendable {
  private let file: Int32

  /// `nil` when another process holds it.
  init?(_ path: String) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    // `deinit` closes it then.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit {
    guard file >= 0 else { return }
    // Not by closing alone: a process forked meanwhile may have the file open still.
    flock(file, LOCK_UN)
    close(file)
  }
}
