import DictumModel
import DictumStore
import DictumTestSupport
import GRDB
import Testing

/// An index that holds nothing is told from a library in which nothing is found.
@Suite struct EmptyIndexTests {
  @Test(arguments: [[:], ["a.md": "Words.\n"]])
  func anIndexIsEmptyUntilAnIngest(files: [String: String]) throws {
    let library = try TemporaryLibrary(files)
    #expect(try library.store().isEmpty())
    try library.ingest()
    #expect(try !library.store().isEmpty())
  }

  @Test(arguments: [0, 1, 99]) func anIndexOfAnotherSchemaIsEmpty(version: Int) throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n"])
    try library.ingest()
    try DatabaseQueue(path: library.library.index).write { db in
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
    #expect(try library.store().isEmpty())
  }
}
