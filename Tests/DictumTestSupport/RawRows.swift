import DictumModel
import GRDB

extension TemporaryLibrary {
  /// The rows of a query on the index, read past the store: values as text, `|` between them.
  package func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: library.index).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? $0.description }
          .joined(separator: "|")
      }
    }
  }

  /// Holds the write lock of the index, as another process that writes would, while `body` runs.
  package func whileLocked<T>(_ body: () async throws -> T) async throws -> T {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: library.index, configuration: configuration)
    try await queue.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    let result = try await body()
    try await queue.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
    return result
  }
}
