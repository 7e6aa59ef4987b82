import DictumModel
import DictumTestSupport
import Foundation
import GRDB
import Testing

@testable import DictumStore

@Suite("An index that came with a copied library")
struct ForeignIndexTests {
  @Test("One with other tables than its number says is named, with what to do")
  func otherTables() throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n"])
    try library.ingest()
    let store = try library.store()
    try store.write { db in try db.execute(sql: "DROP TABLE meta") }
    let error = #expect(throws: StoreError.self) { try store.isEmpty() }
    #expect(error?.description.contains("no such table: meta") == true)
    #expect(error?.description.hasSuffix("`dictum doctor --rebuild` makes it anew") == true)
  }

  @Test("One that was made in another place is removed unread, with its journals")
  func madeElsewhere() throws {
    let theirs = try TemporaryLibrary(["a.md": "Words.\n"])
    try theirs.ingest()
    let mine = try TemporaryLibrary(["a.md": "Words.\n"])
    let names = ["index.sqlite", "index.sqlite-place"]
    for name in names {
      try FileManager.default.copyItem(
        atPath: theirs.library.folder + "/" + name, toPath: mine.library.folder + "/" + name)
    }
    for suffix in ["-journal", "-wal", "-shm"] {
      try mine.write("not SQLite's", to: ".dictum/index.sqlite" + suffix)
    }
    #expect(try mine.store().isEmpty())
    #expect(!FileManager.default.fileExists(atPath: mine.library.index + "-journal"))
    try mine.ingest()
    // Its own is kept, and so is the one it came from.
    #expect(try !mine.store().isEmpty())
    #expect(try !theirs.store().isEmpty())
  }

  @Test("A forged index with nothing that says where it was made is removed, and so is a journal")
  func unmarked() throws {
    let library = try TemporaryLibrary()
    try DatabaseQueue(path: library.library.index).write { db in
      try db.execute(sql: "CREATE TABLE theirs (a); PRAGMA user_version = 1")
    }
    #expect(try library.store().isEmpty())
    let other = try TemporaryLibrary()
    try other.write("", to: ".dictum/index.sqlite")
    try other.write("forged", to: ".dictum/index.sqlite-wal")
    #expect(try other.store().isEmpty())
    #expect(try other.store().isEmpty())
  }

  @Test("One that is a link is refused, and what it leads to stays")
  func link() throws {
    let library = try TemporaryLibrary()
    let other = library.base + "/bookmarks.sqlite"
    try DatabaseQueue(path: other).write { db in try db.execute(sql: "CREATE TABLE mine (a)") }
    try FileManager.default.createSymbolicLink(
      atPath: library.library.index, withDestinationPath: other)
    let error = #expect(throws: StoreError.self) { try library.store() }
    #expect(
      error?.description.hasSuffix("is a symbolic link, and Dictum writes there: remove it") == true
    )
    #expect(try DatabaseQueue(path: other).read { db in try db.tableExists("mine") })
  }

  @Test("A table's name is no SQL")
  func tableNames() throws {
    let library = try TemporaryLibrary(["a.md": "Words.\n"])
    try library.ingest()
    let written = library.base + "/written.sqlite"
    let name = "x\"\"; ATTACH '\(written)' AS y; CREATE TABLE y.z (a); --"
    try DatabaseQueue(path: library.library.index).write { db in
      try db.execute(sql: "CREATE TABLE \"\(name)\" (a)")
      try db.execute(sql: "PRAGMA user_version = 0")
    }
    #expect(try library.store().isEmpty())
    #expect(!FileManager.default.fileExists(atPath: written))
  }
}
