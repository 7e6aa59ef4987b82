import DictumModel
import Yams

/// Reads a model card's front matter, strictly: an unknown key is an error with a suggestion, because
/// a misspelt bound would otherwise never be judged.
///
/// docs/models.md says what the keys mean; every mistake is told where it stands.
struct ModelCardReader {
  private let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// The one schema that this reader knows.
  static let schema = "dictum-model/1"

  /// The card in the front matter `root`, or `nil` when there is any mistake in it; `diagnostics`
  /// says which.
  mutating func card(_ root: Node) -> ModelCard? {
    guard let top = root.mapping else { return nil }
    check(top, .card)
    if let schema = top["schema"], text(schema) != ModelCardReader.schema {
      error(
        schema, "the schema \(text(schema) ?? "") is not known",
        remedy: "write schema: \(ModelCardReader.schema)")
    }
    let id = slug(top["id"], "the id")
    if top["id"] == nil {
      error(root, "the model card has no id", remedy: "write id: a-short-name")
    }
    var card = ModelCard(
      id: id ?? "", title: text(top["title"]) ?? id ?? "", command: [], inputs: [],
      params: params(top["params"], "params"), sweep: sweep(top["sweep"]),
      seeds: seeds(top["seeds"]), metrics: metrics(top["metrics"]),
      outputs: files(top["outputs"], "outputs"), limits: limits(top["limits"]),
      policy: policy(top["sandbox"]),
      maximumAgeDays: whole(top["max_age_days"], "max_age_days", 1...100_000))
    card.status = word(top["status"], "status", ModelCard.Status.self) ?? .active
    run(top["run"], at: root, into: &card)
    card.expectations = expectations(top["expect"], of: card)
    card.controls = controls(top["control"], of: card)
    return diagnostics.contains { $0.severity == .error } ? nil : card
  }

  /// Notes what is wrong with a node.
  mutating func error(_ node: Node?, _ message: String, remedy: String? = nil) {
    let place = Place(path, line: line(of: node), column: node?.mark?.column ?? 1)
    diagnostics.append(Diagnostic(.error, at: place, message, remedy: remedy))
  }

  /// The line of the file where a node begins, from 1.
  func line(of node: Node?) -> Int {
    (node?.mark?.line ?? 1) + FrontMatter.linesBefore
  }
}
