import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum check`: what is broken.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List what is broken: links, citations, speakers, verdicts.",
    discussion: """
      As of the last ingest: files refused, links and fields that lead nowhere, citations of unknown \
      keys, quotations that are not where they are said to be, turns of unknown speakers, models that \
      no run speaks of as they are now. The exit status is 1 when there is something to mend.

      Examples:
        dictum check
        dictum check --limit 1000 --jsonl
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("How many of each kind to show.", valueName: "n"))
  var limit = 20

  func run() throws {
    let (_, store) = try library.openStore()
    let report = try store.check()
    try output.print(
      report, schema: "check/1", elements: report.findings, elementSchema: "finding/1"
    ) { CheckText.text(report, limit: limit, style: $0) }
    Terminal.talk(CheckText.summary(report))
    if !report.findings.isEmpty { throw ExitStatus.nothing }
  }
}
