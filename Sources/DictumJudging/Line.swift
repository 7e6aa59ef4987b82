import Glibc

/// One seed's numbers along a swept parameter.
struct Line {
  /// The parameter's values, rising.
  let x: [Double]
  /// The metric's.
  let y: [Double]

  /// The slope of the straight line with the least squares; `nil` for fewer than two places.
  var slope: Double? {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (products, squares) = (0.0, 0.0)
    for (a, b) in zip(x, y) {
      products += (a - meanX) * (b - meanY)
      squares += (a - meanX) * (a - meanX)
    }
    return squares > 0 ? products / squares : nil
  }

  /// The line on logarithmic paper; `nil` unless every number is above 0.
  var logarithmic: Line? {
    guard x.allSatisfy({ $0 > 0 }), y.allSatisfy({ $0 > 0 }) else { return nil }
    return Line(x: x.map { log($0) }, y: y.map { log($0) })
  }

  /// How much the metric changes from each place to the next; by 0 where that is no more than
  /// computers differ.
  var steps: [Double] {
    zip(y, y.dropFirst()).map { from, to in
      abs(to - from) <= 1e-9 * max(abs(from), abs(to)) ? 0 : to - from
    }
  }
}
