import DictumModel
import DictumReading
import DictumStore

/// One ingest under way: reads files, writes what they say, counts.
struct IngestRun {
  let library: Library
  let writer: IngestWriter
  private let plan: IngestPlan

  private(set) var report = IngestReport()

  /// Files gone, by the hash of their bytes: a new file with the same bytes is one of them renamed.
  private var goneByHash: [String: [FileRecord]] = [:]
  private var isBulk = false

  /// The sources written so far, by path.
  private(set) var written: Set<String> = []

  init(library: Library, writer: IngestWriter, plan: IngestPlan) {
    self.library = library
    self.writer = writer
    self.plan = plan
    for record in plan.gone where record.status == .read {
      goneByHash[record.sha256, default: []].append(record)
    }
    for record in plan.unchanged { countUnchanged(record) }
  }

  /// Reads every file of the plan.
  mutating func readAll(_ progress: (Int, Int) -> Void) throws {
    isBulk = plan.toRead.count > 200
    if isBulk { try writer.beginBulk() }
    var done = 0
    try ReadAhead(library: library, plan: plan).forEachBatch { batch in
      for loaded in batch {
        progress(done, plan.toRead.count)
        try take(loaded)
        done += 1
      }
    }
    progress(done, plan.toRead.count)
    for record in goneByHash.values.joined().sorted(by: { $0.path < $1.path }) {
      try writer.removeSource(record.path)
      report.removed += 1
    }
    for record in plan.gone {
      try writer.removeFile(record.path)
      try writer.setDiagnostics([], for: record.path)
    }
    if isBulk { try writer.endBulk() }
  }

  /// Brings what depends on the whole library up to date: decisions, models' inputs, runs, links.
  mutating func finish() throws {
    try applyDecisions()
    try hashModelInputs()
    try loadLedger()
    if report.isChange {
      let resolver = LinkResolver(try writer.sourceNames())
      try writer.resolvePointers { target, path, kind in
        resolver.source(target, from: path, kind)
      }
      try writer.settleSpeakers()
      try writer.resolveAddressees()
    }
    try writer.resolveFiles { target, path in
      let decoded = LinkTarget.percentDecoded(target)
      let near = LinkResolver.path(decoded, relativeTo: path)
      return [near, decoded].compactMap(\.self).contains { FileBytes.exists(library.absolute($0)) }
    }
  }

  private mutating func take(_ loaded: ReadAhead.Loaded) throws {
    let file = loaded.file
    let known = plan.known[file.path]
    report.bytes += loaded.byteCount
    switch loaded.result {
    case .gone: return
    case .unreadable(let reason):
      let place = Place(file.path)
      try refuse(file, "", Diagnostic(.error, at: place, "the file cannot be read: \(reason)"))
    case .same:
      guard var record = known else { return }
      if record.stamp != file.stamp {
        record.stamp = file.stamp
        try writer.setFile(record)
      }
      countUnchanged(record)
    case .read(.refused(let diagnostic)): try refuse(file, loaded.sha256, diagnostic)
    case .read(.skipped(let kind)): try skip(file, loaded.sha256, kind)
    case .read(.read(let reading)): try put(reading, file, loaded.sha256, known)
    }
  }

  private mutating func put(
    _ reading: SourceReading, _ file: LibraryWalk.File, _ sha256: String, _ known: FileRecord?
  ) throws {
    if known?.status == .read {
      report.changed += 1
    } else if let old = goneByHash[sha256]?.popLast() {
      if goneByHash[sha256]?.isEmpty == true { goneByHash[sha256] = nil }
      try writer.renameSource(from: old.path, to: file.path)
      report.renamed += 1
    } else {
      report.added += 1
    }
    _ = try writer.put(reading, path: file.path, sha256: sha256)
    written.insert(file.path)
    try writer.setFile(
      FileRecord(path: file.path, stamp: file.stamp, sha256: sha256, status: .read))
    try writer.setDiagnostics(reading.diagnostics, for: file.path)
    report.warnings += reading.diagnostics
  }

  /// A file that cannot be read any more takes what it said before with it: an index that answers
  /// from bytes that are gone would lie.
  private mutating func refuse(
    _ file: LibraryWalk.File, _ sha256: String, _ diagnostic: Diagnostic
  ) throws {
    try dropSource(file.path)
    try writer.setFile(
      FileRecord(
        path: file.path, stamp: file.stamp, sha256: sha256, status: .refused,
        reason: diagnostic.message))
    try writer.setDiagnostics([diagnostic], for: file.path)
  }

  private mutating func skip(_ file: LibraryWalk.File, _ sha256: String, _ kind: String) throws {
    try dropSource(file.path)
    try writer.setFile(
      FileRecord(
        path: file.path, stamp: file.stamp, sha256: sha256, status: .skipped, reason: kind))
    try writer.setDiagnostics([], for: file.path)
    report.skip(SkippedFile(path: file.path, kind: kind))
  }

  private mutating func dropSource(_ path: String) throws {
    guard plan.known[path]?.status == .read else { return }
    try writer.removeSource(path)
    report.removed += 1
  }

  /// Counts a source that was read again because of what was decided of it.
  mutating func countDecided() { report.decided += 1 }

  /// Adds what is wrong with the ledger of decisions.
  mutating func add(warnings: [Diagnostic]) { report.warnings += warnings }

  private mutating func countUnchanged(_ record: FileRecord) {
    switch record.status {
    case .read, .input: report.unchanged += 1
    case .skipped: report.skip(SkippedFile(path: record.path, kind: record.reason))
    case .refused: break
    }
  }
}
