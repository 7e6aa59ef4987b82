import GRDB

/// A real FTS5 table of the columns and tokenizer of the index, in memory.
struct PassageTable {
  private let database: DatabaseQueue

  /// A table of the bodies named, rows counted from 1; a body `A|B` has the head A.
  init(_ bodies: [String]) throws {
    database = try DatabaseQueue()
    try database.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE ft USING fts5(
            head, body, ident, tokenize = "porter unicode61 remove_diacritics 2")
          """)
      for body in bodies {
        let parts = body.split(separator: "|", maxSplits: 1).map(String.init)
        try db.execute(
          sql: "INSERT INTO ft(head, body, ident) VALUES (?, ?, '')",
          arguments: [parts.count > 1 ? parts[0] : "", parts.last ?? ""])
      }
    }
  }

  /// The rows an FTS5 expression finds, best first; it throws what FTS5 does not accept.
  func rows(matching match: String) throws -> [Int] {
    try database.read { db in
      try Int.fetchAll(
        db, sql: "SELECT rowid FROM ft WHERE ft MATCH ? ORDER BY bm25(ft, 2.0, 1.0, 0.5), rowid",
        arguments: [match])
    }
  }

  /// The rows of all but what an FTS5 expression finds.
  func rows(allBut excluded: String) throws -> [Int] {
    try database.read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT rowid FROM ft WHERE rowid NOT IN (SELECT rowid FROM ft WHERE ft MATCH ?)
          """,
        arguments: [excluded])
    }
  }
}
