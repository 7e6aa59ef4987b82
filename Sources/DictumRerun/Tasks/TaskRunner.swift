package import DictumModel
import Foundation

/// Runs single tasks of a batch on this machine: here, or on a node of a cluster.
///
/// Inputs are copied once, into a private folder that is removed when the runner goes. All tasks share
/// these copies where a sandbox keeps them from being written; without one each gets its own.
package final class TaskRunner: Sendable {
  private let batch: TaskBatch
  private let sandbox: Sandbox
  private let root: String

  private var inputs: String { root + "/inputs" }
  private var build: String { root + "/build" }

  /// A runner of the tasks of the batch in `folder`; `temporary` is this machine's folder for private
  /// folders.
  package init(
    _ batch: TaskBatch, in folder: BatchFolder, sandbox: Sandbox, temporary: String
  ) throws(RerunError) {
    self.batch = batch
    self.sandbox = sandbox
    root = temporary + "/dictum-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    try RunFolder.make(root)
    try RunFolder.make(inputs)
    // The batch's folder may lie where only its owner may look, and a run may be nobody.
    let copies = try InputHasher(card: batch.card, folder: folder.inputs).copy(to: inputs)
    // These are the bytes that run, so these are compared with what was approved.
    if let input = copies.keys.sorted().first(where: { copies[$0] != batch.subject.inputs[$0] }) {
      throw .inputChanged(model: batch.card.id, input: input)
    }
    if !batch.card.build.isEmpty { try BuiltFiles.copy(folder.build, to: build) }
  }

  deinit {
    RunFolder.remove(root)
  }

  /// Runs the task at an index to its end; `nil` when the caller's task was cancelled.
  ///
  /// Whatever keeps it from running is a result too: `sandbox-error`, with the reason.
  package func run(_ index: Int) async -> TaskResult? { await run(index) { _, _ in } }

  /// The same; `inspect` is called when it ended well, while what it printed and its output folder
  /// are still there.
  func run(
    _ index: Int, inspect: @Sendable (_ output: CappedOutput, _ folder: String) -> Void
  ) async -> TaskResult? {
    let task = batch.tasks[index]
    let cell = RunLayout.Cell(
      root: root + "/\(index)", inputs: sandbox.kind == .none ? nil : inputs,
      build: batch.card.build.isEmpty ? nil : build)
    defer { RunFolder.remove(cell.root) }
    var result: TaskResult
    do throws(RerunError) {
      let card = self.card(of: task)
      try prepare(cell, card: card)
      result = try await launch(task, index, card: card, cell: cell, inspect)
    } catch {
      result = TaskResult(task: task, outcome: .sandboxError, message: error.description)
    }
    return Task.isCancelled ? nil : result
  }

  /// The card with the parameters of the task.
  private func card(of task: RunTask) -> ModelCard {
    var card = batch.card
    card.params = batch.card.params(of: task)
    return card
  }

  /// Makes the private folder of one task.
  private func prepare(_ cell: RunLayout.Cell, card: ModelCard) throws(RerunError) {
    for path in cell.folders { try RunFolder.make(path) }
    guard let json = try? canonicalEncoder().encode(card.params) else {
      throw .badNumber(model: card.id, field: "params")
    }
    if let reason = writeNewFile([UInt8](json), to: cell.params, mode: 0o444, isDurable: false) {
      throw .cannotPrepare(path: cell.params, reason: reason)
    }
    if cell.model != inputs {
      _ = try InputHasher(card: card, folder: inputs).copy(to: cell.model)
    }
  }

  private func launch(
    _ task: RunTask, _ index: Int, card: ModelCard, cell: RunLayout.Cell,
    _ inspect: @Sendable (CappedOutput, String) -> Void
  ) async throws(RerunError) -> TaskResult {
    let view = sandbox.view(of: cell)
    let command = try CommandTemplate(card: card)
      .expand(seed: task.seed, out: view.out, file: view.params, build: view.build)
    let environment = RunEnvironment(
      model: card.id, runID: batch.runID, seed: task.seed, params: view.params, out: view.out,
      home: view.home, taskID: index, seedsTotal: card.seeds?.replicates ?? 0, values: card.params,
      programs: RunEnvironment.programs(of: card.policy)
    ).variables
    let ending = await Launcher(sandbox: sandbox).launch(
      .init(
        command: command, environment: environment, cell: cell, limits: card.limits,
        policy: card.policy))
    let finding = RunFinding(ending, limits: card.limits)
    var result = TaskResult(
      task: task, outcome: finding.outcome, message: finding.message,
      seconds: ending.usage.seconds, cpuSeconds: ending.usage.processorSeconds,
      peakBytes: ending.usage.peakBytes)
    if finding.outcome == .ok {
      inspect(ending.standardOutput, cell.out)
      read(&result, ending: ending, card: card, cell: cell)
    }
    return result
  }

  /// Adds what the command left: its numbers and its declared outputs.
  private func read(
    _ result: inout TaskResult, ending: Ending, card: ModelCard, cell: RunLayout.Cell
  ) {
    let harvest = Harvest(of: card, standardOutput: ending.standardOutput, folder: cell.out)
    result.metrics = harvest.values
    result.notes = harvest.notes
    result.outputs = harvest.outputs
    if let missing = harvest.missing {
      (result.outcome, result.message) = (.missingOutput, missing)
    }
  }
}
