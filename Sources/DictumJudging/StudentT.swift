/// Student's t distribution, as far as a confidence interval of a mean needs it.
enum StudentT {
  /// The t that is exceeded with probability `tail`, above 0 and below one half.
  ///
  /// Bisection of the tail probability; exact to a few units of the last place of `tail`.
  static func quantile(tail: Double, degrees: Int) -> Double {
    var low = 0.0
    var high = 1.0
    while upperTail(high, degrees: degrees) > tail {
      low = high
      high *= 2
    }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if upperTail(middle, degrees: degrees) > tail { low = middle } else { high = middle }
    }
  }

  /// The probability of a value above `t`, for `t` of at least 0 (DLMF 8.17, Abramowitz and Stegun
  /// 26.7.1): half of `I_x(degrees / 2, 1 / 2)` with `x = degrees / (degrees + t²)`.
  static func upperTail(_ t: Double, degrees: Int) -> Double {
    let n = Double(degrees)
    return IncompleteBeta.value(n / (n + t * t), n / 2, 0.5) / 2
  }
}
