import DictumModel

/// The numbers that an expectation allows, and how an interval lies to them.
struct Region {
  /// How an interval lies to a region.
  enum Position {
    case inside, outside, across
  }

  let bound: ModelCard.Expectation

  /// How `low...high` lies to the region; a single number is never `across`.
  func position(of low: Double, _ high: Double) -> Position {
    let value = bound.value
    switch bound.op {
    case .less: return place(low, high) { $0 < value }
    case .lessOrEqual: return place(low, high) { $0 <= value }
    case .greater: return place(low, high) { $0 > value }
    case .greaterOrEqual: return place(low, high) { $0 >= value }
    case .within:
      return place(low, high) { $0 >= value && $0 <= (bound.upper ?? value) }
    case .increasing, .decreasing, .exists: return .across
    case .equal: return band(low, high)
    case .notEqual:
      switch band(low, high) {
      case .inside: return .outside
      case .outside: return .inside
      case .across: return .across
      }
    }
  }

  /// For a one-sided bound the two ends decide.
  private func place(_ low: Double, _ high: Double, _ allows: (Double) -> Bool) -> Position {
    switch (allows(low), allows(high)) {
    case (true, true): .inside
    case (false, false): .outside
    default: .across
    }
  }

  /// For a band around the value.
  ///
  /// A margin of 0 means equal as computers compute: within 1e-9 of the
  /// larger of both numbers, never bit by bit.
  private func band(_ low: Double, _ high: Double) -> Position {
    if near(low) && near(high) { return .inside }
    let reach = bound.margin > 0 ? bound.margin : 1e-9 * abs(bound.value)
    return high < bound.value - reach || low > bound.value + reach ? .outside : .across
  }

  private func near(_ x: Double) -> Bool {
    if bound.margin > 0 { return abs(x - bound.value) <= bound.margin }
    return abs(x - bound.value) <= 1e-9 * max(abs(x), abs(bound.value))
  }
}
