import DictumModel
import DictumTestSupport
import GRDB
import Testing

@testable import DictumStore

@Suite struct DoctorTests {
  private func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    for number in 0..<20 {
      try library.write("# Note \(number)\n\nWords \(number), see [[1]].\n", to: "\(number).md")
    }
    try library.ingest()
    return library
  }

  @Test func aHealthyIndexHasNoProblems() throws {
    let report = try library().store().examine()
    #expect(report.problems == [])
    #expect((report.totals.sources, report.schemaVersion) == (20, Schema.version))
    #expect(report.bytes > 4096)
  }

  static let damages: [(sql: String, words: String)] = [
    ("UPDATE passage SET body = body || ' changed' WHERE id = 3", "full-text index"),
    ("DELETE FROM passage WHERE id = (SELECT max(id) FROM passage)", "full-text index"),
    (
      "INSERT INTO passage_fts (rowid, head, body, ident) VALUES (9999, 'x', 'y', '')",
      "full-text index"
    ),
    ("PRAGMA foreign_keys = OFF; DELETE FROM source WHERE path = '1.md'", "rows that are gone"),
  ]

  @Test func aPlantedDamageIsFound() throws {
    for (sql, words) in Self.damages {
      let library = try library()
      try DatabaseQueue(path: library.library.index).writeWithoutTransaction { db in
        try db.execute(sql: sql)
      }
      let problems = try library.store().examine().problems
      #expect(problems.contains { $0.contains(words) }, "\(sql): \(problems)")
    }
  }

  @Test func theFullTextIndexStaysSoundThroughManyUpdates() throws {
    let library = try library()
    var generator = SeededGenerator(seed: 3)
    for round in 0..<40 {
      let number = Int.random(in: 0..<20, using: &generator)
      let words = (0..<Int.random(in: 0..<60, using: &generator)).map { "w\($0 * round)" }
      try library.write(
        "# Note\n\n\(words.joined(separator: " "))\n\n`camelCase\(round)`\n", to: "\(number).md")
      if round % 7 == 3 { try library.rename("\(number).md", to: "moved/\(round).md") }
      try library.ingest()
    }
    #expect(try library.store().examine().problems == [])
    #expect(try library.dump() == library.freshDump())
  }
}
