import DictumLedger
import DictumModel
import DictumReport
import DictumRerun
import DictumStore

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
    let ledger = Ledger<RunRecord>(path: library.runLedger, of: "the record of a run")
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
