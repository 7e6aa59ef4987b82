import DictumModel

/// What an expectation came to over a sweep, in short.
struct SweepSummary {
  /// How many points came to each verdict, the worst verdict first; none for those that did not occur.
  let counts: [(verdict: Judgement.Verdict, count: Int)]

  /// The point that decides: of those with the worst verdict the one farthest out.
  let worst: Judgement.Point

  /// `nil` for a judgement that is not by points.
  init?(_ judgement: Judgement) {
    guard let first = judgement.points.first else { return nil }
    let found = Dictionary(judgement.points.map { ($0.verdict, 1) }, uniquingKeysWith: +)
    counts = Self.order.compactMap { verdict in found[verdict].map { (verdict, $0) } }
    var worst = first
    for point in judgement.points
    where Self.isWorse(point, than: worst, bound: judgement.bound) { worst = point }
    self.worst = worst
  }

  /// The verdicts, the worst first.
  static let order: [Judgement.Verdict] = [.contradicted, .notEvaluated, .inconclusive, .holds]

  private static func isWorse(
    _ point: Judgement.Point, than other: Judgement.Point, bound: ModelCard.Expectation
  ) -> Bool {
    let ranks = (rank(point.verdict), rank(other.verdict))
    guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
    guard let slack = point.estimate.flatMap({ Self.slack($0, bound) }) else { return false }
    guard let least = other.estimate.flatMap({ Self.slack($0, bound) }) else { return true }
    return slack < least
  }

  private static func rank(_ verdict: Judgement.Verdict) -> Int {
    order.firstIndex(of: verdict) ?? order.count
  }

  /// How far within the region a number lies, in the metric's unit; negative outside of it, and `nil`
  /// for an operator that has no region of numbers.
  static func slack(_ value: Double, _ bound: ModelCard.Expectation) -> Double? {
    switch bound.op {
    case .less, .lessOrEqual: bound.value - value
    case .greater, .greaterOrEqual: value - bound.value
    case .within: min(value - bound.value, (bound.upper ?? bound.value) - value)
    case .equal: bound.margin - abs(value - bound.value)
    case .notEqual: abs(value - bound.value) - bound.margin
    case .increasing, .decreasing, .exists: nil
    }
  }
}
