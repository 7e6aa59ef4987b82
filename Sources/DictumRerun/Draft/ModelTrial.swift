package import DictumModel
import Foundation
import Synchronization

/// What one run of a new card gave, for its author to make expectations of; it is in no ledger.
package struct ModelTrial: Sendable {
  /// How it ended.
  package var outcome: RunRecord.Outcome

  /// What it said last, when it did not end well.
  package var message: String

  /// The file whose numbers are among `metrics`; `nil` when all were printed.
  package var file: String?

  /// Its numbers.
  package var metrics: [String: Double]

  /// The other files it left in its output folder.
  package var outputs: [String]

  /// What a run gave; by default nothing.
  package init(
    outcome: RunRecord.Outcome, message: String = "", file: String? = nil,
    metrics: [String: Double] = [:], outputs: [String] = []
  ) {
    self.outcome = outcome
    self.message = message
    self.file = file
    self.metrics = metrics
    self.outputs = outputs
  }
}

extension Rerunner {
  /// Runs the first task of a plan once, as a run does, and looks at all that it left.
  ///
  /// It refuses a plan that is not approved now, and inputs that are not those of the plan.
  package func trial(_ plan: RunPlan) async throws(RerunError) -> ModelTrial {
    try checkApproval(of: plan)
    let place = BatchFolder(temporary + "/dictum-" + String(random(), radix: 16))
    defer { place.remove() }
    let task = plan.tasks.first?.task ?? RunTask()
    let batch = TaskBatch(
      runID: plan.id, card: plan.card, subject: plan.subject, look: 1, startedAt: "",
      isForced: true, sandbox: sandbox.kind, tasks: [task])
    try place.create(batch, from: plan.folder, inputs: plan.subject.inputs)
    if let failure = try await build(plan, in: place) {
      return ModelTrial(outcome: failure.outcome, message: failure.message)
    }
    let runner = try TaskRunner(batch, in: place, sandbox: sandbox, temporary: temporary)
    let trial = Mutex(ModelTrial(outcome: .ok))
    let result = await runner.run(0) { output, folder in
      trial.withLock { $0 = Self.look(at: folder, output) }
    }
    guard let result else {
      throw .interrupted(model: plan.card.id, run: plan.id, done: 0, total: 1)
    }
    var found = trial.withLock { $0 }
    found.outcome = result.outcome
    found.message = result.message
    return found
  }

  /// The numbers printed and those of the first file that has some, and the names of the others.
  private static func look(at folder: String, _ output: CappedOutput) -> ModelTrial {
    var trial = ModelTrial(outcome: .ok)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let usual = names.filter { $0 == "metrics.json" }
    for name in usual + names.filter({ $0 != "metrics.json" }).sorted() {
      guard let bytes = RunFolder.file(name, in: folder), !bytes.isEmpty else { continue }
      let isTable = [".json", ".csv", ".tsv"].contains { name.lowercased().hasSuffix($0) }
      if isTable, trial.file == nil {
        let read = MetricReader(metrics: .init(file: name))
          .read(standardOutput: CappedOutput(), file: bytes)
        if !read.values.isEmpty {
          (trial.file, trial.metrics) = (name, read.values)
          continue
        }
      }
      trial.outputs.append(name)
    }
    let printed = MetricReader(metrics: .init()).read(standardOutput: output, file: nil)
    trial.metrics.merge(printed.values) { file, _ in file }
    return trial
  }
}
