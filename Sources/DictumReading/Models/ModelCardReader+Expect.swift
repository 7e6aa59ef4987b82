import DictumModel
import Yams

/// `expect`: what the numbers should be.
extension ModelCardReader {
  /// The expectations of a card whose other keys, but for the controls, are read already.
  mutating func expectations(_ node: Node?, of card: ModelCard) -> [ModelCard.Expectation] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      error(node, "expect is not a list")
      return []
    }
    var found: [ModelCard.Expectation] = []
    for entry in sequence {
      guard let expectation = expectation(entry, of: card) else { continue }
      if found.contains(where: { $0.id == expectation.id }) {
        error(entry, "two expectations have the id \(expectation.id)")
      }
      found.append(expectation)
    }
    return found
  }

  private mutating func expectation(
    _ node: Node, of card: ModelCard
  ) -> ModelCard.Expectation? {
    guard let mapping = node.mapping else {
      error(node, "an expectation is not a list of keys and values")
      return nil
    }
    check(mapping, .expectation)
    guard let id = slug(mapping["id"], "the expectation") else {
      if mapping["id"] == nil {
        error(node, "an expectation has no id", remedy: "write id: a-short-name")
      }
      return nil
    }
    let operators = ModelCard.Expectation.Operator.allCases.map(\.rawValue)
    guard let op = text(mapping["op"]).flatMap(ModelCard.Expectation.Operator.init) else {
      error(
        mapping["op"] ?? node, "the expectation \(id) has no op",
        remedy: "write one of " + operators.joined(separator: " ") + ", in quotation marks")
      return nil
    }
    guard let metric = metric(mapping, op, at: node, id) else { return nil }
    var expectation = ModelCard.Expectation(
      id: id, claim: claim(mapping["claim"]), metric: metric, op: op, value: 0,
      basis: text(mapping["basis"]), line: line(of: node))
    refuse(mapping, for: op, id)
    readBound(mapping, at: node, into: &expectation)
    readStatistic(mapping, into: &expectation)
    readPoints(mapping, at: node, sweep: card.sweep, into: &expectation)
    return expectation
  }

  /// The metric's name; for `exists`, the file's.
  private mutating func metric(
    _ mapping: Node.Mapping, _ op: ModelCard.Expectation.Operator, at node: Node, _ id: String
  ) -> String? {
    let (key, other) = op == .exists ? ("output", "metric") : ("metric", "output")
    if let wrong = mapping[other] {
      error(
        wrong, "the expectation \(id) has \(other), which \(op.rawValue) does not look at",
        remedy: "write \(key)")
    }
    guard let named = mapping[key], let name = text(named) else {
      if mapping[other] == nil { error(node, "the expectation \(id) names no \(key)") }
      return nil
    }
    return op == .exists ? file(name, named, "the output of \(id)") : name
  }

  /// Tells the keys that mean nothing with an operator: whoever wrote them expects that they do.
  private mutating func refuse(
    _ mapping: Node.Mapping, for op: ModelCard.Expectation.Operator, _ id: String
  ) {
    let needless: [String]
    switch op {
    case .equal, .notEqual: needless = []
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .within: needless = ["margin", "exact"]
    case .increasing, .decreasing: needless = ["value", "exact"]
    case .exists: needless = ["value", "margin", "exact", "statistic", "over"]
    }
    for key in needless {
      guard let node = mapping[key] else { continue }
      error(node, "\(key) of \(id) means nothing with \(op.rawValue)")
    }
  }

  /// Reads value and margin.
  private mutating func readBound(
    _ mapping: Node.Mapping, at node: Node, into expectation: inout ModelCard.Expectation
  ) {
    let id = expectation.id
    switch expectation.op {
    case .exists: return
    case .increasing, .decreasing: readMargin(mapping["margin"], into: &expectation)
    case .within:
      let ends = mapping["value"]?.sequence.map(Array.init) ?? []
      let numbers = ends.compactMap { number($0, "value of \(id)") }
      guard ends.count == 2, numbers.count == 2, numbers[0] <= numbers[1] else {
        error(
          mapping["value"] ?? node, "value of \(id) is not two numbers, the lower first",
          remedy: "write value: [0, 1]")
        return
      }
      (expectation.value, expectation.upper) = (numbers[0], numbers[1])
    default:
      guard let written = mapping["value"] else {
        error(node, "the expectation \(id) has no value")
        return
      }
      expectation.value = number(written, "value of \(id)") ?? 0
      readMargin(mapping, value: written, into: &expectation)
    }
  }

  /// Reads `margin` and `exact`: a decimal that must equal another needs one of them, or nobody knows
  /// how near was meant.
  private mutating func readMargin(
    _ mapping: Node.Mapping, value: Node, into expectation: inout ModelCard.Expectation
  ) {
    let id = expectation.id
    guard expectation.op == .equal || expectation.op == .notEqual else { return }
    let isExact = flag(mapping["exact"], "exact of \(id)")
    if let written = mapping["margin"] {
      readMargin(written, into: &expectation)
      if isExact { error(written, "the expectation \(id) is exact and has a margin") }
    } else if !isExact, case .double = ParamValue(value) {
      error(
        value,
        "the expectation \(id) compares a decimal by \(expectation.op.rawValue), and no "
          + "margin says how near is near enough",
        remedy: "write margin: 0.01, or exact: true")
    }
  }

  /// Reads how far off still counts as equal, or how far a step may go the wrong way.
  private mutating func readMargin(
    _ node: Node?, into expectation: inout ModelCard.Expectation
  ) {
    guard let node, let margin = number(node, "margin of \(expectation.id)") else { return }
    if margin < 0 { error(node, "the margin of \(expectation.id) is not a number from 0 up") }
    expectation.margin = margin
  }

  /// The claim as an address: a wiki-link's target, or the text itself.
  private func claim(_ node: Node?) -> String? {
    // `[[a#b]]` without quotation marks is a list in a list to YAML.
    let written = text(node) ?? node?.sequence?.first?.sequence?.first?.string
    guard let written else { return nil }
    return FieldValue.pointers(in: written, line: 1).first?.written ?? written
  }
}
