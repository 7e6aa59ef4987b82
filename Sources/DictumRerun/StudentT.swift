import Glibc

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
    return incompleteBeta(n / (n + t * t), n / 2, 0.5) / 2
  }

  /// The regularized incomplete beta function `I_x(a, b)`: the continued fraction DLMF 8.17.22,
  /// evaluated by the modified Lentz method (Thompson and Barnett 1986).
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    // The fraction converges fast on this side; the symmetry 8.17.4 gives the other.
    if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    let tiny = 1e-300
    var c = 1.0
    var d = 0.0
    var fraction = 1.0
    for index in 0..<10_000 {
      let m = Double(index / 2)
      let term: Double
      if index == 0 {
        term = 1
      } else if index.isMultiple(of: 2) {
        term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      } else {
        term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      }
      d = 1 + term * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = 1 + term / c
      c = abs(c) < tiny ? tiny : c
      fraction *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    // The first step turned 1 into 1 + 1 / (…): what is wanted is the part below.
    return front * (fraction - 1)
  }
}
