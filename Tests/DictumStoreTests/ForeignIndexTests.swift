import DictumTestSupport
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
}
