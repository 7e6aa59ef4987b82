import Glibc

/// Making and removing the private folder of a run, and reading what the run left in it.
struct RunFolder {
  /// Makes a folder that only this user can open; it must not exist yet.
  static func make(_ path: String) throws(RerunError) {
    guard mkdir(path, 0o700) == 0 else {
      throw .cannotPrepare(path: path, reason: lastSystemError())
    }
  }

  /// Removes a folder and all that is in it; links are removed, not followed, and neither deep
  /// folders nor ones without permissions are left.
  static func remove(_ path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if folder >= 0 {
      empty(folder, depth: 0, top: folder)
      close(folder)
    }
    rmdir(path)
  }

  /// A regular file below a folder, at most `limit` bytes; `nil` if it is not there or a link leads
  /// out.
  static func file(
    _ relative: String, in folder: String, limit: Int = 4 << 20
  ) -> [UInt8]? {
    guard let root = realPath(folder), let target = realPath(folder + "/" + relative),
      target.hasPrefix(root + "/")
    else { return nil }
    return readRegularFile(target, limit: limit)
  }

  /// Removes what is in a folder.
  ///
  /// What lies too deep is moved up to `top` and removed from there, so that neither the stack nor
  /// the descriptors run out.
  private static func empty(_ folder: Int32, depth: Int, top: Int32) {
    var before = -1
    var moved = 0
    repeat {
      for name in folderEntries(folder) {
        if unlinkat(folder, name, 0) == 0 { continue }
        if depth >= FolderSize.depth, unlinkat(folder, name, AT_REMOVEDIR) != 0 {
          let label = "deep-\(UInt64.random(in: 0...UInt64.max))"
          _ = renameat(folder, name, top, label)
          continue
        }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var child = openat(folder, name, flags)
        if child < 0, errno == EACCES, fchmodat(folder, name, 0o700, 0) == 0 {
          child = openat(folder, name, flags)
        }
        guard child >= 0 else { continue }
        fchmod(child, 0o700)
        empty(child, depth: depth + 1, top: top)
        close(child)
        unlinkat(folder, name, AT_REMOVEDIR)
      }
      // Each round takes a slice off what is left; one that takes nothing is the last.
      (before, moved) = (
        moved, depth == 0 ? folderEntries(folder).reduce(0) { $0 &+ $1.hashValue } : 0
      )
    } while moved != 0 && moved != before
  }
}
