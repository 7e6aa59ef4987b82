import DictumJudging
import DictumModel

/// Compares tasks that were run again with their earlier results of the same key.
///
/// Only metrics that the card expects something of count, all where it expects nothing: how long a
/// model took, which many print, is never the same twice.
struct Comparison {
  /// What it comes to; `nil` when no task was run again.
  let repetition: RunRecord.Repetition?

  /// The first number that diverged, if one did.
  let notes: [String]

  /// Compares the results with what the plan knows of the same keys.
  init(of results: [TaskResult], with tasks: [PlannedTask], card: ModelCard) {
    let metrics = Set(card.expectations.map(\.metric))
    func judged(_ results: [TaskResult]) -> [TaskResult] {
      metrics.isEmpty
        ? results
        : results.map { result in
          var result = result
          result.metrics = result.metrics.filter { metrics.contains($0.key) }
          return result
        }
    }
    let earlier = judged(tasks.compactMap(\.earlier))
    let now = judged(results)
    repetition = RunRecord.Repetition(of: now, against: earlier)
    notes = repetition == .diverged ? Self.first(of: now, against: earlier).map { [$0] } ?? [] : []
  }

  /// The first number that is not what it was, in words.
  private static func first(of results: [TaskResult], against earlier: [TaskResult]) -> String? {
    let known = Dictionary(
      earlier.map { ($0.task.key, $0) }, uniquingKeysWith: { first, _ in first })
    for now in results where now.outcome == .ok && now.reusedFrom == nil {
      guard let before = known[now.task.key] else { continue }
      for name in Set(now.metrics.keys).union(before.metrics.keys).sorted() {
        let (old, new) = (before.metrics[name], now.metrics[name])
        if let old, let new, abs(old - new) <= 1e-9 * max(abs(old), abs(new)) { continue }
        let texts = [old, new].map { $0.map { "\($0)" } ?? "nothing" }
        let seed = now.task.seed.map { " with seed \($0)" } ?? ""
        return "\(shown(name))\(seed) was \(texts[0]) in \(before.reusedFrom ?? "an earlier run") "
          + "and is \(texts[1]) now, of equal causes"
      }
    }
    return nil
  }
}
