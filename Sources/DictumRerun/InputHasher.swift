import Crypto
package import DictumModel
import Glibc

/// Finds a card's declared inputs, hashes them and copies them for a run.
package struct InputHasher: Sendable {
  private let card: ModelCard
  private let folder: String

  /// The inputs of a card that lies in `folder`.
  package init(card: ModelCard, folder: String) {
    self.card = card
    self.folder = folder
  }

  /// The SHA-256 of every input, lowercase hexadecimal, by its path relative to the card's folder.
  ///
  /// A path that is absolute or climbs out, a link that leads out of the folder, a folder, a special
  /// or a missing file is an error.
  package func hashes() throws(RerunError) -> [String: String] {
    var result: [String: String] = [:]
    for input in card.inputs {
      let path = try normal(input)
      result[path] = try read(path, copyingTo: nil)
    }
    return result
  }

  /// Copies every input below `destination`, read-only, and gives the hashes of the copies.
  package func copy(to destination: String) throws(RerunError) -> [String: String] {
    var result: [String: String] = [:]
    for input in card.inputs {
      let path = try normal(input)
      guard result[path] == nil else { continue }
      let parents = path.split(separator: "/").dropLast()
      for count in parents.indices {
        let parent = destination + "/" + parents[...count].joined(separator: "/")
        guard mkdir(parent, 0o755) == 0 || errno == EEXIST else {
          throw .cannotPrepare(path: parent, reason: lastSystemError())
        }
      }
      result[path] = try read(path, copyingTo: destination + "/" + path)
    }
    return result
  }

  private func failure(_ input: String, _ problem: InputProblem) -> RerunError {
    .badInput(model: card.id, input: input, problem)
  }

  /// The path without empty and `.` components.
  private func normal(_ input: String) throws(RerunError) -> String {
    if input.hasPrefix("/") { throw failure(input, .absolute) }
    let parts = input.split(separator: "/").filter { $0 != "." }
    if parts.contains("..") { throw failure(input, .escapes) }
    guard !parts.isEmpty, input.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw failure(input, .empty)
    }
    return parts.joined(separator: "/")
  }

  /// Hashes one file, and copies the very bytes hashed when a destination is given.
  private func read(_ path: String, copyingTo copy: String?) throws(RerunError) -> String {
    let root = realPath(folder)
    guard let root, let target = realPath(folder + "/" + path) else {
      throw failure(path, .missing)
    }
    guard target.hasPrefix(root == "/" ? "/" : root + "/") else { throw failure(path, .escapes) }
    let file = open(target, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw failure(path, errno == ENOENT ? .missing : .unreadable) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path, .unreadable) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw failure(path, .folder)
    default: throw failure(path, .special)
    }
    var output: Int32 = -1
    if let copy {
      output = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard output >= 0 else { throw .cannotPrepare(path: copy, reason: lastSystemError()) }
    }
    defer { if output >= 0 { close(output) } }
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, .unreadable) }
      if count == 0 { break }
      hash.update(data: chunk[..<count])
      if let copy, !writeAll(Array(chunk[..<count]), to: output) {
        throw .cannotPrepare(path: copy, reason: lastSystemError())
      }
    }
    // Readable by anyone inside the sandbox, executable where the original is.
    if let copy, fchmod(output, 0o444 | (status.st_mode & 0o111)) != 0 {
      throw .cannotPrepare(path: copy, reason: lastSystemError())
    }
    return hexadecimal(hash.finalize())
  }
}

/// The path with every symbolic link followed; `nil` if it leads nowhere.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Bytes as lowercase hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
