import DictumModel

/// A statistic of some values, and where the number it estimates may lie.
struct Estimate: Hashable {
  /// The statistic.
  var value: Double

  /// Where the number lies, as surely as `holds` asks.
  var narrow: Interval

  /// Where it lies, as surely as `contradicted` asks.
  var wide: Interval

  /// Why there is no interval of a known confidence, one clause; `nil` when there is.
  var doubt: String?

  /// A number that is known and not estimated.
  init(exactly value: Double) {
    self.value = value
    narrow = Interval(value)
    wide = narrow
  }

  /// An estimate of the parts named.
  init(_ value: Double, narrow: Interval, wide: Interval, doubt: String? = nil) {
    self.value = value
    self.narrow = narrow
    self.wide = wide
    self.doubt = doubt
  }

  /// The share of successes, with the exact interval.
  init(share successes: Int, of trials: Int, levels: Levels) {
    value = Double(successes) / Double(trials)
    narrow = Binomial.interval(successes, of: trials, tail: levels.holdsTail)
    wide = Binomial.interval(successes, of: trials, tail: levels.contradictedTail)
  }

  /// The quantile of independent values, with the interval of order statistics.
  init(quantile share: Double, of values: [Double], levels: Levels) {
    let order = OrderStatistics(values)
    value = order.quantile(share)
    narrow = order.interval(share, tail: levels.holdsTail)
    wide = order.interval(share, tail: levels.contradictedTail)
    if narrow == .everything {
      let fewest = OrderStatistics.fewest(share, tail: levels.holdsTail)
      doubt = "\(values.count) seeds say too little of it: at least \(fewest) are needed"
    }
  }

  /// What the wider interval has to lie outside of, and the narrower one inside of.
  func verdict(in region: Region) -> Judgement.Verdict {
    if region.position(of: narrow) == .inside { return .holds }
    if region.position(of: wide) == .outside { return .contradicted }
    return .inconclusive
  }
}
