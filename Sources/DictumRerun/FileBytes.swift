import Glibc

/// Writes a whole new file and nothing else of that name; `nil` when done, else why not.
///
/// `mode` is the permission the file gets, whatever the umask; an existing file is an error. A file
/// that need not outlive the machine's next crash need not be `isDurable`, which takes milliseconds.
func writeNewFile(
  _ bytes: [UInt8], to path: String, mode: mode_t = 0o600, isDurable: Bool = true
) -> String? {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard file >= 0 else { return lastSystemError() }
  defer { close(file) }
  guard writeAll(bytes, to: file), fchmod(file, mode) == 0, !isDurable || fsync(file) == 0
  else { return lastSystemError() }
  return nil
}

/// Writes all bytes to a descriptor, in one call where the system takes them so.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

/// Reads a regular file of at most `limit` bytes; `nil` if it is missing, larger or of another kind.
func readRegularFile(_ path: String, limit: Int) -> [UInt8]? {
  // O_NONBLOCK: a named pipe must not make us wait.
  let file = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit
  else { return nil }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while bytes.count <= limit {
    let count = read(file, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return count == 0 ? bytes : nil }
    bytes += chunk[..<count]
  }
  return nil
}
