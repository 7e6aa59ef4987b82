package import DictumModel
import Foundation

extension Rerunner {
  /// The runs that were interrupted and can be gone on with, oldest first; what is under way in
  /// another process is not among them, nor what was not begun here: of that nothing is even read.
  package func interrupted() -> [TaskBatch] {
    folders(areOurs: true).compactMap { name in
      let place = BatchFolder(runs + "/" + name)
      guard let batch = place.read(), folder(of: batch.runID) == place, place.lock() != nil
      else { return nil }
      return batch
    }.sorted { ($0.startedAt, $0.runID) < ($1.startedAt, $1.runID) }
  }

  /// The names of the folders of runs that came with the library, or lie elsewhere than where they
  /// were begun, sorted: what is in them may be forged.
  package var foreignFolders: [String] { folders(areOurs: false).sorted() }

  private func folders(areOurs: Bool) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? []
    return names.filter { register.isBegun($0, in: runs + "/" + $0) == areOurs }
  }

  /// Whether a record is what a run of this user's came to on this machine.
  package func isOurs(_ record: RunRecord) -> Bool { register.isOurs(record) }

  /// Says what is left of an interrupted run of the card, and why the rest need not run.
  package func plan(
    resuming batch: TaskBatch, card: ModelCard, folder: String, history: [RunRecord]
  ) async throws(RerunError) -> RunPlan {
    let plan = try await plan(
      card, folder: folder, history: history,
      options: PlanOptions(
        isForced: batch.isForced, freshBase: batch.subject.freshBase,
        seeds: batch.card.seeds?.replicates),
      id: batch.runID)
    return try plan.at(look: batch.look)
  }

  /// Runs what is left of an interrupted run, as `run` does.
  ///
  /// It refuses when anything has changed that counts: half a run of one state and half of another
  /// would be a run of neither.
  package func resume(
    _ plan: RunPlan, _ batch: TaskBatch, on backend: any TaskBackend,
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws(RerunError) -> RunRecord {
    try checkApproval(of: plan)
    let place = self.folder(of: batch.runID)
    guard let lock = place.lock() else { throw refusal(batch, "it is still under way") }
    defer { withExtendedLifetime(lock) {} }
    guard plan.tasks.map(\.task) == batch.tasks else {
      let changes = Freshness.changes(
        since: batch.subject, card: plan.card, inputs: plan.subject.inputs,
        environment: plan.subject.environment)
      throw refusal(
        batch,
        (changes.isEmpty ? "what it would run has changed" : changes.joined(separator: "; "))
          + ": run model \(plan.card.id) anew")
    }
    guard batch.sandbox == sandbox.kind else {
      throw refusal(
        batch,
        "its first tasks were run with sandbox \(batch.sandbox.rawValue), "
          + "and the others would be with \(sandbox.kind.rawValue)")
    }
    let copies = try InputHasher(card: plan.card, folder: place.inputs).hashes()
    guard copies == plan.subject.inputs else {
      throw refusal(batch, "the copies of its inputs have changed: run it anew")
    }
    // The folder lies in the library, which may be another's: what was built is taken from the user's
    // own cache again, unless a cluster's tasks are using it.
    var batch = batch
    if !backend.goesOn(in: place.path) {
      RunFolder.remove(place.build)
      // The card as it is approved now, whose limits and bounds may be others.
      (batch.card, batch.subject) = (plan.card, plan.subject)
      try place.write(batch)
    }
    return try await run(plan, batch: batch, in: place, on: backend, progress: progress)
  }

  private func refusal(_ batch: TaskBatch, _ reason: String) -> RerunError {
    .cannotResume(run: batch.runID, reason: reason)
  }
}
