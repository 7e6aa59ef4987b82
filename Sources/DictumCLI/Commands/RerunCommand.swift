import ArgumentParser
import DictumModel
import DictumRerun
import DictumStore

/// `dictum rerun`: does the model still run, and does the claim still stand.
struct RerunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun", abstract: "Run a model again and judge what its card expects.",
    discussion: """
      Shows the exact command and files, and asks once for exactly these bytes; a change asks again. \
      The run sees its declared inputs and nothing else, without network, within the card's limits. \
      The run is kept in .dictum/ledger/runs.jsonl, and every trace shows its verdicts. The exit \
      status is 1 when a bound is contradicted, 2 when a model could not be run or judged.

      Examples:
        dictum rerun model:independent-steps
        dictum rerun --claim 'posts/critical-redundancy#^c-linear-above'
        dictum rerun --stale --approve
        dictum rerun --all --plan
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var options: RerunOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The models that test this claim.", valueName: "address"))
  var claim: String?

  @Flag(help: "Every model whose newest run is not of its present state, or that was never run.")
  var stale = false

  @Flag(help: "Every model.")
  var all = false

  @Flag(help: "Show what would run, and run nothing.")
  var plan = false

  @Flag(help: "Approve what is shown, and run it.")
  var approve = false

  @Argument(help: "Models: model:ID, or the path of a card.")
  var models: [String] = []

  func validate() throws {
    guard !models.isEmpty || claim != nil || stale || all else {
      throw ValidationError("name a model, or give --claim, --stale or --all")
    }
  }

  func run() throws {
    let library = try library.find()
    let store = try IngestCommand.refresh(library)
    let chosen = try ModelChoice(store: store).models(
      named: models, claim: claim, stale: stale, all: all)
    if chosen.isEmpty {
      Terminal.talk("every model was run in its present state")
      return
    }
    let session = try RerunSession(
      library: library, store: store, options: options, output: output)
    if plan {
      for (path, plan) in try session.plans(chosen) {
        Terminal.print(PlanText.lines(plan, path: path, style: output.style))
      }
      return
    }
    let records = try session.run(chosen, approve: approve)
    let after = try IngestCommand.refresh(library)
    try session.print(records, store: after)
    let isUnjudged = records.contains { $0.verdicts.contains { $0.verdict == .notEvaluated } }
    if session.hasFailures || isUnjudged || records.contains(where: { $0.outcome != .ok }) {
      throw ExitStatus.failed
    }
    if records.contains(where: { $0.verdicts.contains { $0.verdict == .contradicted } }) {
      throw ExitStatus.nothing
    }
  }
}
