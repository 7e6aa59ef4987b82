import Foundation

/// A map from numbers to places on an axis, and the numbers to write beside it.
struct Scale {
  /// The numbers at the axis's ends.
  let low: Double
  let high: Double
  let isLogarithmic: Bool

  /// The places of the ends, in the units of the drawing.
  private let start: Double
  private let end: Double

  /// A scale that holds all finite `numbers`, with a margin of a twentieth on either side.
  ///
  /// Positive numbers that span three decades and more get a logarithmic one unless `isLogarithmic`
  /// says otherwise; a single number stands in the middle.
  init(_ numbers: [Double], from start: Double, to end: Double, isLogarithmic: Bool? = nil) {
    // Beyond this, differences of two numbers are no longer finite.
    let numbers = numbers.filter { abs($0) < 1e300 }
    let isPositive = numbers.allSatisfy { $0 > 0 } && !numbers.isEmpty
    self.isLogarithmic = isPositive && (isLogarithmic ?? Scale.spansDecades(numbers))
    let shown = self.isLogarithmic ? numbers.map { log10($0) } : numbers
    var (low, high) = (shown.min() ?? 0, shown.max() ?? 1)
    if high - low <= 1e-12 * max(abs(low), abs(high)) {
      let reach = low == 0 ? 1 : self.isLogarithmic ? 0.5 : abs(low) / 10
      (low, high) = (low - reach, high + reach)
    }
    let margin = (high - low) / 20
    (self.low, self.high) = (low - margin, high + margin)
    (self.start, self.end) = (start, end)
  }

  /// Whether numbers are better shown by their logarithms.
  static func spansDecades(_ numbers: [Double]) -> Bool {
    guard let low = numbers.min(), let high = numbers.max(), low > 0 else { return false }
    return high / low >= 1000
  }

  /// Where a number stands, within the axis: numbers beyond an end stand there.
  func place(_ number: Double) -> Double {
    var value = number
    if isLogarithmic { value = number > 0 ? log10(number) : low }
    guard !value.isNaN else { return start }
    let share = (min(max(value, low), high) - low) / (high - low)
    return start + share * (end - start)
  }

  /// Round numbers within the axis, about `count` of them, in order.
  ///
  /// On a linear axis the steps are 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph
  /// labels", Graphics Gems 1990); on a logarithmic one the powers of ten, or 1, 2 and 5 times each
  /// where those are few, or the steps of a linear axis where even these are.
  func ticks(_ count: Int = 5) -> [Double] {
    isLogarithmic ? powers(count) : steps(count)
  }

  private func steps(_ count: Int) -> [Double] {
    let step = Scale.nice((high - low) / Double(max(1, count - 1)))
    guard step > 0, step.isFinite else { return [] }
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard last - first <= 50, first <= last else { return [] }
    // Multiplied rather than added up, and rounded to what the step can say.
    return stride(from: first, through: last, by: 1).map { index in
      let value = index * step
      return step < 1 ? (value * (1 / step)).rounded() / (1 / step) : value
    }
  }

  private func powers(_ count: Int) -> [Double] {
    let first = Int(low.rounded(.up))
    let last = Int(high.rounded(.down))
    let decades = high - low
    if decades < 2.5 {
      let found = (Int(low.rounded(.down))...max(first, last) + 1).flatMap { power in
        [1.0, 2, 5].map { $0 * pow(10, Double(power)) }
      }.filter { (low...high).contains(log10($0)) }
      return found.count > 1
        ? found
        : Scale([pow(10, low), pow(10, high)], from: 0, to: 1, isLogarithmic: false)
          .ticks(count).filter { $0 > 0 && (low...high).contains(log10($0)) }
    }
    let stride = max(1, Int((decades / Double(max(1, count))).rounded(.up)))
    return Swift.stride(from: first, through: max(first, last), by: stride).map {
      pow(10, Double($0))
    }
  }

  /// The nearest of 1, 2, 5 and 10 times a power of ten.
  static func nice(_ size: Double) -> Double {
    guard size > 0, size.isFinite else { return 0 }
    let power = pow(10, log10(size).rounded(.down))
    let share = size / power
    return power * (share < 1.5 ? 1 : share < 3 ? 2 : share < 7 ? 5 : 10)
  }
}
