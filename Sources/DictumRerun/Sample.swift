/// The values of one metric over independent seeds: their mean and its interval.
struct Sample {
  let mean: Double
  private let count: Int
  private let standardError: Double

  /// `nil` for no values, for one that is not finite, or for numbers too large to average.
  init?(_ values: [Double]) {
    guard let first = values.first, values.allSatisfy(\.isFinite) else { return nil }
    count = values.count
    if values.allSatisfy({ $0 == first }) {
      // Said as it is: a sum divided again may differ in the last digit.
      mean = first
      standardError = 0
      return
    }
    let number = Double(values.count)
    mean = values.reduce(0, +) / number
    guard mean.isFinite else { return nil }
    var squares = 0.0
    for value in values { squares += (value - mean) * (value - mean) }
    standardError = (squares / (number - 1) / number).squareRoot()
  }

  /// The interval of the mean that leaves `tail` on either side.
  func interval(tail: Double) -> (low: Double, high: Double) {
    guard count > 1, standardError > 0 else { return (mean, mean) }
    let reach = StudentT.quantile(tail: tail, degrees: count - 1) * standardError
    return (mean - reach, mean + reach)
  }
}
