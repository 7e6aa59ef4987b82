import ArgumentParser
import DictumModel
import DictumReport
import DictumRerun
import DictumStore
import DictumTrace
import Foundation

/// `dictum rerun`: does the model still run, and does the claim still stand.
struct RerunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun", abstract: "Run a model again and judge what its card expects.",
    discussion: """
      Shows the exact command and files, and asks once for exactly these bytes; a change asks again. \
      The run sees its declared inputs and nothing else, without network, within the card's limits. \
      The run is kept in .dictum/ledger/runs.jsonl, and every trace shows its verdicts. The exit \
      status is 1 when a bound is contradicted, 2 when a model could not be run.

      Examples:
        dictum rerun model:independent-steps
        dictum rerun --claim 'posts/critical-redundancy#^c-linear-above'
        dictum rerun --stale --approve
        dictum rerun --all --plan
      """)

  @OptionGroup var library: LibraryOptions
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
    let session = RerunSession(
      library: library, sandbox: Asynchronous.wait { await Sandbox.detect() }, output: output)
    if plan { return try session.show(chosen) }
    let records = try session.run(chosen, approve: approve)
    let after = try IngestCommand.refresh(library)
    try session.print(records, store: after)
    if session.hasFailures || records.contains(where: { $0.outcome != .ok }) {
      throw ExitStatus.failed
    }
    if records.contains(where: { $0.verdicts.contains { $0.verdict == .contradicted } }) {
      throw ExitStatus.nothing
    }
  }
}

/// Which models a command means.
struct ModelChoice {
  typealias Chosen = (path: String, card: ModelCard)

  let store: Store

  /// The models named, those that test a claim, the stale ones, or all; each once.
  func models(named names: [String], claim: String?, stale: Bool, all: Bool) throws -> [Chosen] {
    let cards = try store.modelCards()
    if all { return cards }
    var wanted: Set<String> = []
    for name in names { wanted.insert(try card(name, cards).path) }
    if let claim {
      guard let trace = try Tracer(store: store).trace(claim) else {
        throw Failure(try ShowCommand.unknown(claim, store))
      }
      let tested = Set(trace.tests.map(\.model))
      guard !tested.isEmpty else { throw Failure("\(claim): no model tests this claim") }
      for card in cards where tested.contains(card.card.id) { wanted.insert(card.path) }
    }
    if stale {
      for model in try store.models() where isStale(model) { wanted.insert(model.path) }
    }
    return cards.filter { wanted.contains($0.path) }
  }

  /// The card that a name means: `model:ID`, an id alone, or the path of the card or its folder.
  func card(_ name: String, _ cards: [Chosen]) throws -> Chosen {
    var id = name.hasPrefix("model:") ? String(name.dropFirst("model:".count)) : name
    if let hash = id.firstIndex(of: "#") { id = String(id[..<hash]) }
    if let card = cards.first(where: { $0.card.id == id }) { return card }
    while id.hasSuffix("/") { id.removeLast() }
    if let card = cards.first(where: { $0.path == id || $0.path == id + "/model.md" }) {
      return card
    }
    if case .source(let source)? = try store.resolve(.source(id)), source.kind == .model {
      throw Failure("\(source.path): the card cannot be used: `dictum check` says why")
    }
    throw Failure(try ShowCommand.unknown("model:\(id)", store))
  }

  private func isStale(_ model: ModelSummary) -> Bool {
    model.run == nil || model.run?.outcome != .ok
      || model.tests.contains { !$0.staleReasons.isEmpty }
  }
}

/// Runs chosen models one after another, with the user's word for each.
final class RerunSession {
  private let library: Library
  private let rerunner: Rerunner
  private let output: OutputOptions

  /// Whether a model could not be run at all.
  private(set) var hasFailures = false

  init(library: Library, sandbox: Sandbox, output: OutputOptions) {
    self.library = library
    self.output = output
    rerunner = Rerunner(trust: TrustFolder.store, sandbox: sandbox)
    if let reason = sandbox.reason {
      Terminal.talk("warning: no sandbox, the model can read your files: \(reason)")
    }
  }

