import Foundation
import Glibc

/// Making, measuring and removing the private folder of a run.
struct RunFolder {
  /// Makes a folder that only this user can open; it must not exist yet.
  static func make(_ path: String) throws(RerunError) {
    guard mkdir(path, 0o700) == 0 else {
      throw .cannotPrepare(path: path, reason: lastSystemError())
    }
  }

  /// Removes a folder and all that is in it; links are removed, not followed.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The size of all regular files below a folder, bytes; links are not followed.
  static func size(of path: String) -> Int {
    guard let files = FileManager.default.enumerator(atPath: path) else { return 0 }
    var total = 0
    while files.nextObject() != nil {
      if files.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        total += (files.fileAttributes?[.size] as? NSNumber)?.intValue ?? 0
      }
    }
    return total
  }

  /// A regular file below a folder, at most 4 MiB; `nil` if it is not there or a link leads out.
  static func file(_ relative: String, in folder: String) -> [UInt8]? {
    guard let root = realPath(folder), let target = realPath(folder + "/" + relative),
      target.hasPrefix(root + "/")
    else { return nil }
    return readRegularFile(target, limit: 4 << 20)
  }
}
