import Glibc

/// What sorted values say of a quantile of the distribution they were drawn from, whatever it is.
struct OrderStatistics {
  private let sorted: [Double]

  /// The values of independent draws, in any order; at least one.
  init(_ values: [Double]) { sorted = values.sorted() }

  /// The sample quantile, between neighbours by their distance: definition 7 of Hyndman and Fan
  /// (1996), which R and NumPy use.
  func quantile(_ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    let part = place - Double(below)
    return sorted[below] * (1 - part) + sorted[below + 1] * part
  }

  /// Two of the values between which the quantile lies but for at most `tail` on either side
  /// (David and Nagaraja 2003, section 7.1); an end is infinite where no value will do.
  ///
  /// That the lower one lies above the quantile means that fewer than its rank of the values lie at or
  /// below the quantile, which is binomial; ties only make it rarer.
  func interval(_ share: Double, tail: Double) -> Interval {
    let count = sorted.count
    // The ranks from 1 that may be the lower end are those up to this one.
    let lower = last(in: 0...count) {
      $0 == 0 || Binomial.atMost($0 - 1, of: count, share: share) <= tail
    }
    // The same from above, with the shares and the ranks turned round.
    let upper = last(in: 0...count) {
      $0 == 0 || Binomial.atMost($0 - 1, of: count, share: 1 - share) <= tail
    }
    return Interval(
      low: lower > 0 ? sorted[lower - 1] : -.infinity,
      high: upper > 0 ? sorted[count - upper] : .infinity)
  }

  /// The fewest draws whose interval has two ends.
  static func fewest(_ share: Double, tail: Double) -> Int {
    // No value lies below the quantile with probability (1 - share)^count.
    let count = log(tail) / log1p(-min(share, 1 - share))
    return count < 1e9 ? max(1, Int(count.rounded(.up))) : 1_000_000_000
  }

  /// The last number of a range for which a condition holds that holds for the first and, once false,
  /// stays so.
  private func last(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound + 1)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
