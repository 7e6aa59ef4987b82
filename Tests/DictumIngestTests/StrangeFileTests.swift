import DictumModel
import DictumStore
import DictumTestSupport
import Foundation
import Glibc
import Testing

/// Files of a kind or a size that nobody means, as a stranger's library may have them: nothing waits for
/// them, and no memory is asked for that is not there.
@Suite struct StrangeFileTests {
  @Test(arguments: [
    ".dictum/ledger/runs.jsonl", ".dictum/ledger/decisions.jsonl", ".dictum/ignore",
  ])
  func aPipeIsNotWaitedFor(_ path: String) throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n"])
    try FileManager.default.createDirectory(
      atPath: library.root + "/.dictum/ledger", withIntermediateDirectories: true)
    try #require(mkfifo(library.root + "/" + path, 0o600) == 0)
    #expect(try library.ingest().added == 1)
  }

  @Test func aLedgerThatCannotBeReadIsSaid() throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n"])
    try FileManager.default.createDirectory(
      atPath: library.root + "/.dictum/ledger/runs.jsonl", withIntermediateDirectories: true)
    try library.ingest()
    #expect(
      try library.store().check().findings.map(\.diagnostic.message).contains(
        "the ledger cannot be read: it is not a regular file"))
  }

  /// A file that is one hole takes no room on the disk.
  @Test func aFileLargerThanMemoryIsRefused() throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n", "hole.md": ""])
    guard truncate(library.root + "/hole.md", 1 << 40) == 0 else {
      print("skipped: this file system takes no file of a tebibyte")
      return
    }
    let report = try library.ingest()
    #expect(report.added == 1)
    #expect(report.refused.map(\.message).contains { $0.contains("larger than 1 GiB") })
  }

  @Test func aLargeInputIsHashedAsItIsRead() throws {
    let library = try TemporaryLibrary([
      "m/model.md": """
      ---
      type: model
      id: toy
      title: Toy
      run: {command: [sh, m.sh], inputs: [m.sh]}
      ---
      """, "m/m.sh": String(repeating: "true\n", count: 200_000),
    ])
    try library.ingest()
    // 1,000,000 bytes: more than one piece.
    #expect(
      try library.rows("SELECT sha256 FROM model_input")
        == ["194413f6596c42e9b04941f9bf85178e5b3a6f7dc5393674be5b42a4972350bc"])
  }
}
