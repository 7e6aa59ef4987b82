import Foundation
import Glibc

/// Copies what a build left, which nobody has looked at.
///
/// The copies are ours, can be read and executed by every run and written by none; links are copied
/// as links, and what is neither a file, a folder nor a link is left behind.
enum BuiltFiles {
  /// Copies what is in the folder `from` into the folder `to`, which is made if it is not there.
  static func copy(_ from: String, to: String) throws(RerunError) {
    var folders = [""]
    while let folder = folders.popLast() {
      let target = to + folder
      guard mkdir(target, 0o755) == 0 || errno == EEXIST, chmod(target, 0o755) == 0 else {
        throw .cannotPrepare(path: target, reason: lastSystemError())
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: from + folder) else {
        throw .cannotPrepare(path: target, reason: "what was built cannot be listed")
      }
      for name in names.sorted() {
        let path = folder + "/" + name
        var status = stat()
        guard lstat(from + path, &status) == 0 else {
          throw .cannotPrepare(path: to + path, reason: lastSystemError())
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(path)
        case S_IFREG: try copyFile(from + path, to: to + path, mode: status.st_mode)
        case S_IFLNK: try copyLink(from + path, to: to + path)
        default: break
        }
      }
    }
  }

  private static func copyFile(_ from: String, to: String, mode: mode_t) throws(RerunError) {
    guard let bytes = readRegularFile(from, limit: .max) else {
      throw .cannotPrepare(path: to, reason: "what was built cannot be read")
    }
    // Neither the owner's bits nor the special ones are taken over.
    let isExecutable = mode & 0o111 != 0
    if let reason = writeNewFile(bytes, to: to, mode: isExecutable ? 0o555 : 0o444) {
      throw .cannotPrepare(path: to, reason: reason)
    }
  }

  private static func copyLink(_ from: String, to: String) throws(RerunError) {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(from, &buffer, buffer.count - 1)
    // The zero that ends it is there already.
    guard count > 0, symlink(buffer, to) == 0 else {
      throw .cannotPrepare(path: to, reason: "a link that was built cannot be copied")
    }
  }
}
