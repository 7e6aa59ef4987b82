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
      trust: trust, sandbox: sandbox, temporary: root + "/private",
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
    let plan = try rerunner.plan(card, folder: folder)
    try rerunner.approve(plan, path: "toy/model.md")
    return try await rerunner.run(plan)
  }

  /// What is left of private folders after a run.
  var leftovers: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: root + "/private")) ?? []
  }
}