  /// Shows what would run.
  func show(_ chosen: [ModelChoice.Chosen]) throws {
    for (path, card) in chosen {
      let plan = try rerunner.plan(card, folder: folder(path))
      Terminal.print(PlanText.lines(plan, path: path, style: output.style))
    }
  }

  /// Runs every model that is, or gets, approved; a model that cannot be run is said and the next is
  /// run.
  func run(_ chosen: [ModelChoice.Chosen], approve: Bool) throws -> [RunRecord] {
    let ledger = Ledger(path: library.runLedger)
    var records: [RunRecord] = []
    for (path, card) in chosen {
      do {
        let plan = try rerunner.plan(card, folder: folder(path))
        guard try isAllowed(plan, path: path, approve: approve) else { continue }
        if Terminal.isTerminal(2) { Terminal.progress("running \(card.id) …") }
        let record = try Asynchronous.interruptible {
          [rerunner] () async -> Result<RunRecord, RerunError> in
          do throws(RerunError) {
            return .success(try await rerunner.run(plan))
          } catch {
            return .failure(error)
          }
        }
        Terminal.progress("")
        try ledger.append(record)
        records.append(record)
      } catch let error as RerunError {
        if case .cancelled = error { throw error }
        Terminal.error(error.description)
        hasFailures = true
      }
    }
    return records
  }

  /// Prints the records, each with the claims it tests.
  func print(_ records: [RunRecord], store: Store) throws {
    var claims: [String: [String: String]] = [:]
    for model in try store.models() {
      var tested: [String: String] = [:]
      for (test, claim) in zip(model.tests, model.claims) {
        if let bound = test.bound, let claim { tested[bound.id] = claim }
      }
      claims[model.address] = tested
    }
    try output.print(records, schema: "rerun/1", elementSchema: "run/1") { style in
      records.flatMap {
        RunText.text($0, claims: claims["model:\($0.model)"] ?? [:], style: style)
      }
    }
  }

  /// Whether a plan may run: approved before, by `--approve`, or by the user's answer now.
  private func isAllowed(_ plan: RunPlan, path: String, approve: Bool) throws -> Bool {
    if plan.isApproved { return true }
    for line in PlanText.lines(plan, path: path, style: output.talkStyle) { Terminal.talk(line) }
    if !approve {
      guard Terminal.isTerminal(0), Terminal.isTerminal(2) else {
        throw RerunError.notApproved(model: plan.card.id)
      }
      let answer = Terminal.ask("Run this, now and whenever it is unchanged? [y/N] ")
      guard let answer, ["y", "yes"].contains(answer.lowercased()) else {
        Terminal.talk("\(plan.card.id) was not run")
        hasFailures = true
        return false
      }
    }
    try rerunner.approve(plan, path: library.absolute(path))
    return true
  }

  private func folder(_ path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return library.absolute(parts.joined(separator: "/"))
  }
}

/// What would run, for the user to read before saying yes.
enum PlanText {
  static func lines(_ plan: RunPlan, path: String, style: Style) -> [String] {
    var lines = ["model:\(plan.card.id)  \(plan.card.title)", "    card      \(path)"]
    let commands = plan.steps.map { $0.command.joined(separator: " ") }
    lines.append("    command   \(commands.first ?? "")")
    if plan.steps.count > 1 { lines.append("    runs      \(plan.steps.count), one a seed") }
    for (input, sha256) in plan.subject.inputs.sorted(by: { $0.key < $1.key }) {
      lines.append("    input     \(input)  sha256 \(sha256.prefix(16))…")
    }
    for (name, value) in plan.card.params.sorted(by: { $0.key < $1.key }) {
      lines.append("    param     \(name) = \(value)")
    }
    let limits = plan.card.limits
    lines.append(
      "    limits    \(Int(limits.wallSeconds)) s, \(limits.memoryMiB) MiB of memory, "
        + "\(limits.outputMiB) MiB of output")
    lines.append(
      "    sandbox   "
        + (plan.sandbox.kind == .bubblewrap
          ? "bubblewrap: these inputs only, no network, no home folder" : "none"))
    lines.append("    approved  \(plan.isApproved ? "yes" : "not yet")")
    return lines.map { style.safe($0) }
  }
}
