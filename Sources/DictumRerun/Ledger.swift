package import DictumModel
import Foundation
import Glibc

/// The record of all runs: a text file of one JSON object a line, only ever appended to.
package struct Ledger: Sendable {
  private let path: String

  /// The ledger in a file, which the first record creates, with its folder.
  package init(path: String) {
    self.path = path
  }

  /// Adds a record as one line, on disk when this returns; other processes may append as well.
  ///
  /// If an earlier line lost its end, the record begins on a fresh line.
  package func append(_ record: RunRecord) throws(LedgerError) {
    guard let json = try? canonicalEncoder().encode(record) else {
      throw failure("write", "the record of \(shown(record.id)) has a number JSON cannot say")
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw failure("write", "its folder cannot be made")
    }
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("write", lastSystemError()) }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { throw failure("write", lastSystemError()) }
    var line = [UInt8](json)
    if lacksLineEnd(file) { line.insert(0x0A, at: 0) }
    line.append(0x0A)
    guard writeAll(line, to: file), fsync(file) == 0 else {
      throw failure("write", lastSystemError())
    }
  }

  /// Every record in the order written, and a diagnostic for each line that is damaged; a ledger
  /// that does not exist yet is empty.
  package func read() throws(LedgerError) -> (records: [RunRecord], diagnostics: [Diagnostic]) {
    var status = stat()
    if stat(path, &status) != 0 && errno == ENOENT { return ([], []) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw failure("read", "check that it is a readable file")
    }
    var records: [RunRecord] = []
    var diagnostics: [Diagnostic] = []
    let decoder = JSONDecoder()
    let lines = [UInt8](data).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if let record = try? decoder.decode(RunRecord.self, from: Data(line)) {
        records.append(record)
      } else {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: index + 1), "this line is not the record of a run",
            remedy: "restore it from version control or remove it; the other lines are read"))
      }
    }
    return (records, diagnostics)
  }

  /// Whether the file's last byte is there and is not the end of a line.
  private func lacksLineEnd(_ file: Int32) -> Bool {
    let end = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0
    return end > 0 && pread(file, &last, 1, end - 1) == 1 && last != 0x0A
  }

  private func failure(_ verb: String, _ reason: String) -> LedgerError {
    LedgerError(description: "cannot \(verb) the ledger \(shown(path)): \(reason)")
  }
}

/// Why the ledger could not be read or written, as one sentence.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence, without a full stop.
  package let description: String
}
