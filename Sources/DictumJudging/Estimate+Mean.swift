import DictumModel

extension Estimate {
  /// The mean of independent values, with Student's t interval; `nil` for numbers too large to
  /// average.
  ///
  /// The interval supposes that means of that many values are about normal. Without some such
  /// supposition there is no interval of a mean at all (Bahadur and Savage 1956). Where the values
  /// themselves speak against it, it reaches to the extremes and as far again beyond them, which no
  /// theory vouches for, but which leaves only what is plain. Values that are all 0 or 1 are taken
  /// for successes and failures, whose mean is a share.
  init?(mean values: [Double], levels: Levels) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    guard mean.isFinite, let first = values.first else { return nil }
    guard values.count > 1 else {
      self.init(
        first, narrow: .everything, wide: .everything,
        doubt: "one seed does not show how much seeds differ")
      return
    }
    if values.allSatisfy({ $0 == 0 || $0 == 1 }) {
      self.init(share: values.count { $0 == 1 }, of: values.count, levels: levels)
      return
    }
    if values.allSatisfy({ $0 == first }) {
      // A continuous number that is the same for every seed does not depend on the seed; a count may
      // yet be another for the next one.
      guard first == first.rounded() else {
        self.init(exactly: first)
        return
      }
      self.init(
        first, narrow: .everything, wide: .everything,
        doubt: "every seed gave \(NumberFormat.short(first)), so nothing shows how much seeds "
          + "differ; if all must give the same, say statistic: each")
      return
    }
    var squares = 0.0
    var largest = (value: first, square: 0.0)
    for value in values {
      let square = (value - mean) * (value - mean)
      squares += square
      if square > largest.square { largest = (value, square) }
    }
    guard squares.isFinite else { return nil }
    let error = (squares / (count - 1) / count).squareRoot()
    let degrees = values.count - 1
    func interval(_ tail: Double) -> Interval {
      let reach = StudentT.quantile(tail: tail, degrees: degrees) * error
      return Interval(low: mean - reach, high: mean + reach)
    }
    let share = largest.square / squares
    guard Self.isHeavy(largest: share, count: values.count, level: levels.outlierLevel),
      let low = values.min(), let high = values.max()
    else {
      self.init(
        mean, narrow: interval(levels.holdsTail), wide: interval(levels.contradictedTail))
      return
    }
    let reach = interval(levels.holdsTail)
    let hull = Interval(
      low: min(reach.low, low - (high - low)), high: max(reach.high, high + (high - low)))
    self.init(
      mean, narrow: hull, wide: hull,
      doubt: "one of \(values.count) seeds, with \(NumberFormat.short(largest.value)), makes up "
        + "\(Int((100 * share).rounded())) % of the variance: the values look heavy-tailed, and the "
        + "interval of their mean cannot be trusted; statistic: median has one that can")
  }

  /// Whether one value holds more of the squared deviations than normal values would let it but with
  /// probability `level` (Grubbs 1969), and at least a third.
  ///
  /// The share of the largest tells whether there is a variance at all (Embrechts, Klüppelberg and
  /// Mikosch 1997, section 6.2.6). Below 32 values Grubbs' test asks for more than a third; above, it
  /// would call every skewed distribution heavy-tailed, whose means are normal enough by then.
  static func isHeavy(largest share: Double, count: Int, level: Double) -> Bool {
    guard count >= 5, share >= 1.0 / 3 else { return false }
    let n = Double(count)
    let t = StudentT.quantile(tail: level / (2 * n), degrees: count - 2)
    // Grubbs' G² is (n - 1) times the share.
    return share > (n - 1) / n * t * t / (n - 2 + t * t)
  }
}
