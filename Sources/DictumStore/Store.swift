import DictumModel
import GRDB

/// The index of one library.
package struct Store: Sendable {
  /// The database; every statement of Dictum runs through it.
  let queue: DatabaseQueue

  /// The number of the index that this program makes and reads.
  package static var version: Int { Schema.version }

  /// Opens the index at `path`, an absolute path, and makes it when there is none.
  ///
  /// An index of another schema is emptied, and one that was made in another place is removed, since
  /// everything in it can be read again. Throws
  /// `StoreError` when the file is no database, is damaged, or is locked by another process for more
  /// than five seconds.
  package init(path: String) throws(StoreError) {
    try IndexFile(path: path).prepare()
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in try Schema.prepare(db) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Whether no ingest has filled it: it is new, or was emptied because it had another schema.
  package func isEmpty() throws(StoreError) -> Bool {
    try read { db in try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM meta)") ?? true }
  }

  /// Runs `body` in a read transaction, so that everything it reads is of one moment.
  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, path: queue.path)
    }
  }

  /// Runs `body` in a write transaction: all of it happens, or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try queue.write(body)
    } catch {
      throw StoreError(error, path: queue.path)
    }
  }
}
