import DictumTestSupport
import Foundation

/// Libraries for a session.
enum Corpus {
  /// A copy of the example library that comes with the project.
  static func library() throws -> TemporaryLibrary {
    try TemporaryLibrary(copying: SharedCorpora.repository.appendingPathComponent("corpus"))
  }

  /// A copy of it with its index.
  static func ingested() async throws -> TemporaryLibrary {
    let library = try library()
    try library.ingest()
    return library
  }
}
