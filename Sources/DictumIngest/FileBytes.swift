import Crypto
import Glibc

/// Whole files as bytes.
enum FileBytes {
  /// The largest file that is taken into memory, bytes: SQLite keeps no larger text, and a file may say
  /// that it is larger than any memory (a hole).
  static let largest = 1 << 30

  /// The bytes of the regular file at an absolute path; throws the reason in words when it cannot be read,
  /// is of another kind, or is larger than `largest`.
  static func read(_ path: String) throws(Unreadable) -> [UInt8] {
    let (descriptor, info) = try regular(path)
    defer { close(descriptor) }
    guard info.st_size <= largest else { throw Unreadable("it is larger than 1 GiB") }
    // One byte more than the size shows the end of the file without another read.
    var bytes = [UInt8](repeating: 0, count: max(0, Int(info.st_size)) + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Unreadable()
      }
      if count == 0 { break }
      filled += count
      // The file has grown since its size was asked.
      if filled == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: filled)) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The SHA-256 of a regular file of any size, 64 lowercase hexadecimal digits.
  static func sha256(_ path: String) throws(Unreadable) -> String {
    let (descriptor, _) = try regular(path)
    defer { close(descriptor) }
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Unreadable()
      }
      if count == 0 { break }
      hash.update(data: chunk[..<count])
    }
    return ContentHash.text(hash.finalize())
  }

  /// A regular file, opened without waiting for who writes into a pipe of that name.
  private static func regular(_ path: String) throws(Unreadable) -> (Int32, stat) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Unreadable() }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      let reason = Unreadable()
      close(descriptor)
      throw reason
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Unreadable("it is not a regular file")
    }
    return (descriptor, info)
  }

  /// Whether there is a file or a folder at an absolute path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Why a file cannot be read, in the system's words.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
    let isMissing: Bool

    /// A reason of our own.
    init(_ description: String) {
      (self.description, isMissing) = (description, false)
    }

    /// The reason in `errno`.
    init() {
      isMissing = errno == ENOENT
      description = String(cString: strerror(errno))
    }
  }
}
