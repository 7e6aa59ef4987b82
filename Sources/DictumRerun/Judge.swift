package import DictumModel

/// Compares a run's numbers with what its card expects; it reads no file and starts nothing.
///
/// One number, or equal numbers, are compared as they are. Different numbers of several seeds are
/// compared by the interval of their mean (Student's t): the 99 % interval within the region holds,
/// the 99.99 % interval wholly outside contradicts, and all else is inconclusive.
package struct Judge: Sendable {
  private let metrics: [String: [Double]]
  private let count: Int

  /// A judge of these numbers; `seeds` is how many values each metric should have, at least 1.
  package init(metrics: [String: [Double]], seeds: Int) {
    self.metrics = metrics
    self.count = max(1, seeds)
  }

  /// What the expectations of a card come to in a stored run, without running it again.
  package static func rejudge(_ record: RunRecord, card: ModelCard) -> [Judgement] {
    guard record.outcome == .ok else {
      return card.expectations.map {
        unjudged($0, "the run did not end well (\(record.outcome.rawValue))")
      }
    }
    let judge = Judge(metrics: record.metrics(), seeds: record.subject.seeds.count)
    return card.expectations.map { judge.judge($0) }
  }

  /// What one expectation comes to.
  package func judge(_ bound: ModelCard.Expectation) -> Judgement {
    guard let values = metrics[bound.metric] else {
      return Self.unjudged(bound, missing(bound.metric))
    }
    guard values.count == count else {
      return Self.unjudged(
        bound, "metric \(shown(bound.metric)) has \(values.count) of \(count) values")
    }
    guard bound.value.isFinite, bound.margin.isFinite, bound.margin >= 0 else {
      return Self.unjudged(bound, "the bound is not a finite number with a margin of at least 0")
    }
    guard let sample = Sample(values) else {
      return Self.unjudged(
        bound, "metric \(shown(bound.metric)) has a value that is not a finite number")
    }
    let region = Region(bound: bound)
    let narrow = sample.interval(tail: 0.005)
    let wide = sample.interval(tail: 0.000_05)
    let verdict: Judgement.Verdict =
      if region.position(of: narrow.low, narrow.high) == .inside {
        .holds
      } else if region.position(of: wide.low, wide.high) == .outside {
        .contradicted
      } else {
        .inconclusive
      }
    let isFinite = narrow.low.isFinite && narrow.high.isFinite
    return Judgement(
      expectation: bound.id, bound: bound, verdict: verdict, estimate: sample.mean,
      interval: count > 1 && isFinite ? [narrow.low, narrow.high] : nil,
      reason: reason(verdict, bound, sample, narrow))
  }

  private static func unjudged(_ bound: ModelCard.Expectation, _ reason: String) -> Judgement {
    Judgement(
      expectation: bound.id, bound: bound, verdict: .notEvaluated, estimate: nil, reason: reason)
  }

  private func missing(_ name: String) -> String {
    let near = Spelling.ranked(name, among: metrics.keys).prefix(3)
    let hint = near.isEmpty ? "" : "; similar: " + near.map { shown($0) }.joined(separator: ", ")
    return "the run gave no number for metric \(shown(name))" + hint
  }

  private func reason(
    _ verdict: Judgement.Verdict, _ bound: ModelCard.Expectation, _ sample: Sample,
    _ interval: (low: Double, high: Double)
  ) -> String? {
    let margin = bound.margin > 0 && [.equal, .notEqual].contains(bound.op)
    let wanted =
      "\(bound.op.rawValue) \(short(bound.value))"
      + (margin ? " within \(short(bound.margin))" : "")
    switch verdict {
    case .holds, .notEvaluated: return nil
    case .contradicted: return "\(shown(bound.metric)) is \(short(sample.mean)), not \(wanted)"
    case .inconclusive:
      return
        "\(shown(bound.metric)) lies from \(short(interval.low)) to \(short(interval.high)) (99 %), "
        + "which does not settle \(wanted)"
    }
  }

  private func short(_ value: Double) -> String { NumberFormat.short(value) }
}
