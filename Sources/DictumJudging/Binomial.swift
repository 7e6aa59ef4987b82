/// The binomial distribution: how many of independent trials succeed.
enum Binomial {
  /// The probability of at most `count` successes in `trials`, each with probability `share`
  /// (Abramowitz and Stegun 26.5.24).
  static func atMost(_ count: Int, of trials: Int, share: Double) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return IncompleteBeta.value(1 - share, Double(trials - count), Double(count + 1))
  }

  /// The exact interval of the share after `successes` in `trials`, leaving at most `tail` on either
  /// side whatever the share is (Clopper and Pearson 1934).
  static func interval(_ successes: Int, of trials: Int, tail: Double) -> Interval {
    Interval(
      low: lowest(successes, of: trials, tail: tail),
      high: 1 - lowest(trials - successes, of: trials, tail: tail))
  }

  private static func lowest(_ successes: Int, of trials: Int, tail: Double) -> Double {
    guard successes > 0 else { return 0 }
    return IncompleteBeta.quantile(tail, Double(successes), Double(trials - successes + 1))
  }
}
