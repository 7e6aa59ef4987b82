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
        dictum rerun --resume
        dictum rerun --all --approve --junit results.xml --github --report report
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var options: RerunOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Reports") var reports: ReportOptions

  @Option(help: ArgumentHelp("The models that test this claim.", valueName: "address"))
  var claim: String?

  @Flag(help: "Every model whose newest run is not of its present state, or that was never run.")
  var stale = false

  @Flag(help: "Every model whose card says it is active.")
  var all = false

  @Flag(help: "Show what would run, and why, and run nothing.")
  var plan = false

  @Flag(help: "Approve what is shown, and run it.")
  var approve = false

  @Flag(help: "Go on with the interrupted runs that are named, or with all.")
  var resume = false

  @Flag(help: "Give the interrupted runs up that are named, and stop what a cluster has of them.")
  var cancel = false

  @Argument(
    help: "Models: model:ID, or the path of a card; with --resume and --cancel, ids of runs.")
  var models: [String] = []

  func validate() throws {
    try reports.check(against: output)
    if cancel {
      guard !models.isEmpty, claim == nil, !stale, !all, !plan, !resume else {
        throw ValidationError("--cancel goes with ids of runs, and with nothing else")
      }
    }
    guard !models.isEmpty || claim != nil || stale || all || resume else {
      throw ValidationError("name a model, or give --claim, --stale, --all or --resume")
    }
    if plan, !reports.isEmpty {
      throw ValidationError("--plan runs nothing, so there is nothing to report: leave one out")
    }
    if resume, claim != nil || stale || all || plan {
      throw ValidationError("--resume goes with ids of runs, not with a choice of models")
    }
  }

  func run() throws {
    let library = try library.find()
    let store = try IngestCommand.refresh(library)
    let session = try RerunSession(
      library: library, store: store, options: options, output: output)
    if cancel { return try session.cancel(models) }
    let records: [RunRecord]
    if resume {
      records = try session.resume(models)
    } else {
      let chosen = try ModelChoice(store: store).models(
        named: models, claim: claim, all: all || stale)
      if plan {
        let plans = try session.plans(chosen, onlyNews: stale && !all)
        return try output.print(
          plans.map { PlanView($0.plan, path: $0.path) }, schema: "plans/1",
          elementSchema: "plan/1"
        ) { style in
          plans.flatMap { PlanText.lines($0.plan, path: $0.path, style: style) }
        }
      }
      records = try session.run(chosen, approve: approve, onlyNews: stale && !all)
      if stale, records.isEmpty, !session.hasFailures {
        Terminal.talk("nothing to do: every model was run in its present state")
      }
    }
    let after = try IngestCommand.refresh(library)
    try session.print(records, store: after, reports: reports)
    let isUnjudged = records.contains { $0.verdicts.contains { $0.verdict == .notEvaluated } }
    if session.hasFailures || isUnjudged || records.contains(where: { $0.outcome != .ok }) {
      throw ExitStatus.failed
    }
    if records.contains(where: { $0.verdicts.contains { $0.verdict == .contradicted } }) {
      throw ExitStatus.nothing
    }
  }
}
