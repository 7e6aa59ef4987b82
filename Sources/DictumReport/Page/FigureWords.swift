import DictumModel

/// What a figure shows, in words.
enum FigureWords {
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
    let parts = [estimate, interval, "expected \(judgement.bound.requirement)"].compactMap(\.self)
    return parts.joined(separator: ", ") + ": " + RunWords.verdict(judgement.verdict)
  }
}
