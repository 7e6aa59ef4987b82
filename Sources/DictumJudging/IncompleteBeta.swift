import Glibc

/// The regularized incomplete beta function, on which Student's t and the binomial distribution rest.
enum IncompleteBeta {
  /// `I_x(a, b)`: the continued fraction DLMF 8.17.22, evaluated by the modified Lentz method
  /// (Thompson and Barnett 1986).
  static func value(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    // The fraction converges fast on this side; the symmetry 8.17.4 gives the other.
    if x > (a + 1) / (a + b + 2) { return 1 - value(1 - x, b, a) }
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

  /// The x at which `I_x(a, b)` is `probability`, by bisection down to neighbouring numbers.
  static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if value(middle, a, b) < probability { low = middle } else { high = middle }
    }
  }
}
