package import DictumModel
import Foundation
import Glibc

/// A text file of one JSON object a line, only ever appended to.
///
///     let ledger = Ledger<RunRecord>(path: library.runLedger, of: "the record of a run")
///     try ledger.append(record)
package struct Ledger<Record: Codable & Sendable>: Sendable {
  private let path: String

  /// What a line is, for messages: `the record of a run`.
  private let noun: String

  /// The ledger in a file, which the first record creates, with its folder.
  package init(path: String, of noun: String) {
    self.path = path
    self.noun = noun
  }

  /// A record with the line it stands on, from 1.
  package struct Line: Sendable {
    package var number: Int
    package var record: Record
  }

  /// Adds a record as one line, on disk when this returns; other processes may append as well.
  ///
  /// If an earlier line lost its end, the record begins on a fresh line.
  package func append(_ record: Record) throws(LedgerError) {
    let encoder = JSONEncoder()
    // Equal records are equal bytes.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(record) else {
      throw failure("write", "\(noun) has a number JSON cannot say")
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw failure("write", "its folder cannot be made")
    }
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("write", systemError()) }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { throw failure("write", systemError()) }
    var line = [UInt8](json)
    if lacksLineEnd(file) { line.insert(0x0A, at: 0) }
    line.append(0x0A)
    guard write(line, to: file), fsync(file) == 0 else { throw failure("write", systemError()) }
  }

  /// Every record in the order written, and a diagnostic for each line that is damaged; a ledger
  /// that does not exist yet is empty.
  package func read() throws(LedgerError) -> (lines: [Line], diagnostics: [Diagnostic]) {
    var status = stat()
    if stat(path, &status) != 0 && errno == ENOENT { return ([], []) }
    // A pipe of that name would be waited for.
    guard status.st_mode & S_IFMT == S_IFREG, let data = FileManager.default.contents(atPath: path)
    else {
      throw failure("read", "check that it is a readable file")
    }
    return lines(of: [UInt8](data), called: path)
  }

  /// The records in a ledger's bytes, with diagnostics that call the file `name`.
  package func lines(
    of bytes: [UInt8], called name: String
  ) -> (lines: [Line], diagnostics: [Diagnostic]) {
    var lines: [Line] = []
    var diagnostics: [Diagnostic] = []
    let decoder = JSONDecoder()
    let texts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated() where !text.isEmpty {
      if let record = try? decoder.decode(Record.self, from: Data(text)) {
        lines.append(Line(number: index + 1, record: record))
      } else {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(name, line: index + 1), "this line is not \(noun)",
            remedy: "restore it from version control or remove it; the other lines are read"))
      }
    }
    return (lines, diagnostics)
  }

  /// Whether the file's last byte is there and is not the end of a line.
  private func lacksLineEnd(_ file: Int32) -> Bool {
    let end = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0
    return end > 0 && pread(file, &last, 1, end - 1) == 1 && last != 0x0A
  }

  /// Writes all bytes, in one call where the system takes them so.
  private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func systemError() -> String { String(cString: strerror(errno)) }

  private func failure(_ verb: String, _ reason: String) -> LedgerError {
    LedgerError(description: "cannot \(verb) the ledger \(path): \(reason)")
  }
}

/// Why the ledger could not be read or written, as one sentence.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence, without a full stop.
  package let description: String
}
