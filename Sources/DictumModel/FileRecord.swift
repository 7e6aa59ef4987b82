/// A file as the last ingest met it.
package struct FileRecord: Hashable, Sendable {
  /// What the file system says of a file; two equal stamps mean the same bytes, in practice.
  package struct Stamp: Hashable, Sendable {
    /// Bytes.
    package var size: Int64
    /// Time of the last modification, nanoseconds since 1970.
    package var modified: Int64
    package var inode: Int64

    /// A stamp of the parts named.
    package init(size: Int64, modified: Int64, inode: Int64) {
      self.size = size
      self.modified = modified
      self.inode = inode
    }
  }

  /// What became of it.
  package enum Status: String, Sendable, CaseIterable {
    /// It is a source.
    case read
    /// It could not be read; a diagnostic says why.
    case refused
    /// It is of a kind that is not read.
    case skipped
    /// It is an input of a model.
    case input
  }

  /// Its path in the library.
  package var path: String
  package var stamp: Stamp

  /// The SHA-256 of its bytes, hexadecimal.
  package var sha256: String
  package var status: Status

  /// For a skipped file its kind, for a refused one why; else empty.
  package var reason: String

  /// A record of the parts named.
  package init(path: String, stamp: Stamp, sha256: String, status: Status, reason: String = "") {
    self.path = path
    self.stamp = stamp
    self.sha256 = sha256
    self.status = status
    self.reason = reason
  }
}
