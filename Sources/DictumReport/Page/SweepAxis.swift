import DictumModel

/// The swept parameter that a figure has along its horizontal axis.
struct SweepAxis {
  let param: String

  /// The other swept parameters, in the order of the card.
  let others: [ModelCard.Axis]

  /// The values, in words, for an axis of values that are no numbers.
  let names: [String]

  /// The values, or their indices where they are no numbers.
  let numbers: [Double]
  let isCategorical: Bool

  /// The axis named `wanted`, or the one with the most numbers, or the first; `nil` without axes.
  init?(_ wanted: String?, axes: [ModelCard.Axis]) {
    let named = axes.first { $0.param == wanted }
    let numeric = axes.filter { SweepAxis.numbers($0) != nil }
    let longest = numeric.reduce(nil as ModelCard.Axis?) { best, axis in
      (best?.values.count ?? 0) < axis.values.count ? axis : best
    }
    guard let axis = named ?? longest ?? axes.first, !axis.values.isEmpty else { return nil }
    param = axis.param
    others = axes.filter { $0.param != axis.param }
    names = axis.values.map(RunWords.value)
    let found = SweepAxis.numbers(axis)
    isCategorical = found == nil
    numbers = found ?? axis.values.indices.map(Double.init)
  }

  private static func numbers(_ axis: ModelCard.Axis) -> [Double]? {
    let numbers = axis.values.compactMap(number)
    return numbers.count == axis.values.count ? numbers : nil
  }

  private static func number(_ value: ParamValue) -> Double? {
    switch value {
    case .int(let number): Double(number)
    case .double(let number) where number.isFinite: number
    default: nil
    }
  }

  /// Whether the values are positive and grow by factors rather than by steps: the middle one is
  /// nearer to the geometric mean of the ends than to the arithmetic one.
  var isGeometric: Bool {
    let sorted = numbers.sorted()
    guard sorted.count > 2, let low = sorted.first, let high = sorted.last, low > 0,
      high / low >= 8
    else { return false }
    let (geometric, arithmetic) = (low.squareRoot() * high.squareRoot(), low / 2 + high / 2)
    let middle = sorted[sorted.count / 2]
    return abs(middle - geometric) < abs(middle - arithmetic)
  }

  /// Where on the axis a point stands, before any scale; `nil` when it has no such parameter.
  func place(_ point: [String: ParamValue]) -> Double? {
    guard let value = point[param] else { return nil }
    if !isCategorical { return SweepAxis.number(value) }
    let name = RunWords.value(value)
    return names.firstIndex(of: name).map(Double.init)
  }
}
