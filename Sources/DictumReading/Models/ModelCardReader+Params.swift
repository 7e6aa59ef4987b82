import DictumModel
import Yams

/// `params`, `sweep` and `seeds`.
extension ModelCardReader {
  /// The most combinations that a sweep may have.
  static let mostPoints = 100_000

  /// Names and values, of the card or of a control.
  mutating func params(_ node: Node?, _ name: String) -> [String: ParamValue] {
    guard let node else { return [:] }
    guard let mapping = node.mapping else {
      error(node, "\(name) is not a list of names and values")
      return [:]
    }
    var params: [String: ParamValue] = [:]
    for (key, value) in mapping {
      params[self.name(key, name)] = param(value, key.string ?? "")
    }
    return params
  }

  /// A parameter's value; `.inf` and `.nan` are told, since JSON cannot say them.
  private mutating func param(_ node: Node, _ name: String) -> ParamValue {
    var nodes = [node]
    while let next = nodes.popLast() {
      switch next {
      case .scalar(let scalar)
      where scalar.style == .plain && scalar.string.contains(where: \.isPunctuation)
        && ModelCardReader.isNotFinite(scalar.string):
        error(
          next, "the parameter \(name) is \(scalar.string), which no file of parameters can say")
      case .sequence(let sequence): nodes += sequence.reversed()
      case .mapping(let mapping): nodes += mapping.map(\.value)
      case .scalar, .alias: break
      }
    }
    return ParamValue(node)
  }

  /// The name that a key gives; told if there is none or one that cannot be shown.
  private mutating func name(_ key: Node, _ owner: String) -> String {
    let name = key.string ?? ""
    if name.isEmpty || name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      error(key, "\(owner) has a name that is empty or not one line")
    }
    return name
  }

  mutating func sweep(_ node: Node?) -> [ModelCard.Axis] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      error(node, "sweep is not of the form {alpha: [0.1, 0.2], n: {from: 1, to: 9, step: 2}}")
      return []
    }
    var axes: [ModelCard.Axis] = []
    var points = 1
    for (key, value) in mapping {
      let param = name(key, "sweep")
      let values = value.mapping.map { range($0, at: value, param) } ?? self.values(value, param)
      guard !values.isEmpty else { continue }
      axes.append(ModelCard.Axis(param: param, values: values))
      points = min(points, ModelCardReader.mostPoints + 1) * values.count
    }
    if points > ModelCardReader.mostPoints {
      error(node, "the sweep has more than \(ModelCardReader.mostPoints) points")
    }
    return axes
  }

  /// The values of a list, all different.
  private mutating func values(_ node: Node, _ param: String) -> [ParamValue] {
    guard let sequence = node.sequence, !sequence.isEmpty else {
      error(
        node, "sweep.\(param) is neither a list of values nor a range",
        remedy: "write [1, 2, 3] or {from: 1, to: 9, step: 2}")
      return []
    }
    var values: [ParamValue] = []
    var seen: Set<ParamValue> = []
    for element in sequence {
      let value = self.param(element, param)
      let isNew = seen.insert(value.number.map(ParamValue.double) ?? value).inserted
      if isNew {
        values.append(value)
      } else {
        error(element, "sweep.\(param) has \(value) twice")
      }
    }
    return values
  }

  private mutating func range(
    _ mapping: Node.Mapping, at node: Node, _ param: String
  ) -> [ParamValue] {
    check(mapping, .range)
    let name = "sweep.\(param)"
    let from = number(mapping["from"], name + ".from")
    let to = number(mapping["to"], name + ".to")
    guard let from, let to, (mapping["step"] == nil) != (mapping["count"] == nil) else {
      error(
        node, "\(name) is not a whole range",
        remedy: "write {from: 1, to: 9, step: 2} or {from: 0, to: 1, count: 11}")
      return []
    }
    if let count = mapping["count"] {
      guard let count = whole(count, name + ".count", 2...ModelCardReader.mostPoints) else {
        return []
      }
      return SweepRange(from: from, to: to, count: count).values
    }
    guard let step = number(mapping["step"], name + ".step") else { return [] }
    guard let range = SweepRange(from: from, to: to, step: step) else {
      error(
        mapping["step"], "\(name) does not lead from \(from) to \(to) in steps of \(step)",
        remedy: "at most \(ModelCardReader.mostPoints) steps in the right direction")
      return []
    }
    return range.values
  }

  mutating func seeds(_ node: Node?) -> ModelCard.Seeds? {
    guard let node else { return nil }
    guard let mapping = node.mapping else {
      error(node, "seeds is not of the form {base: 1, replicates: 8, max: 32}")
      return nil
    }
    check(mapping, .seeds)
    let replicates = whole(mapping["replicates"], "seeds.replicates", 1...10_000) ?? 1
    guard let base = seedBase(mapping["base"]) else {
      error(mapping["base"], "seeds.base is not a whole number from 0 to \(Int.max)")
      return nil
    }
    let maximum = whole(mapping["max"], "seeds.max", 1...10_000)
    if let maximum, maximum < replicates {
      error(mapping["max"], "seeds.max is less than seeds.replicates, which is \(replicates)")
    }
    return ModelCard.Seeds(base: base, replicates: replicates, maximum: maximum)
  }

  /// As it is written: floating point has not every whole number above 2^53.
  private func seedBase(_ node: Node?) -> UInt64? {
    guard let node else { return 0 }
    return switch ParamValue(node) {
    case .int(let value): UInt64(exactly: value)
    case .double(let value): UInt64(exactly: value)
    default: nil
    }
  }
}

extension ParamValue {
  /// The value as a number, if it is one.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }
}
