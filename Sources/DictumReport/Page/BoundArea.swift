import DictumModel

/// The numbers that a bound allows, as a figure shows them.
struct BoundArea {
  /// What is allowed; open ends reach to infinity.
  let allowed: [ClosedRange<Double>]

  /// The numbers at which allowed and forbidden meet, the bound's own value apart.
  let edges: [Double]

  /// The bound's value; `nil` for an operator without one.
  let value: Double?

  /// The area of a bound on numbers of the metric itself.
  init(_ bound: ModelCard.Expectation) {
    let infinity = Double.infinity
    let (value, margin) = (bound.value, max(0, bound.margin))
    guard value.isFinite, margin.isFinite else {
      (allowed, edges, self.value) = ([], [], nil)
      return
    }
    switch bound.op {
    case .less, .lessOrEqual: (allowed, edges, self.value) = ([-infinity...value], [], value)
    case .greater, .greaterOrEqual: (allowed, edges, self.value) = ([value...infinity], [], value)
    case .within:
      let upper = max(value, bound.upper ?? value)
      (allowed, edges, self.value) = ([value...upper], [value, upper], nil)
    case .equal:
      allowed = margin > 0 ? [value - margin...value + margin] : []
      (edges, self.value) = (margin > 0 ? [value - margin, value + margin] : [], value)
    case .notEqual:
      allowed = [-infinity...value - margin, value + margin...infinity]
      (edges, self.value) = (margin > 0 ? [value - margin, value + margin] : [], value)
    case .increasing, .decreasing, .exists: (allowed, edges, self.value) = ([], [], nil)
    }
  }

  /// The numbers that a figure must have room for.
  var numbers: [Double] { edges + (value.map { [$0] } ?? []) }

  /// Where the allowed numbers stand on an axis, each stretch from its lower place to its upper one.
  func places(on scale: Scale) -> [ClosedRange<Double>] {
    allowed.map { range in
      let ends = [range.lowerBound, range.upperBound].map(scale.place)
      return min(ends[0], ends[1])...max(ends[0], ends[1])
    }
  }
}
