import DictumModel

/// What an ingest has to look at, from the files on disk and what the last ingest met.
struct IngestPlan {
  /// Files that are new or whose stamp is another than before.
  private(set) var toRead: [LibraryWalk.File] = []

  /// What was known of the files in `toRead`, and of those gone.
  private(set) var known: [String: FileRecord] = [:]

  /// Files that were met before and are gone.
  private(set) var gone: [FileRecord] = []

  /// Files whose stamp is that of before.
  private(set) var unchanged: [FileRecord] = []

  init(
    known: [String: FileRecord], files: [LibraryWalk.File], paths: [String], rereadAll: Bool
  ) {
    let isWanted: (String) -> Bool = { path in
      paths.isEmpty || paths.contains { $0 == path || $0 == "." || path.hasPrefix($0 + "/") }
    }
    self.known = known
    var onDisk: Set<String> = []
    for file in files {
      onDisk.insert(file.path)
      let record = known[file.path]
      if let record, record.status != .input,
        !isWanted(file.path) || (record.stamp == file.stamp && !rereadAll)
      {
        unchanged.append(record)
      } else if isWanted(file.path) {
        toRead.append(file)
      }
    }
    gone = known.values.filter {
      $0.status != .input && !onDisk.contains($0.path) && isWanted($0.path)
    }.sorted { $0.path < $1.path }
  }
}
