import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum runs show RUN`: one run, in any form.
struct ShowRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a run, or write it as a page or for other programs.",
    discussion: """
      Runs nothing. The exit status is 0, whatever the verdicts.

      Examples:
        dictum runs show latest
        dictum runs show model:independent-steps --report report
        dictum runs show independent-steps@previous --tap -
        dictum runs show latest --ro-crate crate --agent 'Ada Okafor'
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Reports") var reports: ReportOptions

  @Argument(
    help: ArgumentHelp(
      "run:…, the beginning of it, model:ID, ID@previous, latest or previous.", valueName: "run"))
  var address: String

  func validate() throws { try reports.check(against: output) }

  func run() throws {
    let (library, store) = try library.openStore()
    let record = try RunChoice(store: store).record(address)
    let reported = try ReportedRuns([record], store: store, library: library)
    try reports.write(reported)
    if reports.takesOutput { return }
    try output.print(record, schema: "run/1", elements: [record], elementSchema: "run/1") {
      RunText.text(record, claims: reported.reports[0].claims, style: $0)
    }
    try ForeignRuns.tell([record.id], store: store)
  }
}
