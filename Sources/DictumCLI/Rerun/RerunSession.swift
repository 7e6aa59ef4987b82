import DictumLedger
import DictumModel
import DictumReport
import DictumRerun
import DictumStore

/// Runs chosen models one after another, with the user's word for each.
final class RerunSession {
  private let library: Library
  private let store: Store
  private let rerunner: Rerunner
  private let backend: any TaskBackend
  private let options: RerunOptions
  private let output: OutputOptions
  private let ledger: Ledger<RunRecord>

  /// Whether a model could not be run at all.
  private(set) var hasFailures = false

  init(library: Library, store: Store, options: RerunOptions, output: OutputOptions) throws {
    self.library = library
    self.store = store
    self.options = options
    self.output = output
    let sandbox = try options.sandbox()
    rerunner = Rerunner(
      trust: TrustFolder.store(accepting: options.accepted), sandbox: sandbox, runs: library.runs)
    backend = options.backend(sandbox, temporary: rerunner.temporary)
    ledger = Ledger<RunRecord>(path: library.runLedger, of: "the record of a run")
    if let reason = sandbox.reason {
      Terminal.talk("warning: no sandbox, the model can read your files: \(reason)")
    }
  }

  /// What would run of each model.
  func plans(_ chosen: [ModelChoice.Chosen]) throws -> [(path: String, plan: RunPlan)] {
    try chosen.map { ($0.path, try plan($0)) }
  }

  /// Runs every model that is, or gets, approved; a model that cannot be run is said and the next is
  /// run.
  func run(_ chosen: [ModelChoice.Chosen], approve: Bool) throws -> [RunRecord] {
    var records: [RunRecord] = []
    for (path, card) in chosen {
      do {
        guard let plan = try allowed((path, card), approve: approve) else { continue }
        let record = try run(plan)
        try ledger.append(record)
        rerunner.finish(record)
        records.append(record)
      } catch let error as RerunError {
        Terminal.progress("")
        if case .interrupted = error { throw error }
        Terminal.error(error.description)
        hasFailures = true
      }
    }
    return records
  }

  private func run(_ plan: RunPlan) throws -> RunRecord {
    defer { Terminal.progress("") }
    return try Asynchronous.interruptible {
      [rerunner, backend] () async -> Result<RunRecord, RerunError> in
      do throws(RerunError) {
        return .success(
          try await rerunner.run(plan, on: backend) { Terminal.progress(ProgressText.line($0)) })
      } catch {
        return .failure(error)
      }
    }
  }

  private func plan(_ chosen: ModelChoice.Chosen) throws -> RunPlan {
    let history = try store.runs(of: chosen.card.id)
    return try Asynchronous.interruptible {
      [rerunner, options, folder = folder(chosen.path)] () async -> Result<RunPlan, RerunError> in
      do throws(RerunError) {
        return .success(
          try await rerunner.plan(
            chosen.card, folder: folder, history: history, options: options.plan))
      } catch {
        return .failure(error)
      }
    }
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

  /// The plan of a model that may run: approved before, by `--approve`, or by the user's answer now.
  private func allowed(_ chosen: ModelChoice.Chosen, approve: Bool) throws -> RunPlan? {
    let plan = try plan(chosen)
    if plan.isApproved { return plan }
    for line in PlanText.lines(plan, path: chosen.path, style: output.talkStyle) {
      Terminal.talk(line)
    }
    if !approve {
      guard Terminal.isTerminal(0), Terminal.isTerminal(2) else {
        throw RerunError.notApproved(model: plan.card.id)
      }
      let answer = Terminal.ask("Run this, now and whenever it is unchanged? [y/N] ")
      guard let answer, ["y", "yes"].contains(answer.lowercased()) else {
        Terminal.talk("\(plan.card.id) was not run")
        hasFailures = true
        return nil
      }
    }
    try rerunner.approve(plan, path: library.absolute(chosen.path))
    // Planned anew: now its environment may be asked.
    return try self.plan(chosen)
  }

  private func folder(_ path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return library.absolute(parts.joined(separator: "/"))
  }
}
