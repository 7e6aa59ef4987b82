import DictumModel

/// Compares tasks that were run again with their earlier results of the same key.
///
/// Only metrics that the card expects something of count, all where it expects nothing: how long a
/// model took, which many print, is never the same twice.
struct Comparison {
  /// What it comes to; `nil` when no task was run again.
  private(set) var repetition: RunRecord.Repetition?

  /// The first number that differs, if one does.
  private(set) var notes: [String] = []

  private let metrics: Set<String>

  /// Compares the results with what the plan knows of the same keys.
  init(of results: [TaskResult], with tasks: [PlannedTask], card: ModelCard) {
    metrics = Set(card.expectations.map(\.metric))
    var earlier: [String: TaskResult] = [:]
    for task in tasks { earlier[task.task.key] = task.earlier }
    for result in results where result.outcome == .ok && result.reusedFrom == nil {
      if let before = earlier[result.task.key] { compare(result, with: before) }
    }
  }

  private mutating func compare(_ now: TaskResult, with before: TaskResult) {
    repetition = repetition ?? .identical
    let names = Set(now.metrics.keys).union(before.metrics.keys)
      .filter { metrics.isEmpty || metrics.contains($0) }
    for name in names.sorted() {
      let (old, new) = (before.metrics[name], now.metrics[name])
      if old == new { continue }
      if let old, let new, abs(old - new) <= 1e-9 * max(abs(old), abs(new)) {
        if repetition == .identical { repetition = .withinTolerance }
        continue
      }
      if repetition != .diverged {
        let texts = [old, new].map { $0.map { "\($0)" } ?? "nothing" }
        let seed = now.task.seed.map { " with seed \($0)" } ?? ""
        notes.append(
          "\(shown(name))\(seed) was \(texts[0]) in \(before.reusedFrom ?? "an earlier run") and "
            + "is \(texts[1]) now, of equal causes")
      }
      repetition = .diverged
    }
  }
}
