import Crypto
import DictumModel
import Glibc

/// The folder a run wrote in: whatever it left there is read with suspicion.
struct RunOutput {
  let folder: String

  /// The bytes of a regular file; `nil` if it is not there, larger, or a link leads out of the folder.
  func bytes(of relative: String, limit: Int) -> [UInt8]? {
    target(relative).flatMap { readRegularFile($0, limit: limit) }
  }

  /// The size and the hash of a regular file that is not empty; `nil` if there is none.
  func hashed(_ relative: String) -> TaskResult.OutputFile? {
    guard let target = target(relative) else { return nil }
    let file = open(target, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return nil }
    var hash = SHA256()
    var size = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      hash.update(data: chunk[..<count])
      size += count
    }
    return TaskResult.OutputFile(
      path: relative, sha256: hexadecimal(hash.finalize()), bytes: size)
  }

  private func target(_ relative: String) -> String? {
    guard let root = realPath(folder), let target = realPath(folder + "/" + relative),
      target.hasPrefix(root + "/")
    else { return nil }
    return target
  }
}
