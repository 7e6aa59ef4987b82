/// A closed interval of numbers; an end may be infinite.
struct Interval: Hashable {
  var low: Double
  var high: Double

  /// Every number: nothing is known.
  static let everything = Interval(low: -.infinity, high: .infinity)

  /// One number, known exactly.
  init(_ value: Double) { self.init(low: value, high: value) }

  /// From `low` to `high`, both included.
  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  var isFinite: Bool { low.isFinite && high.isFinite }

  /// The two ends for a record, which has no word for infinity.
  var ends: [Double]? { isFinite ? [low, high] : nil }
}
