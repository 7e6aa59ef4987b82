import DictumModel
import Yams

/// `control`: changes that must break expectations.
extension ModelCardReader {
  /// The controls of a card of which all else is read.
  mutating func controls(_ node: Node?, of card: ModelCard) -> [ModelCard.Control] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      error(node, "control is not a list")
      return []
    }
    var found: [ModelCard.Control] = []
    for entry in sequence {
      guard let control = control(entry, of: card) else { continue }
      if found.contains(where: { $0.id == control.id }) {
        error(entry, "two controls have the id \(control.id)")
      }
      found.append(control)
    }
    return found
  }

  private mutating func control(_ node: Node, of card: ModelCard) -> ModelCard.Control? {
    guard let mapping = node.mapping else {
      error(node, "a control is not a list of keys and values")
      return nil
    }
    check(mapping, .control)
    guard let id = slug(mapping["id"], "the control") else {
      if mapping["id"] == nil {
        error(node, "a control has no id", remedy: "write id: a-short-name")
      }
      return nil
    }
    return ModelCard.Control(
      id: id, params: changes(mapping["params"], at: node, id, of: card),
      mustBreak: broken(mapping["must_break"], at: node, id, of: card))
  }

  /// The parameters a control changes: the card must have them, and at least one must differ, or the
  /// same run would be made twice.
  private mutating func changes(
    _ node: Node?, at entry: Node, _ id: String, of card: ModelCard
  ) -> [String: ParamValue] {
    let params = params(node, "params of the control \(id)")
    let names = Set(card.params.keys).union(card.sweep.map(\.param))
    for (key, _) in node?.mapping ?? [:] {
      let name = key.string ?? ""
      guard !names.contains(name) else { continue }
      error(
        key, "the control \(id) changes \(name), which is no parameter of the card",
        remedy: Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" }
          ?? "the card must have what a control changes")
    }
    let differs = params.contains { name, value in
      card.sweep.contains { $0.param == name }
        || !(card.params[name]?.isSameJSON(as: value) ?? false)
    }
    if !differs { error(node ?? entry, "the control \(id) changes no parameter") }
    return params
  }

  private mutating func broken(
    _ node: Node?, at entry: Node, _ id: String, of card: ModelCard
  ) -> [String] {
    let names = card.expectations.map(\.id)
    let broken = list(node, "must_break of \(id)")
    if broken.isEmpty {
      error(
        node ?? entry, "the control \(id) breaks nothing",
        remedy: "write must_break: [an-expectation]")
    }
    for (name, node) in broken where !names.contains(name) {
      error(
        node, "must_break of \(id): there is no expectation \(name)",
        remedy: Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" })
    }
    return broken.map(\.text)
  }
}
