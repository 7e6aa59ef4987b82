import DictumModel
import DictumTestSupport
import Foundation
import GRDB
import Testing

@testable import DictumStore

@Suite struct SchemaTests {
  /// The page of the docs is the schema itself, so that it can be read without reading Swift.
  @Test func theSchemaInTheDocsIsTheOneInUse() throws {
    let page = SharedCorpora.repository.appendingPathComponent("docs/schema.sql")
    let text = """
      -- The index, .dictum/index.sqlite, as of schema \(Schema.version): PRAGMA user_version says so.
      -- Written by Tests/DictumStoreTests from Sources/DictumStore/Schema; do not edit.

      \(Schema1.sql)

      """
    #expect(try Golden(file: page).difference(from: text) == nil)
  }

  @Test func theSchemaIsStrictAndItsKeysAreIndexed() throws {
    let library = try TemporaryLibrary()
    let store = try library.store()
    try store.read { db in
      let tables = try Row.fetchAll(db, sql: "PRAGMA table_list").filter {
        $0["type"] == "table" && !($0["name"] as String).hasPrefix("sqlite_")
      }
      #expect(tables.count > 15)
      for table in tables {
        let name: String = table["name"]
        #expect(table["strict"] == 1, "\(name) is not STRICT")
        // A foreign key without an index makes every deletion of its parent a scan of the child.
        let indexes = try Row.fetchAll(db, sql: "PRAGMA index_list(\(name))").map { row in
          try String.fetchOne(
            db, sql: "SELECT name FROM pragma_index_info(?) WHERE seqno = 0",
            arguments: [row["name"] as String])
        }
        let key = try String.fetchOne(
          db, sql: "SELECT name FROM pragma_table_info(?) WHERE pk = 1",
          arguments: [name])
        for foreign in try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\(name))") {
          let column: String = foreign["from"]
          #expect(indexes.contains(column) || key == column, "\(name).\(column) has no index")
        }
      }
    }
  }

  @Test(arguments: [0, 1, 99]) func anIndexOfAnotherSchemaIsEmptiedAndFilledAgain(
    _ version: Int
  ) throws {
    let library = try TemporaryLibrary([
      "a.md": "A claim. #claim ^c-x\n", "b.md": "**Ada:** See [[a#^c-x]]. (asserts:: [[a#^c-x]])\n",
    ])
    try library.ingest()
    let dump = try library.dump()
    try DatabaseQueue(path: library.library.index).write { db in
      try db.execute(sql: "PRAGMA user_version = \(version); CREATE TABLE other (x)")
    }
    let store = try library.store()
    #expect(try store.totals().sources == 0)
    #expect(try store.read { db in try !db.tableExists("other") })
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Schema.version)
    try library.ingest()
    #expect(try library.dump() == dump)
  }
}
