import DictumModel

extension RunDiff {
  /// Every metric at every point that either run gave.
  static func metrics(_ before: RunRecord, _ after: RunRecord) -> [MetricChange] {
    let (was, now) = (before.pointValues, after.pointValues)
    var points = was.map(\.point)
    let known = Set(points)
    points += now.map(\.point).filter { !known.contains($0) }
    let old = Dictionary(was.map { ($0.point, $0.values) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(now.map { ($0.point, $0.values) }, uniquingKeysWith: { first, _ in first })
    let names = Set((was + now).flatMap(\.values.keys)).sorted()
    return names.flatMap { name in
      points.compactMap { point in
        let values = (old[point]?[name] ?? [], new[point]?[name] ?? [])
        return values.0.isEmpty && values.1.isEmpty
          ? nil : change(name, point, values.0, values.1)
      }
    }
  }

  private static func change(
    _ name: String, _ point: [String: ParamValue], _ before: [RunRecord.Value],
    _ after: [RunRecord.Value]
  ) -> MetricChange {
    let (was, now) = (Moments(before.map(\.number)), Moments(after.map(\.number)))
    guard let was, let now else {
      return MetricChange(
        metric: name, point: point, before: was?.spread, after: now?.spread,
        relation: was == nil ? .added : .removed)
    }
    var change = MetricChange(
      metric: name, point: point, before: was.spread, after: now.spread,
      difference: now.mean - was.mean, relation: .same)
    let isPaired = before.map(\.seed) == after.map(\.seed)
    if isPaired, zip(before, after).allSatisfy({ isNear($0.number, $1.number) }) { return change }
    if !isPaired, isNear(was.mean, now.mean), was.variance == 0, now.variance == 0 { return change }
    let reach =
      isPaired
      ? Moments(zip(before, after).map { $1.number - $0.number })?.reach : was.welchReach(now)
    guard let reach, let difference = change.difference else {
      change.relation = .differs
      return change
    }
    change.interval = [difference - reach, difference + reach]
    change.relation = abs(difference) <= reach ? .withinNoise : .differs
    return change
  }

  /// Whether two numbers differ by no more than computers do.
  private static func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(abs(a), abs(b))
  }
}

/// The mean and the variance of values, and how far a 99 % interval reaches.
struct Moments {
  let mean: Double

  /// The sample variance; 0 for a single value.
  let variance: Double

  let count: Int

  /// `nil` for no values, and for such as are too large to be squared.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard mean.isFinite, squares.isFinite else { return nil }
    self.mean = mean
    count = values.count
    variance = count > 1 ? squares / Double(values.count - 1) : 0
  }

  /// Half the width of the interval of the mean; `nil` for a single value.
  var reach: Double? {
    guard count > 1 else { return nil }
    return StudentT.quantile(tail: 0.005, degrees: count - 1)
      * (variance / Double(count)).squareRoot()
  }

  var spread: RunDiff.Spread {
    RunDiff.Spread(mean: mean, interval: reach.map { [mean - $0, mean + $0] }, count: count)
  }

  /// Half the width of the interval of the difference of two means of independent values with
  /// variances of their own (Welch 1947); `nil` unless each has two values.
  func welchReach(_ other: Moments) -> Double? {
    guard count > 1, other.count > 1 else { return nil }
    let (a, b) = (variance / Double(count), other.variance / Double(other.count))
    guard a + b > 0 else { return 0 }
    // By shares, since the squares of small variances vanish.
    let (ours, theirs) = (a / (a + b), b / (a + b))
    let degrees =
      1 / (ours * ours / Double(count - 1) + theirs * theirs / Double(other.count - 1))
    // Rounded down, which makes the interval a little wider.
    return StudentT.quantile(tail: 0.005, degrees: max(1, Int(degrees))) * (a + b).squareRoot()
  }
}
