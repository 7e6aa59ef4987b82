import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum runs [MODEL]`: what was run.
struct ListRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the runs, the newest first.",
    discussion: """
      Example:
        dictum runs independent-steps
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("How many runs to list; 0 for all.", valueName: "n"))
  var limit = 20

  @Argument(help: "Only those of this model: model:ID, or its id.")
  var model: String?

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit must be 0 or more") }
  }

  func run() throws {
    let (_, store) = try library.openStore()
    let name = model.map(RunChoice.model)
    let runs = try store.runSummaries(of: name)
    if let model, let name, runs.isEmpty, try store.resolve(.model(name, expectation: nil)) == nil {
      throw Failure(try ShowCommand.unknown("model:\(RunChoice.model(model))", store))
    }
    let shown = limit == 0 ? runs : Array(runs.prefix(limit))
    try output.print(shown, schema: "runs/1", elementSchema: "run-summary/1") {
      RunListText.text(shown, style: $0)
    }
    try ForeignRuns.tell(shown.map(\.id), store: store)
    if shown.count < runs.count {
      Terminal.talk("\(runs.count - shown.count) older ones: --limit 0 lists all")
    }
    if runs.isEmpty {
      output.talk(
        try store.totals().models > 0
          ? "no runs yet: `dictum rerun \(model ?? "--all")` makes one"
          : "no runs yet, and no models: `dictum models new SCRIPT` writes a card for a script you have"
      )
      throw ExitStatus.nothing
    }
  }
}
