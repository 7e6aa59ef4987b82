import DictumModel
import DictumTestSupport
import Foundation
import GRDB
import Testing

@testable import DictumStore

@Suite struct StoreErrorTests {
  static let messages: [(ResultCode, String)] = [
    (.SQLITE_BUSY, "try again"), (.SQLITE_LOCKED, "try again"),
    (.SQLITE_NOTADB, "dictum doctor --rebuild"), (.SQLITE_CORRUPT, "dictum doctor --rebuild"),
    (.SQLITE_CANTOPEN, "permissions"), (.SQLITE_READONLY, "permissions"),
    (.SQLITE_FULL, "the disk is full"), (.SQLITE_ERROR, "cannot be used"),
  ]

  @Test func eachErrorSaysWhatToDo() {
    for (code, words) in Self.messages {
      let error = StoreError(DatabaseError(resultCode: code), path: "x/index.sqlite")
      #expect(error.description.hasPrefix("x/index.sqlite: "))
      #expect(error.description.contains(words), "\(code): \(error)")
    }
  }

  @Test(arguments: ["This is no database at all, but it is long enough to be taken for one. ", "x"])
  func aFileThatIsNoDatabaseIsSaidToBe(_ text: String) throws {
    let library = try TemporaryLibrary()
    _ = try library.store()
    // The same file, not another in its place.
    let file = try FileHandle(forWritingTo: URL(filePath: library.library.index))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(String(repeating: text, count: 200).utf8))
    try file.close()
    let error = #expect(throws: StoreError.self) { try library.store() }
    #expect(error?.description.contains("dictum doctor --rebuild") == true)
  }

  @Test func aFolderThatIsNotThereIsSaidToBe() throws {
    let error = #expect(throws: StoreError.self) {
      try Store(path: "/nowhere/at/all/index.sqlite")
    }
    #expect(error?.description.contains("cannot be opened") == true)
  }

  @Test func aTruncatedIndexIsFoundOut() throws {
    let library = try TemporaryLibrary()
    for number in 0..<60 {
      try library.write("# \(number)\n\nWords \(number).\n", to: "\(number).md")
    }
    try library.ingest()
    _ = try library.store().queue.writeWithoutTransaction { db in
      try db.checkpoint(.truncate)
    }
    let url = URL(fileURLWithPath: library.library.index)
    let bytes = try Data(contentsOf: url)
    try bytes.prefix(bytes.count / 2).write(to: url)
    // Either the store does not open, or the doctor says that it is damaged.
    let problems = (try? library.store().examine().problems) ?? ["damaged"]
    #expect(!problems.isEmpty)
  }
}
