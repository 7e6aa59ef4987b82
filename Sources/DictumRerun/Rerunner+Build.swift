import DictumModel

extension Rerunner {
  /// Has what the card's build command makes in the batch's folder, from the cache or built now; the
  /// result that stands for every task, when it cannot be built.
  ///
  /// The build sees what a run sees: the copies of the inputs, no network unless the card has one. It
  /// knows no parameter and no seed.
  func build(_ plan: RunPlan, in place: BatchFolder) async throws(RerunError) -> TaskResult? {
    guard !plan.card.build.isEmpty, realPath(place.build) == nil, let task = plan.tasks.first
    else { return nil }
    let key = builds.key(
      of: plan.card, inputs: plan.subject.inputs, environment: plan.subject.environment)
    var result = TaskResult(task: task.task, outcome: .ok)
    let finding = try await builds.provide(key, at: place.build) { folder throws(RerunError) in
      let ending = try await launchBuild(of: plan.card, inputs: place.inputs, into: folder)
      result.seconds = ending.usage.seconds
      result.cpuSeconds = ending.usage.processorSeconds
      result.peakBytes = ending.usage.peakBytes
      return RunFinding(ending, limits: plan.card.limits.forBuild)
    }
    if Task.isCancelled {
      forget(plan.id)
      throw .interrupted(model: plan.card.id, run: plan.id, done: 0, total: plan.tasks.count)
    }
    guard finding.outcome != .ok else { return nil }
    result.outcome = finding.outcome
    result.message = finding.message
    return result
  }

  /// Runs the build command with copies of the inputs, and puts what it wrote in `folder`.
  private func launchBuild(
    of card: ModelCard, inputs: String, into folder: String
  ) async throws(RerunError) -> Ending {
    let root = temporary + "/dictum-" + String(random(), radix: 16)
    let cell = RunLayout.Cell(root: root + "/build")
    try RunFolder.make(root)
    defer { RunFolder.remove(root) }
    for path in cell.folders { try RunFolder.make(path) }
    _ = try InputHasher(card: card, folder: inputs).copy(to: cell.model)
    if let reason = writeNewFile([UInt8]("{}".utf8), to: cell.params, mode: 0o444) {
      throw .cannotPrepare(path: cell.params, reason: reason)
    }
    let view = sandbox.view(of: cell)
    let environment = RunEnvironment(
      model: card.id, runID: "", seed: nil, params: view.params, out: view.out, home: view.home,
      programs: RunEnvironment.programs(of: card.policy))
    let ending = await Launcher(sandbox: sandbox).launch(
      .init(
        command: try CommandTemplate(card: card).expandBuild(into: view.out),
        environment: environment.variables, cell: cell, limits: card.limits.forBuild,
        policy: card.policy))
    if RunFinding(ending, limits: card.limits.forBuild).outcome == .ok {
      try BuiltFiles.copy(cell.out, to: folder)
    }
    return ending
  }
}
