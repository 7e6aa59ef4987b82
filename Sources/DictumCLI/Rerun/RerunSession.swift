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
  private let options: PlanOptions
  private let output: OutputOptions
  private let ledger: Ledger<RunRecord>

  /// Whether a model could not be run at all.
  private(set) var hasFailures = false

  init(library: Library, store: Store, options: RerunOptions, output: OutputOptions) throws {
    self.library = library
    self.store = store
    self.options = options.plan
    self.output = output
    let sandbox = try options.sandbox()
    rerunner = Rerunner(
      trust: TrustFolder.store(accepting: options.accepted), sandbox: sandbox, runs: library.runs,
      builds: CacheFolder.builds)
    backend = options.backend(sandbox, temporary: rerunner.temporary)
    ledger = Ledger<RunRecord>(path: library.runLedger, of: "the record of a run")
    if let reason = sandbox.reason {
      Terminal.talk(
        sandbox.refuses
          ? "no sandbox can be had here, so nothing is run: \(reason)"
          : "warning: no sandbox, the model can read your files: \(reason)")
    }
  }

  /// What would run of each model; of those with news only, where only the stale are wanted.
  func plans(
    _ chosen: [ModelChoice.Chosen], onlyNews: Bool
  ) throws -> [(path: String, plan: RunPlan)] {
    try chosen.compactMap { model in
      let history = try store.runs(of: model.card.id)
      let plan = try plan(model, history)
      return onlyNews && !plan.isNews(beside: history.first) ? nil : (model.path, plan)
    }
  }

  /// Runs every model that is, or gets, approved; a model that cannot be run is said and the next is
  /// run. A model whose newest run says all that a run could say is not run: that run is the result.
  func run(
    _ chosen: [ModelChoice.Chosen], approve: Bool, onlyNews: Bool
  ) throws -> [RunRecord] {
    var records: [RunRecord] = []
    for model in chosen {
      do {
        let history = try store.runs(of: model.card.id)
        var plan = try plan(model, history)
        if let newest = history.first, !plan.isNews(beside: newest) {
          if onlyNews { continue }
          Terminal.talk("model:\(model.card.id): nothing to do: \(newest.id) is of this state")
          records.append(newest)
          continue
        }
        if !plan.isApproved {
          guard try isAllowed(plan, path: model.path, approve: approve) else { continue }
          // Planned anew: now its environment may be asked.
          plan = try self.plan(model, history)
        }
        let record = try waiting { [rerunner, backend, plan] () async throws(RerunError) in
          try await rerunner.run(plan, on: backend) { Terminal.progress(ProgressText.line($0)) }
        }
        records.append(try keep(record))
      } catch let error as RerunError {
        if fails(error) { break }
      }
    }
    return records
  }

  /// Goes on with interrupted runs: those named, or all.
  func resume(_ names: [String]) throws -> [RunRecord] {
    let batches = rerunner.interrupted()
    for name in names where !batches.contains(where: { $0.runID == name }) {
      let known = batches.map(\.runID)
      throw Failure(
        "\(name): no interrupted run has this id"
          + (known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))"))
    }
    var records: [RunRecord] = []
    let cards = try store.modelCards()
    for batch in batches where names.isEmpty || names.contains(batch.runID) {
      do {
        guard let model = cards.first(where: { $0.card.id == batch.card.id }) else {
          throw RerunError.cannotResume(
            run: batch.runID, reason: "the library has no model \(batch.card.id) any more")
        }
        let history = try store.runs(of: model.card.id)
        let folder = folder(model.path)
        let record = try waiting { [rerunner, backend] () async throws(RerunError) in
          let plan = try await rerunner.plan(
            resuming: batch, card: model.card, folder: folder, history: history)
          return try await rerunner.resume(plan, batch, on: backend) {
            Terminal.progress(ProgressText.line($0))
          }
        }
        records.append(try keep(record))
      } catch let error as RerunError {
        if fails(error) { break }
      }
    }
    if batches.isEmpty { Terminal.talk("no run was interrupted") }
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

  /// Adds a record to the ledger; only then is the folder of its batch removed.
  private func keep(_ record: RunRecord) throws -> RunRecord {
    try ledger.append(record)
    rerunner.finish(record)
    return record
  }

  /// Says why a model was not run; whether that is the user's wish to stop.
  private func fails(_ error: RerunError) -> Bool {
    Terminal.error(error.description)
    hasFailures = true
    if case .interrupted = error { return true }
    return false
  }

  private func plan(_ model: ModelChoice.Chosen, _ history: [RunRecord]) throws -> RunPlan {
    let folder = folder(model.path)
    return try waiting { [rerunner, options] () async throws(RerunError) in
      try await rerunner.plan(
        model.card, folder: folder, history: history, options: options)
    }
  }

  /// The value of asynchronous work that Ctrl-C cancels.
  private func waiting<T: Sendable>(
    _ body: @escaping @Sendable () async throws(RerunError) -> T
  ) throws -> T {
    defer { Terminal.progress("") }
    return try Asynchronous.interruptible { () async -> Result<T, RerunError> in
      do throws(RerunError) {
        return .success(try await body())
      } catch {
        return .failure(error)
      }
    }
  }

  /// Whether a plan may run: by `--approve`, or by the user's answer now.
  private func isAllowed(_ plan: RunPlan, path: String, approve: Bool) throws -> Bool {
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
