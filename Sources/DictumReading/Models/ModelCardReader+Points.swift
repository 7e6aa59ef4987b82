import DictumModel
import Yams

/// `statistic`, `over` and `at` of an expectation, which look along the sweep.
extension ModelCardReader {
  mutating func readStatistic(
    _ mapping: Node.Mapping, into expectation: inout ModelCard.Expectation
  ) {
    guard let written = mapping["statistic"] else { return }
    guard let statistic = text(written).flatMap(ModelCard.Expectation.Statistic.init) else {
      error(
        written, "statistic of \(expectation.id) is not known",
        remedy: "write one of " + ModelCard.Expectation.Statistic.words.joined(separator: ", ")
          + "; P lies between 0 and 1")
      return
    }
    if statistic.isSlope, expectation.op.isMonotone {
      error(written, "\(statistic) and \(expectation.op.rawValue) do not go together")
    }
    expectation.statistic = statistic
  }

  mutating func readPoints(
    _ mapping: Node.Mapping, at node: Node, sweep: [ModelCard.Axis],
    into expectation: inout ModelCard.Expectation
  ) {
    readOver(mapping["over"], at: node, sweep: sweep, into: &expectation)
    guard let written = mapping["at"] else { return }
    guard let point = written.mapping, !point.isEmpty else {
      error(written, "at of \(expectation.id) is not of the form {alpha: 0.25}")
      return
    }
    for (key, value) in point {
      let name = key.string ?? ""
      guard let axis = axis(name, key, "at", sweep, expectation.id) else { continue }
      let wanted = ParamValue(value)
      guard let match = axis.values.first(where: { $0.isSameJSON(as: wanted) }) else {
        let values = axis.values.prefix(8).map(\.description).joined(separator: ", ")
        error(
          value, "at of \(expectation.id): \(name) is never \(wanted) in the sweep",
          remedy: "its values are " + values + (axis.values.count > 8 ? ", …" : ""))
        continue
      }
      if name == expectation.over {
        error(key, "at of \(expectation.id) holds \(name) fast, along which over looks")
      }
      expectation.at[name] = match
    }
  }

  private mutating func readOver(
    _ written: Node?, at node: Node, sweep: [ModelCard.Axis],
    into expectation: inout ModelCard.Expectation
  ) {
    let id = expectation.id
    let looksAlong = expectation.statistic.isSlope || expectation.op.isMonotone
    let what =
      expectation.op.isMonotone
      ? expectation.op.rawValue : expectation.statistic.description
    guard let written else {
      if looksAlong {
        error(node, "the expectation \(id) has no over: \(what) looks along a swept parameter")
      }
      return
    }
    let name = text(written) ?? ""
    guard let axis = axis(name, written, "over", sweep, id) else { return }
    guard looksAlong else {
      if expectation.op != .exists { error(written, "over of \(id) means nothing with \(what)") }
      return
    }
    let numbers = axis.values.compactMap(\.number)
    if numbers.count < axis.values.count || numbers.count < 2 {
      error(written, "over of \(id): \(name) does not take two numbers or more")
    } else if expectation.statistic == .logSlope, numbers.contains(where: { $0 <= 0 }) {
      error(written, "over of \(id): \(name) has no logarithm everywhere")
    }
    expectation.over = name
  }

  private mutating func axis(
    _ name: String, _ node: Node, _ key: String, _ sweep: [ModelCard.Axis], _ id: String
  ) -> ModelCard.Axis? {
    if let axis = sweep.first(where: { $0.param == name }) { return axis }
    let names = sweep.map(\.param)
    error(
      node, "\(key) of \(id): \(name) is no swept parameter",
      remedy: Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" }
        ?? (names.isEmpty
          ? "the card has no sweep" : "swept are " + names.joined(separator: ", ")))
    return nil
  }
}

extension ModelCard.Expectation.Statistic {
  fileprivate var isSlope: Bool { self == .slope || self == .logSlope }
}

extension ModelCard.Expectation.Operator {
  fileprivate var isMonotone: Bool { self == .increasing || self == .decreasing }
}
