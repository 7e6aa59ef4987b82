package import DictumModel
import Foundation

extension Rerunner {
  /// Runs what was planned, one seed after another up to the first that does not end well, and judges
  /// it; the private folder is removed afterwards.
  ///
  /// It refuses a plan that is not approved now, and inputs that are not those of the plan: the
  /// copies that run are the bytes that are compared. A failing model is no error but a record.
  package func run(_ plan: RunPlan) async throws(RerunError) -> RunRecord {
    guard trust.isApproved(plan.fingerprint),
      plan.fingerprint == trust.fingerprint(of: plan.card, inputs: plan.subject.inputs)
    else { throw .notApproved(model: plan.card.id) }
    try RunFolder.make(plan.layout.root)
    defer { RunFolder.remove(plan.layout.root) }
    try writeParams(plan)

    let startedAt = Timestamp(now()).text
    let clock = ContinuousClock()
    let start = clock.now
    var finding: RunFinding?
    var tasks: [TaskResult] = []
    for step in plan.steps {
      try prepare(step, of: plan)
      let launched = await launch(step, of: plan)
      if Task.isCancelled { throw .cancelled(model: plan.card.id) }
      finding = launched.finding
      let usage = launched.ending.usage
      tasks.append(
        TaskResult(
          task: RunTask(seed: step.seed), outcome: launched.finding.outcome,
          message: launched.finding.message, seconds: usage.seconds,
          cpuSeconds: usage.processorSeconds, peakBytes: usage.peakBytes,
          metrics: launched.reading.values, notes: launched.reading.notes))
      guard launched.finding.outcome == .ok else { break }
      RunFolder.remove(step.cell.root)
    }
    let elapsed = (clock.now - start).components
    var record = RunRecord(
      id: plan.id, model: plan.card.id, startedAt: startedAt,
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds / 1_000_000_000_000) / 1e6,
      subject: plan.subject, sandbox: plan.sandbox.kind, sandboxLevel: plan.sandbox.level,
      outcome: finding?.outcome ?? .ok,
      message: finding?.message ?? "", tasks: tasks, verdicts: [],
      notes: (plan.sandbox.reason.map { [$0] } ?? []) + notes(tasks))
    record.verdicts = Judge.rejudge(record, card: plan.card)
    return record
  }

  /// What the readers of the tasks' numbers noted, at most a hundred notes.
  private func notes(_ tasks: [TaskResult]) -> [String] {
    let all = tasks.flatMap { result in
      result.notes.map { note in
        result.task.seed.map { "seed \($0): \(note)" } ?? note
      }
    }
    return Array(all.prefix(100))
  }

  private func writeParams(_ plan: RunPlan) throws(RerunError) {
    guard let json = try? canonicalEncoder().encode(plan.card.params) else {
      throw .badNumber(model: plan.card.id, field: "params")
    }
    if let reason = writeNewFile([UInt8](json), to: plan.layout.params, mode: 0o444) {
      throw .cannotPrepare(path: plan.layout.params, reason: reason)
    }
  }

  /// Makes one seed's folders and copies the inputs into them, comparing what was copied.
  private func prepare(_ step: RunPlan.Step, of plan: RunPlan) throws(RerunError) {
    for folder in step.cell.folders {
      try RunFolder.make(folder)
    }
    let copies = try InputHasher(card: plan.card, folder: plan.folder).copy(to: step.cell.model)
    let names = Set(copies.keys).union(plan.subject.inputs.keys).sorted()
    if let changed = names.first(where: { copies[$0] != plan.subject.inputs[$0] }) {
      throw .inputChanged(model: plan.card.id, input: changed)
    }
  }

  private func launch(
    _ step: RunPlan.Step, of plan: RunPlan
  ) async -> (ending: Ending, finding: RunFinding, reading: MetricReader.Reading) {
    let ending = await Launcher(sandbox: plan.sandbox).launch(
      .init(
        command: step.command, environment: step.environment, cell: step.cell,
        limits: plan.card.limits, policy: plan.subject.policy))
    let finding = RunFinding(ending, limits: plan.card.limits)
    guard finding.outcome == .ok else { return (ending, finding, MetricReader.Reading()) }
    let reading = MetricReader(metrics: plan.card.metrics).read(
      standardOutput: ending.standardOutput,
      file: RunFolder.file(plan.card.metrics.file, in: step.cell.out))
    return (ending, finding, reading)
  }
}
