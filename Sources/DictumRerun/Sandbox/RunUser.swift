import DictumModel
import Glibc

/// Who a run is.
///
/// Root's runs become a user that nobody else is, so that the limit of processes counts them alone,
/// they own nothing, and one call kills them all. Everybody else's runs stay theirs.
enum RunUser {
  /// Above what systemd hands out (systemd/docs/UIDS-GIDS.md) and below 2^31.
  private static let numbers: ClosedRange<Int64> = 1_900_000_000...1_999_999_999

  /// Whether ours can be changed at all; a container may have fewer capabilities than its root.
  static var isRoot: Bool { geteuid() == 0 }

  /// One that is very likely nobody's: there are a hundred million.
  static func fresh() -> Int64 { Int64.random(in: numbers) }

  /// Lets the user in where it must go: nobody else can list these folders.
  ///
  /// The run's folder and the one that it lies in are opened; the first folder above them that is
  /// closed to others is returned, and then the run cannot begin.
  static func handOver(_ cell: RunLayout.Cell, to user: Int64) -> String? {
    guard user >= 0, let number = uid_t(exactly: user) else { return nil }
    let above = parent(cell.root)
    for folder in [above, cell.root].compactMap({ $0 }) { chmod(folder, 0o711) }
    chmod(cell.model, 0o755)
    for folder in [cell.out, cell.temporary] { lchown(folder, number, number) }
    return above.flatMap(parent).flatMap { closed(above: $0 + "/") }
  }

  /// Of what a card lets its runs read, the first that a user of their own cannot get to: the folder
  /// that is closed to it.
  static func closed(_ policy: ModelCard.SandboxPolicy, to user: Int64) -> String? {
    guard user >= 0 else { return nil }
    return policy.read.lazy.compactMap { closed(above: $0 + "/") }.first
  }

  /// The innermost folder above a path that others may not pass through.
  private static func closed(above path: String) -> String? {
    var next = parent(path)
    while let folder = next {
      var status = stat()
      if stat(folder, &status) == 0, status.st_mode & S_IXOTH == 0 { return folder }
      next = parent(folder)
    }
    return nil
  }

  /// The folder that a path lies in; `nil` for one at the top.
  private static func parent(_ path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return nil }
    return String(path[..<slash])
  }
}
