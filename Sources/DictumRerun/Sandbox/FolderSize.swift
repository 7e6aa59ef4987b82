import Glibc

/// How much lies below a folder that a hostile program may have filled.
///
/// Links are not followed, nothing is opened but folders, and a folder too deep to be looked at
/// counts as too many files.
struct FolderSize: Equatable {
  /// The sizes of all regular files as they say them, so that a hole counts; bytes.
  private(set) var bytes = 0
  /// Files of every kind, and folders.
  private(set) var files = 0

  /// How many folders may lie in one another.
  static let depth = 64

  /// Looks at a folder; zero if it is not there.
  init(of path: String) {
    add(open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), depth: 0)
  }

  private mutating func add(_ descriptor: Int32, depth: Int) {
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard depth < Self.depth else {
      files = RunLimits.files + 1
      return
    }
    for entry in folderEntries(descriptor, atMost: RunLimits.files + 1) {
      files += 1
      // Too much already: the rest does not matter.
      if files > RunLimits.files { return }
      var status = stat()
      guard fstatat(descriptor, entry, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: bytes += Int(status.st_size)
      case S_IFDIR:
        add(
          openat(descriptor, entry, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC),
          depth: depth + 1)
      default: break
      }
    }
  }
}

/// The first names in a folder, as the bytes they are, without `.` and `..`; its descriptor stays
/// open.
func folderEntries(_ descriptor: Int32, atMost bound: Int = .max) -> [[CChar]] {
  guard let folder = fdopendir(dup(descriptor)) else { return [] }
  defer { closedir(folder) }
  rewinddir(folder)
  var names: [[CChar]] = []
  while names.count < bound, let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
    }
    if name != [0x2E, 0] && name != [0x2E, 0x2E, 0] { names.append(name) }
  }
  return names
}
