package import DictumModel

extension RunRecord.Repetition {
  /// Whether these tasks gave again what earlier tasks with the same keys gave; `nil` when none of
  /// them has such a predecessor.
  ///
  /// Tasks whose result was taken over, or that did not end well on either side, are passed over: only
  /// what was computed twice can differ. The worst number decides.
  package init?(of tasks: [TaskResult], against earlier: [TaskResult]) {
    var known: [String: TaskResult] = [:]
    for result in earlier where result.outcome == .ok && !result.task.key.isEmpty {
      known[result.task.key] = result
    }
    var found: RunRecord.Repetition?
    for result in tasks where result.outcome == .ok && result.reusedFrom == nil {
      guard let before = known[result.task.key] else { continue }
      let one = Self(result.metrics, before.metrics)
      found = found.map { $0.isBetter(than: one) ? one : $0 } ?? one
    }
    guard let found else { return nil }
    self = found
  }

  /// How two sets of numbers compare; a metric that only one of them has is a difference.
  private init(_ now: [String: Double], _ then: [String: Double]) {
    self = .identical
    for name in Set(now.keys).union(then.keys) {
      guard let a = now[name], let b = then[name], abs(a - b) <= 1e-9 * max(abs(a), abs(b)) else {
        self = .diverged
        return
      }
      if a != b { self = .withinTolerance }
    }
  }

  private func isBetter(than other: Self) -> Bool {
    let order = Self.allCases
    return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0)
  }
}
