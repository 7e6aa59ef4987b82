import DictumLedger
import DictumModel
import DictumReport
import DictumRerun
import DictumStore

/// Runs chosen models one after another, with the user's word for each.
final class RerunSession {
  private let desk: PlanDesk
  private let options: ClusterOptions
  private let backend: any TaskBackend
  private let ledger: Ledger<RunRecord>

  /// The models that could not be run at all, with why, and whether they were approved.
  private(set) var unrun: [(model: String, reason: String, isApproved: Bool)] = []

  /// Whether there are any.
  var hasFailures: Bool { !unrun.isEmpty }

  init(library: Library, store: Store, options: RerunOptions, output: OutputOptions) throws {
    let sandbox = options.findSandbox()
    if let reason = sandbox.reason, !sandbox.refuses {
      Terminal.talk("warning: no sandbox, the model can read your files: \(reason)")
    }
    let rerunner = Rerunner(
      trust: try UserFolders.trust(accepting: options.accepted), sandbox: sandbox,
      runs: library.runs, builds: try UserFolders.builds(), register: try UserFolders.register())
    desk = PlanDesk(
      library: library, store: store, rerunner: rerunner, options: options.plan, output: output)
    self.options = options.cluster
    backend = options.backend(sandbox, temporary: rerunner.temporary)
    ledger = Ledger<RunRecord>(path: library.runLedger, of: "the record of a run")
  }

  /// What would run of each model; of those with news only, where only the stale are wanted.
  func plans(_ chosen: [ModelChoice.Chosen], onlyNews: Bool) throws -> [PlanDesk.Planned] {
    try chosen.map(desk.plan).filter { !onlyNews || $0.plan.isNews(beside: $0.newest) }
  }

  /// Runs every model that is, or gets, approved.
  ///
  /// A model that cannot be run is said and the next is run. A model whose newest run says all that a
  /// run could say is not run: that run is the result.
  func run(
    _ chosen: [ModelChoice.Chosen], approve: Bool, onlyNews: Bool
  ) throws -> [RunRecord] {
    try checkSandbox()
    return try chosen.records { model throws in
      var (path, plan, newest) = try desk.plan(model)
      if let newest, !plan.isNews(beside: newest) {
        if onlyNews { return nil }
        Terminal.talk("model:\(model.card.id): nothing to do: \(newest.id) is of this state")
        return newest
      }
      if !plan.isApproved {
        guard try desk.isAllowed(plan, path: path, isWanted: approve) else {
          unrun.append((model.card.id, "it was not approved", false))
          return nil
        }
        // Planned anew: now its environment may be asked.
        plan = try desk.plan(model).plan
      }
      return try keep { [desk, backend, plan] () async throws(RerunError) in
        try await desk.rerunner.run(plan, on: backend) { Terminal.progress(ProgressText.line($0)) }
      }
    } fails: {
      fails($1, $0.card.id)
    }
  }

  /// Goes on with interrupted runs: those named, or all.
  func resume(_ names: [String]) throws -> [RunRecord] {
    try checkSandbox()
    let batches = try interrupted(names)
    if batches.isEmpty { Terminal.talk("no run was interrupted") }
    let cards = try desk.store.modelCards()
    return try batches.records { batch throws in
      guard let model = cards.first(where: { $0.card.id == batch.card.id }) else {
        throw RerunError.cannotResume(
          run: batch.runID, reason: "the library has no model \(batch.card.id) any more")
      }
      let plan = try desk.plan(resuming: batch, model)
      // What a cluster has is not run here a second time.
      let backend: any TaskBackend =
        desk.rerunner.isSubmitted(batch) ? self.options.slurm : self.backend
      return try keep { [desk, backend] () async throws(RerunError) in
        try await desk.rerunner.resume(plan, batch, on: backend) {
          Terminal.progress(ProgressText.line($0))
        }
      }
    } fails: {
      fails($1, $0.card.id)
    }
  }

  /// Gives interrupted runs up: what a cluster has of them is stopped, what they left is removed.
  func cancel(_ names: [String]) throws {
    for batch in try interrupted(names) {
      let (rerunner, cluster) = (desk.rerunner, options.slurm)
      Asynchronous.wait { await rerunner.giveUp(batch, on: cluster) }
      Terminal.talk("\(batch.runID) is given up")
    }
  }

  /// The interrupted runs of these ids, or all.
  private func interrupted(_ names: [String]) throws -> [TaskBatch] {
    let batches = desk.rerunner.interrupted()
    for name in desk.rerunner.foreignFolders where names.isEmpty || names.contains("run:" + name) {
      Terminal.talk(
        "warning: .dictum/runs/\(name) was not begun here, so it is left alone: remove it")
    }
    for name in names where !batches.contains(where: { $0.runID == name }) {
      let known = batches.map(\.runID)
      throw Failure(
        "\(name): no interrupted run has this id"
          + (known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))"))
    }
    return batches.filter { names.isEmpty || names.contains($0.runID) }
  }

  /// Prints the records, each with the claims it tests, and writes the reports asked for.
  func print(_ records: [RunRecord], store: Store, reports: ReportOptions) throws {
    let runs = try ReportedRuns(records, unrun: unrun, store: store, library: desk.library)
    try reports.write(runs)
    if reports.takesOutput { return }
    try desk.output.print(records, schema: "rerun/1", elementSchema: "run/1") { style in
      runs.reports.flatMap { RunText.text($0.record, claims: $0.claims, style: style) }
    }
  }

  /// Throws where nothing can shut a model in and nobody said that it need not be.
  private func checkSandbox() throws {
    guard desk.rerunner.sandbox.refuses else { return }
    throw Failure(
      "no sandbox can be had here, so nothing is run: "
        + (desk.rerunner.sandbox.reason ?? "none was found")
        + "; or give --no-sandbox, and the model can read your files")
  }

  /// Runs to a record and adds it to the ledger; only then is the folder of its batch removed.
  private func keep(
    _ run: @escaping @Sendable () async throws(RerunError) -> RunRecord
  ) throws -> RunRecord {
    defer { Terminal.progress("") }
    let record = try Asynchronous.interruptible(run)
    try ledger.append(record)
    desk.rerunner.finish(record)
    return record
  }

  /// Says why a model was not run; whether that is the user's wish to stop.
  private func fails(_ error: RerunError, _ model: String) -> Bool {
    Terminal.error(error.description)
    let isApproved = if case .notApproved = error { false } else { true }
    unrun.append((model, error.description, isApproved))
    switch error {
    case .interrupted, .slurm(.left): return true
    default: return false
    }
  }
}

extension Array {
  /// The records of what could be run; `fails` says of an error whether it ends everything.
  fileprivate func records(
    _ body: (Element) throws -> RunRecord?, fails: (Element, RerunError) -> Bool
  ) throws -> [RunRecord] {
    var records: [RunRecord] = []
    for element in self {
      do {
        if let record = try body(element) { records.append(record) }
      } catch let error as RerunError {
        if fails(element, error) { break }
      }
    }
    return records
  }
}
