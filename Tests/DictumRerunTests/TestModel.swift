import DictumModel
import Foundation

@testable import DictumRerun

/// A model in a temporary folder with a trust store of its own; removed when the value goes.
final class TestModel: Sendable {
  let root: String
  var folder: String { root + "/card" }
  var state: String { root + "/state/trust" }
  var trust: TrustStore { TrustStore(directory: state) }

  init() throws {
    root = FileManager.default.temporaryDirectory.path() + "/dictum-test-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: root + "/card", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: root + "/private", withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  func write(_ text: String, to name: String) throws {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  func rerunner(_ sandbox: Sandbox) -> Rerunner {
    Rerunner(
      trust: trust, sandbox: sandbox, runs: root + "/runs",
      builds: BuildCache(directory: root + "/cache/builds"),
      register: RunRegister(directory: root + "/state/runs"), temporary: root + "/private",
      now: { Date(timeIntervalSince1970: 1_773_500_966) })
  }

  /// Writes a script, plans, approves and runs it.
  func run(
    _ script: String, language: String = "python3", in sandbox: Sandbox,
    _ change: (inout ModelCard) -> Void = { _ in }
  ) async throws -> RunRecord {
    try write(script, to: "model.py")
    var card = ModelCard(
      id: "toy", title: "Toy", command: [language, "model.py"], inputs: ["model.py"])
    change(&card)
    let rerunner = rerunner(sandbox)
    let record = try await rerunner.run(
      try await approved(card, by: rerunner), on: rerunner.local())
    rerunner.finish(record)
    return record
  }

  /// The plan of a card, approved first if it has to be.
  func approved(
    _ card: ModelCard, by rerunner: Rerunner, history: [RunRecord] = [],
    options: PlanOptions = PlanOptions()
  ) async throws -> RunPlan {
    let plan = try await rerunner.plan(card, folder: folder, history: history, options: options)
    if plan.isApproved { return plan }
    try rerunner.approve(plan, path: "toy/model.md")
    return try await rerunner.plan(card, folder: folder, history: history, options: options)
  }

  /// What is left of private folders, and of those of batches, after a run.
  var leftovers: [String] {
    ["/private", "/runs"].flatMap {
      (try? FileManager.default.contentsOfDirectory(atPath: root + $0)) ?? []
    }
  }
}

extension Rerunner {
  /// This machine, in the sandbox and the folders of the rerunner.
  func local(jobs: Int = 1) -> LocalBackend {
    LocalBackend(jobs: jobs, sandbox: sandbox, temporary: temporary)
  }
}

extension RunRecord {
  /// For each metric that every task of the card's own that ended well gave, its values in the order
  /// of the seeds, at one point of the sweep.
  func metrics(
    at point: [String: ParamValue] = [:], control: String? = nil
  ) -> [String: [Double]] {
    let rows = tasks.filter {
      $0.outcome == .ok && $0.task.point == point && $0.task.control == control
    }.map(\.metrics)
    let columns = (rows.first ?? [:]).keys.map { name in (name, rows.compactMap { $0[name] }) }
    return Dictionary(uniqueKeysWithValues: columns.filter { $0.1.count == rows.count })
  }
}
