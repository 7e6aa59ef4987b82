import DictumModel

/// The numbers that a bound allows: those of one interval, or all but those.
///
/// A bound that includes a number, as `<=`, `in` and `==` do, includes what computers take for it:
/// anything within 1e-9 of its size. Two machines need not agree on the last digits of a sum.
struct Region: Hashable {
  /// How an interval lies to a region.
  enum Position {
    /// Every number of it is allowed.
    case inside
    /// None is.
    case outside
    /// Some are.
    case across
  }

  private let band: Interval
  /// Whether the ends of the band belong to it.
  private let isClosed: Bool
  /// Whether it is the numbers outside the band that are allowed.
  private let isInverse: Bool

  private init(_ band: Interval, isClosed: Bool = true, isInverse: Bool = false) {
    self.band = band
    self.isClosed = isClosed
    self.isInverse = isInverse
  }

  /// What the bound allows its metric, or the statistic of it, to be; `nil` for an operator that is
  /// of another kind.
  init?(_ bound: ModelCard.Expectation) {
    let value = bound.value
    switch bound.op {
    case .less: self.init(Interval(low: -.infinity, high: value), isClosed: false)
    case .lessOrEqual: self = .atMost(value)
    case .greater: self.init(Interval(low: value, high: .infinity), isClosed: false)
    case .greaterOrEqual: self = .atLeast(value)
    case .within: self.init(Self.widened(value, bound.upper ?? value))
    case .equal: self.init(Self.widened(value - bound.margin, value + bound.margin))
    case .notEqual:
      self.init(Self.widened(value - bound.margin, value + bound.margin), isInverse: true)
    case .increasing, .decreasing, .exists: return nil
    }
  }

  /// This number and all above it.
  static func atLeast(_ value: Double) -> Region { Region(widened(value, .infinity)) }

  /// This number and all below it.
  static func atMost(_ value: Double) -> Region { Region(widened(-.infinity, value)) }

  /// How the interval lies to what is allowed; a single number is never `across`.
  func position(of interval: Interval) -> Position {
    let isWithin = !isBelow(interval.low) && !isAbove(interval.high)
    let isApart = isAbove(interval.low) || isBelow(interval.high)
    if isWithin { return isInverse ? .outside : .inside }
    if isApart { return isInverse ? .inside : .outside }
    return .across
  }

  /// Whether one number is allowed.
  func allows(_ value: Double) -> Bool { position(of: Interval(value)) == .inside }

  /// How far a number lies from the nearest end: above 0 where it is allowed, below 0 elsewhere.
  func slack(_ value: Double) -> Double {
    let depth = min(value - band.low, band.high - value)
    return isInverse ? -depth : depth
  }

  private func isBelow(_ value: Double) -> Bool {
    value < band.low || (value == band.low && !isClosed && value.isFinite)
  }

  private func isAbove(_ value: Double) -> Bool {
    value > band.high || (value == band.high && !isClosed && value.isFinite)
  }

  private static func widened(_ low: Double, _ high: Double) -> Interval {
    Interval(
      low: low.isFinite ? low - 1e-9 * abs(low) : low,
      high: high.isFinite ? high + 1e-9 * abs(high) : high)
  }
}
