package import DictumModel
import DictumReading
package import DictumStore

/// Brings the index of a library up to date: the verb of this room.
///
///     let report = try Ingestor(library: library, store: store).ingest()
///     report.added  // 12
package struct Ingestor: Sendable {
  private let library: Library
  private let store: Store

  /// An ingestor for one library and its index.
  package init(library: Library, store: Store) {
    self.library = library
    self.store = store
  }

  /// Reads what changed and forgets what is gone, all in one transaction: an ingest that is
  /// interrupted, or that throws, leaves the index as it was.
  ///
  /// - Parameters:
  ///   - paths: Files and folders of the library to look at, relative to it; all of it when empty.
  ///   - rereadAll: Whether to read files again whose stamps have not changed.
  ///   - progress: Called before each file is read, with how many were and how many will be.
  /// - Returns: What was done. A file that cannot be read is in it; the rest was read.
  package func ingest(
    paths: [String] = [], rereadAll: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> IngestReport {
    let rules = IgnoreRules(ignoreText())
    let walk = LibraryWalk(root: library.root, rules: rules)
    return try store.ingest { writer in
      let known = try writer.files()
      let plan = IngestPlan(
        known: known, files: walk.files, paths: paths, rereadAll: rereadAll)
      var run = IngestRun(library: library, writer: writer, plan: plan)
      try run.readAll(progress)
      try run.finish()
      var report = run.report
      for file in walk.skipped { report.skip(file) }
      report.refused = walk.diagnostics + (try writer.refusals())
      report.totals = try writer.totals()
      return report
    }
  }

  private func ignoreText() -> String {
    guard let bytes = try? FileBytes.read(library.ignoreFile) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
