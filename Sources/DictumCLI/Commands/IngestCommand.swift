import ArgumentParser
import DictumIngest
import DictumModel
import DictumReport
import DictumStore

/// `dictum ingest`: brings the index up to date.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Read what changed in the library's files.",
    discussion: """
      Reads the files that are new or changed, and forgets those that are gone; docs/what-is-read.md \
      says what is read. A file that cannot be read is named, and the rest is read; the exit status is then 2. \
      Nothing is written into your notes, and an ingest that is interrupted leaves the index as it was.

      Examples:
        dictum ingest
        dictum ingest dialogues/
        dictum ingest --skipped     # name the files that are not read
        dictum ingest --verify      # read every file again, whatever its date says
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Read files again even if their size and date have not changed.")
  var verify = false

  @Flag(help: "Name each file that is not read, and say what it is.")
  var skipped = false

  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  @Argument(
    help: "Files or folders to look at; all of the library by default.", completion: .file())
  var paths: [String] = []

  func run() throws {
    let library = try library.find()
    let clock = ContinuousClock()
    let start = clock.now
    let store = try Store(path: library.index)
    var report = try Ingestor(library: library, store: store).ingest(
      paths: try paths.map { try IngestCommand.relative($0, to: library) }, rereadAll: verify,
      progress: IngestCommand.showProgress)
    let elapsed = (clock.now - start).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    for diagnostic in report.refused + report.warnings {
      Terminal.talk(styled: DiagnosticText.line(diagnostic, style: output.talkStyle))
    }
    if !skipped { report.skippedFiles = nil }
    if !quiet {
      try output.print(
        report, schema: "ingest/1", elements: [report], elementSchema: "ingest/1"
      ) { IngestText.text(report, seconds: seconds, style: $0) }
    }
    let isBroken = report.warnings.contains { $0.severity == .error }
    if isBroken || !report.refused.isEmpty { throw ExitStatus.failed }
  }

  /// Brings the index up to date before a verb that needs it so; what is wrong is said, the rest not.
  static func refresh(_ library: Library) throws -> Store {
    let store = try Store(path: library.index)
    _ = try Ingestor(library: library, store: store).ingest()
    return store
  }

  private static func showProgress(_ done: Int, _ all: Int) {
    guard all > 50, done % 50 == 0 || done == all else { return }
    Terminal.progress(done == all ? "" : "reading \(done) of \(all) files")
  }

  private static func relative(_ path: String, to library: Library) throws -> String {
    guard let absolute = LibraryOptions.resolved(path) else {
      throw Failure(
        "\(path): there is no such file or folder; `dictum ingest` alone forgets what is gone")
    }
    if absolute == library.root { return "." }
    guard absolute.hasPrefix(library.root + "/") else {
      throw Failure("\(path): not in the library \(library.root)")
    }
    return String(absolute.dropFirst(library.root.count + 1))
  }
}
