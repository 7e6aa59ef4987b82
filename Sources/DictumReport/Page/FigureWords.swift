import DictumModel

/// What a figure shows, in words.
enum FigureWords {
  /// `≤ 0.5`, `0.75 ± 0.03`, `from 1 to 2`.
  static func bound(_ bound: ModelCard.Expectation) -> String {
    let value = NumberFormat.short(bound.value)
    let margin = bound.margin > 0 ? " ± \(NumberFormat.short(bound.margin))" : ""
    switch bound.op {
    case .equal: return "= \(value)\(margin)"
    case .notEqual: return "≠ \(value)\(margin)"
    case .less: return "< \(value)"
    case .lessOrEqual: return "≤ \(value)"
    case .greater: return "> \(value)"
    case .greaterOrEqual: return "≥ \(value)"
    case .within: return "from \(value) to \(NumberFormat.short(bound.upper ?? bound.value))"
    case .increasing: return "never falling"
    case .decreasing: return "never rising"
    case .exists: return "there, and not empty"
    }
  }

  /// The strip of a metric's values over the seeds.
  static func seeds(_ judgement: Judgement, values: [Double]) -> String {
    let low = NumberFormat.short(values.min() ?? 0), high = NumberFormat.short(values.max() ?? 0)
    let spread =
      values.count == 1 ? "One value, \(low)" : "\(values.count) values from \(low) to \(high)"
    return spread + "; \(judged(judgement))."
  }

  /// The line of an estimate over a sweep.
  static func sweep(_ judgement: Judgement, points: [SweepPlot.Point]) -> String {
    let known = points.compactMap(\.estimate)
    let range =
      known.isEmpty
      ? "no number"
      : "from \(NumberFormat.short(known.min() ?? 0)) to \(NumberFormat.short(known.max() ?? 0))"
    return "\(NumberText.count(points.count, "point")), \(range); \(judged(judgement))."
  }

  private static func judged(_ judgement: Judgement) -> String {
    let estimate = judgement.estimate.map {
      "\(judgement.bound.statistic) \(NumberFormat.short($0))"
    }
    let interval = judgement.interval.map {
      "\(RunWords.confidence(judgement.confidence ?? 0.99)) interval \(RunWords.interval($0))"
    }
    let parts = [estimate, interval, "expected \(bound(judgement.bound))"].compactMap(\.self)
    return parts.joined(separator: ", ") + ": " + RunWords.verdict(judgement.verdict)
  }
}
