import DictumModel

/// What a bound comes to in one place: at a point of the sweep, or along one parameter of it.
struct Finding {
  var verdict: Judgement.Verdict
  var estimate: Double?
  var interval: [Double]?
  /// The confidence of the interval; `nil` for a range of values and where there is no interval.
  var confidence: Double?
  var count = 0
  /// Why it does not hold, one clause.
  var reason: String?
  /// How far the estimate lies within what is allowed, below 0 outside it; for choosing the worst.
  var slack = 0.0

  /// A place that cannot be judged.
  static func unjudged(_ reason: String) -> Finding {
    Finding(verdict: .notEvaluated, reason: reason)
  }

  /// The worst of some findings: a contradiction anywhere, then what could not be judged, then what
  /// could not be told; of equals the one nearest to, or farthest beyond, the edge.
  static func worst(_ findings: [Finding]) -> Int? {
    let order: [Judgement.Verdict] = [.contradicted, .notEvaluated, .inconclusive, .holds]
    return findings.indices.min { a, b in
      let (left, right) = (findings[a], findings[b])
      let (i, j) = (order.firstIndex(of: left.verdict), order.firstIndex(of: right.verdict))
      return (i ?? 0, left.slack, a) < (j ?? 0, right.slack, b)
    }
  }
}
