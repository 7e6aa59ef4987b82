import GRDB

/// Why the index could not be used, in one sentence, and what to do.
package struct StoreError: Error, CustomStringConvertible {
  package let description: String

  /// The error for what GRDB or SQLite reported about the database at `path`.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      description = "\(path): the index cannot be used: \(error)"
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      description = "\(path): another dictum is writing the index: try again when it has finished"
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      description =
        "\(path): the index is damaged: run `dictum doctor --rebuild`; it is derived from your "
        + "files, so nothing is lost"
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      description =
        "\(path): the index cannot be opened for writing: check the folder's permissions"
    case .SQLITE_FULL:
      description = "\(path): the disk is full: the index is as it was before"
    default:
      description =
        "\(path): the index cannot be used: \(error.message ?? "\(error.resultCode)"): "
        + "`dictum doctor --rebuild` makes it anew"
    }
  }

  /// An error with the sentence given.
  init(_ description: String) { self.description = description }
}
