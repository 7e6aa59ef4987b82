import DictumModel
import GRDB

extension TemporaryLibrary {
  /// The rows of a query on the index, read past the store: values as text, `|` between them.
  package func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: library.index).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? "NULL" }.joined(separator: "|")
      }
    }
  }
}
