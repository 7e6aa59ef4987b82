import Glibc

/// The file of an index, which is opened only where it was made.
///
/// A library may be another's, copied with its index. SQLite does not promise to be safe with a
/// database that somebody else has made, and the journal beside one may even name files to delete
/// (https://www.sqlite.org/security.html). All that is in an index can be read again, so one that
/// came with a copy is removed before SQLite sees it.
///
/// `index.sqlite-place` says where an index was made, by what a copy never keeps and nobody can choose:
/// the inodes of the index, of its folder and of this very file.
struct IndexFile {
  let path: String

  /// What SQLite keeps beside a database.
  private static let companions = ["-journal", "-wal", "-shm"]

  private var place: String { path + "-place" }

  /// Makes the file, empty, when it is not there or was made elsewhere.
  ///
  /// A symbolic link is refused. Where nothing can be made or removed, SQLite says why.
  func prepare() throws(StoreError) {
    if try isReady() { return }
    // One process at a time: what lies beside an index that another has just made is its own.
    let folder = open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    defer { close(folder) }
    while flock(folder, LOCK_EX) != 0 && errno == EINTR {}
    if try isReady() { return }
    // The journals first: an old one must never be applied to a new database.
    for suffix in Self.companions { unlink(path + suffix) }
    guard unlink(path) == 0 || errno == ENOENT else {
      throw StoreError(
        "\(path): the index was made elsewhere, and cannot be removed: make its folder writable")
    }
    make()
  }

  /// Whether the file is as SQLite may have it, or of a kind that SQLite refuses.
  private func isReady() throws(StoreError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    if status.st_mode & S_IFMT == S_IFLNK {
      throw StoreError("\(path) is a symbolic link, and Dictum writes there: remove it")
    }
    return status.st_mode & S_IFMT != S_IFREG || isOurs(status.st_ino)
  }

  /// Makes an empty file, and what says that it was made here.
  ///
  /// It gets its name last, so that there is none without its mark.
  private func make() {
    let new = path + "-new-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    var status = stat()
    if fstat(file, &status) == 0 { mark(status.st_ino) }
    close(file)
    if rename(new, path) != 0 { unlink(new) }
  }

  /// Says that the index of this inode was made here; the file appears whole.
  private func mark(_ index: ino_t) {
    let new = place + "-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return }
    let bytes = Array(text(index: index, mark: status.st_ino).utf8)
    guard write(file, bytes, bytes.count) == bytes.count, rename(new, place) == 0 else {
      unlink(new)
      return
    }
  }

  private func isOurs(_ index: ino_t) -> Bool {
    let file = open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = read(file, &bytes, bytes.count)
    return count > 0
      && bytes[..<count].elementsEqual(text(index: index, mark: status.st_ino).utf8)
  }

  private var folderPath: String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  private func text(index: ino_t, mark: ino_t) -> String {
    var status = stat()
    _ = stat(folderPath, &status)
    return "\(index) \(mark) \(status.st_ino)\n"
  }
}
