import ArgumentParser
import DictumIngest
import DictumModel
import DictumReport
import DictumStore
import Glibc

/// `dictum doctor`: is the index sound.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Examine the index, or build it anew.",
    discussion: """
      Examines the database and whether the full-text index agrees with it. The index is derived from \
      your files and the ledger: --rebuild deletes it and reads everything again.

      Examples:
        dictum doctor
        dictum doctor --rebuild
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Delete the index and read every file again.")
  var rebuild = false

  func run() throws {
    let library = try library.find()
    if rebuild {
      // The journal first: an old one must never be applied to a new database.
      for suffix in ["-journal", "-wal", "-shm", ""] {
        guard unlink(library.index + suffix) == 0 || errno == ENOENT else {
          throw Failure(
            "\(library.index + suffix): cannot be deleted: \(String(cString: strerror(errno)))")
        }
      }
      _ = try IngestCommand.refresh(library)
    }
    guard access(library.index, F_OK) == 0 else {
      throw Failure("\(library.root): nothing is ingested yet: run `dictum ingest`")
    }
    let report = try Store(path: library.index).examine()
    try output.print(report, schema: "doctor/1", elements: [report], elementSchema: "doctor/1") {
      CheckText.text(report, style: $0)
    }
    if !report.problems.isEmpty { throw ExitStatus.failed }
  }
}
