package import DictumModel
import Foundation

extension Rerunner {
  /// Runs what was planned, looks again with more seeds while the numbers settle too little, and
  /// judges it.
  ///
  /// It refuses a plan that is not approved now, and inputs that are not those of the plan: the
  /// copies that run are the bytes that are compared. A failing task is no error but a result, and
  /// does not stop the others, unless the first ones all fail. The folder of the batch stays until
  /// `finish`, so that nothing is lost before the record is in the ledger.
  package func run(
    _ plan: RunPlan, on backend: any TaskBackend,
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws(RerunError) -> RunRecord {
    try checkApproval(of: plan)
    let startedAt = Timestamp(now()).text
    if plan.isSettled {
      return kept(
        plan.record(of: plan.tasks.compactMap(\.reused), startedAt: startedAt, seconds: 0))
    }
    let place = folder(of: plan.id)
    let batch = TaskBatch(
      runID: plan.id, card: plan.card, subject: plan.subject, look: plan.look,
      startedAt: startedAt, isForced: plan.planner.options.isForced, sandbox: sandbox.kind,
      tasks: plan.tasks.map(\.task))
    register.begin(plan.id, in: place.path)
    do throws(RerunError) {
      try place.create(batch, from: plan.folder, inputs: plan.subject.inputs)
    } catch {
      forget(plan.id)
      throw error
    }
    // Held until the end, so that nobody takes the run for an interrupted one.
    let lock = place.lock()
    defer { withExtendedLifetime(lock) {} }
    return try await run(plan, batch: batch, in: place, on: backend, progress: progress)
  }

  /// Looks again whether the very thing that was planned is approved.
  func checkApproval(of plan: RunPlan) throws(RerunError) {
    guard trust.isApproved(plan.fingerprint),
      plan.fingerprint == trust.fingerprint(of: plan.card, inputs: plan.subject.inputs)
    else { throw .notApproved(model: plan.card.id) }
  }

  /// Removes what a run left behind, once its record is kept.
  package func finish(_ record: RunRecord) {
    folder(of: record.id).remove()
  }

  /// Removes what a run left that came to nothing.
  func forget(_ run: String) {
    folder(of: run).remove()
    register.forget(run)
  }

  /// The record, which is now known to be made here.
  private func kept(_ record: RunRecord) -> RunRecord {
    register.finish(record)
    return record
  }

  /// The folder of a run's batch.
  func folder(of run: String) -> BatchFolder {
    BatchFolder(runs + "/" + (run.hasPrefix("run:") ? String(run.dropFirst(4)) : run))
  }

  /// Look by look, the tasks that have no result in the batch's folder yet.
  func run(
    _ plan: RunPlan, batch: TaskBatch, in place: BatchFolder, on backend: any TaskBackend,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws(RerunError) -> RunRecord {
    var plan = plan
    var batch = batch
    let clock = ContinuousClock()
    let start = clock.now
    if let failure = try await build(plan, in: place) {
      return kept(
        plan.record(
          of: [failure], startedAt: batch.startedAt, seconds: (clock.now - start) / .seconds(1)))
    }
    while true {
      let collector = TaskCollector(batch, in: place, plan: plan, progress: progress)
      do throws(RerunError) {
        try await collector.run(on: backend)
      } catch {
        throw leave(place, plan: plan, collector: collector, backend: backend, error: error)
      }
      if Task.isCancelled {
        throw leave(place, plan: plan, collector: collector, backend: backend, error: nil)
      }
      let results = collector.results
      let next = collector.gaveUp ? nil : try plan.next(after: results)
      guard let next else {
        var record = plan.record(
          of: results, startedAt: batch.startedAt, seconds: (clock.now - start) / .seconds(1))
        if collector.gaveUp {
          await backend.abandon(place.path)
          record.notes.append(
            "stopped because the first \(results.count) of \(plan.tasks.count) tasks all failed")
        }
        return kept(record)
      }
      // The tasks of a further look lie between those of the one before: what has ended is kept under
      // its new index.
      plan = next
      batch.tasks = plan.tasks.map(\.task)
      batch.subject = plan.subject
      batch.look = plan.look
      try place.renew(batch, results: results)
    }
  }

  /// Removes the folder of a batch from which nothing is to be had; the error to throw.
  private func leave(
    _ place: BatchFolder, plan: RunPlan, collector: TaskCollector, backend: any TaskBackend,
    error: RerunError?
  ) -> RerunError {
    let done = collector.finished
    let goesOn = backend.goesOn(in: place.path)
    if done == 0, !goesOn { forget(plan.id) }
    return error
      ?? .interrupted(
        model: plan.card.id, run: plan.id, done: goesOn ? max(done, 1) : done,
        total: plan.tasks.count)
  }
}
