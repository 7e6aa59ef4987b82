import DictumModel

/// The tasks of a run that did not end well, by how they ended.
struct TaskGroup {
  let outcome: RunRecord.Outcome

  /// How many there are.
  let count: Int

  /// The first of them.
  let first: TaskResult

  /// The groups of a run, the largest first.
  static func failed(in record: RunRecord) -> [TaskGroup] {
    let bad = record.tasks.filter { $0.outcome != .ok }
    return Dictionary(grouping: bad, by: \.outcome).compactMap { outcome, tasks in
      tasks.first.map { TaskGroup(outcome: outcome, count: tasks.count, first: $0) }
    }.sorted { ($1.count, $0.outcome.rawValue) < ($0.count, $1.outcome.rawValue) }
  }

  /// How many results were taken over from each earlier run, by the run's address.
  static func reused(in record: RunRecord) -> [(run: String, count: Int)] {
    Dictionary(record.tasks.compactMap(\.reusedFrom).map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
