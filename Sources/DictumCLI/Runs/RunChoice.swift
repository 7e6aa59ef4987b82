import DictumModel
import DictumStore

/// Which run a text means.
///
///     run:steps-20261121T044606Z-55ec   its address
///     steps-20261121                    the beginning of one, if only one begins so
///     model:steps, steps@latest         the newest run of a model
///     steps@previous                    the one before it
///     latest, previous                  the newest run of all, and the one of its model before it
struct RunChoice {
  private let store: Store
  private let runs: [RunSummary]

  init(store: Store) throws {
    self.store = store
    runs = try store.runSummaries()
  }

  /// The run's record; throws when there is none, or more than one.
  func record(_ text: String) throws -> RunRecord {
    guard let record = try store.run(try id(text)) else {
      throw Failure("\(text): no such run")
    }
    return record
  }

  /// The run before another of the same model, or `nil`.
  func previous(to record: RunRecord) throws -> RunRecord? {
    let same = runs.filter { $0.model == record.model }
    guard let place = same.firstIndex(where: { $0.id == record.id }), place + 1 < same.count else {
      return nil
    }
    return try store.run(same[place + 1].id)
  }

  private func id(_ text: String) throws -> String {
    guard let newest = runs.first else {
      throw Failure("\(text): no model was run yet: `dictum rerun` runs one")
    }
    if text == "latest" { return newest.id }
    if text == "previous" { return try run(of: newest.model, before: 1).id }
    if let at = text.lastIndex(of: "@") {
      let model = RunChoice.model(String(text[..<at]))
      switch text[text.index(after: at)...] {
      case "latest": return try run(of: model, before: 0).id
      case "previous": return try run(of: model, before: 1).id
      case let word: throw Failure("\(text): \(word) is no run: write @latest or @previous")
      }
    }
    if text.hasPrefix("model:") { return try run(of: RunChoice.model(text), before: 0).id }
    let wanted = text.hasPrefix("run:") ? text : "run:" + text
    if runs.contains(where: { $0.id == wanted }) { return wanted }
    let found = runs.filter { $0.id.hasPrefix(wanted) }
    if found.count == 1 { return found[0].id }
    // The name of a model is the beginning of all its runs.
    if !text.hasPrefix("run:"), runs.contains(where: { $0.model == text }) {
      return try run(of: text, before: 0).id
    }
    throw Failure(found.isEmpty ? try unknown(text) : ambiguous(text, found))
  }

  /// The id of a model without `model:`, and without an expectation.
  static func model(_ text: String) -> String {
    let id = text.hasPrefix("model:") ? text.dropFirst("model:".count) : text[...]
    return String(id.prefix { $0 != "#" })
  }

  private func run(of model: String, before count: Int) throws -> RunSummary {
    let same = runs.filter { $0.model == model }
    guard count < same.count else {
      throw Failure(
        same.isEmpty
          ? "model:\(model) was never run"
          : "model:\(model) was run only \(same.count == 1 ? "once" : "\(same.count) times")")
    }
    return same[count]
  }

  private func unknown(_ text: String) throws -> String {
    let near = Spelling.ranked(text, among: Set(runs.map(\.model))).prefix(3).map { "model:\($0)" }
    let others = near.isEmpty ? runs.prefix(3).map(\.id) : Array(near)
    return "\(text): no such run; did you mean \(others.joined(separator: ", "))?"
  }

  private func ambiguous(_ text: String, _ found: [RunSummary]) -> String {
    "\(text): \(found.count) runs begin so: "
      + found.prefix(3).map(\.id).joined(separator: ", ") + (found.count > 3 ? ", …" : "")
  }
}
