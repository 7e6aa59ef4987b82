package import DictumModel

extension TaskResult {
  /// The results of a run without a sweep: for each metric its value for each seed.
  package static func results(
    _ columns: [String: [Double]], seeds: [UInt64] = []
  ) -> [TaskResult] {
    let count = columns.values.map(\.count).max() ?? 0
    return (0..<count).map { index in
      TaskResult(
        task: RunTask(seed: index < seeds.count ? seeds[index] : nil), outcome: .ok,
        metrics: columns.compactMapValues { index < $0.count ? $0[index] : nil })
    }
  }
}
