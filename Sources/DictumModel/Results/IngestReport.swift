/// What one ingest did.
package struct IngestReport: Hashable, Sendable, Codable {
  /// Sources read for the first time.
  package var added = 0
  /// Sources whose bytes were others than before.
  package var changed = 0
  /// Sources left as they were.
  package var unchanged = 0
  /// Sources whose file is gone.
  package var removed = 0
  /// Sources found at another path with the same bytes; counted neither as added nor as removed.
  package var renamed = 0
  /// Sources read once more because the user's decisions on their speakers are others than before.
  package var decided = 0
  /// Files that could not be read, now or at an earlier ingest of the same bytes, and why.
  package var refused: [Diagnostic] = []
  /// Warnings about the files read in this ingest.
  package var warnings: [Diagnostic] = []
  /// Files passed over, by what they are: `.json files`, `IRC annotation files`.
  package private(set) var skipped: [String: Int] = [:]

  /// Those files, where they are asked for.
  package var skippedFiles: [SkippedFile]? = []
  /// Bytes read in this ingest.
  package var bytes = 0
  /// What the index holds afterwards.
  package var totals = IndexTotals()

  /// A report of an ingest that met nothing.
  package init() {}

  /// Counts a file that is passed over.
  package mutating func skip(_ file: SkippedFile) {
    skipped[file.kind, default: 0] += 1
    skippedFiles?.append(file)
  }

  /// Whether any source came, went or changed.
  package var isChange: Bool { added + changed + removed + renamed + decided > 0 }
}

/// A file or folder that is passed over.
package struct SkippedFile: Hashable, Sendable, Codable {
  /// Its path in the library.
  package var path: String

  /// What it and its like are: `.json files`.
  package var kind: String

  /// A file of the parts named.
  package init(path: String, kind: String) {
    self.path = path
    self.kind = kind
  }
}

/// How much an index holds.
package struct IndexTotals: Hashable, Sendable, Codable {
  package var sources = 0
  package var passages = 0
  package var utterances = 0
  package var speakers = 0
  package var claims = 0
  package var models = 0
  package var runs = 0

  /// Nothing at all.
  package init() {}
}
