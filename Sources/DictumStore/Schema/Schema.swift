import GRDB

/// Which schema the index has, and how it gets it.
enum Schema {
  /// The number of the newest index, kept in `PRAGMA user_version`: of its schema, and of what is read
  /// into it.
  ///
  /// It goes up when files are read otherwise as well, because a file whose bytes are those of before is
  /// not read again.
  static let version = 2

  /// Brings the database to the newest schema.
  ///
  /// The index is derived, so an older or newer one is not migrated: it is dropped, and the next
  /// ingest reads the files again.
  static func prepare(_ db: Database) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found != version else { return }
    // The file remembers it. Asked for at every opening, GRDB would write to the journal to make sure
    // that there is one, so that who only reads would wait for who writes.
    try db.execute(sql: "PRAGMA journal_mode = WAL")
    // A table cannot be dropped before those that refer to it, unless nobody looks.
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
    try db.inTransaction(.immediate) {
      // Another process may have been faster.
      guard try Int.fetchOne(db, sql: "PRAGMA user_version") != version else { return .commit }
      try dropEverything(db)
      try db.execute(sql: Schema1.sql)
      try db.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  private static func dropEverything(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS passage_fts")
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for table in tables {
      // A name may hold anything, SQL too; GRDB's own quoting leaves the marks in it as they are.
      let quoted = table.replacing("\"", with: "\"\"")
      try db.execute(sql: "DROP TABLE IF EXISTS \"\(quoted)\"")
    }
  }
}
