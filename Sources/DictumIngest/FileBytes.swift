import Glibc

/// Whole files as bytes.
enum FileBytes {
  /// The bytes of the file at an absolute path; throws the reason in words when it cannot be read.
  static func read(_ path: String) throws(Unreadable) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Unreadable() }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Unreadable() }
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

  /// Whether there is a file or a folder at an absolute path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Why a file cannot be read, in the system's words.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
    let isMissing: Bool

    /// The reason in `errno`.
    init() {
      isMissing = errno == ENOENT
      description = String(cString: strerror(errno))
    }
  }
}
