import Crypto
import DictumModel
import Glibc

/// Hashes the files that a task left in its output folder.
struct OutputHasher {
  /// The output folder.
  let folder: String

  /// The file at a path below the folder; `nil` if it is not there, is no regular file, or a link
  /// leads out.
  func file(_ path: String) -> TaskResult.OutputFile? {
    guard let root = realPath(folder), let target = realPath(folder + "/" + path),
      target.hasPrefix(root + "/")
    else { return nil }
    // O_NONBLOCK: a named pipe must not make us wait.
    let file = open(target, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var size = 0
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      hash.update(data: chunk[..<count])
      size += count
    }
    return TaskResult.OutputFile(path: path, sha256: hexadecimal(hash.finalize()), bytes: size)
  }
}
