import DictumModel

/// The results of a run's tasks under one control or none: point by point, seed by seed.
struct TaskTable {
  /// The results at one point of the sweep, in the order of the seeds.
  struct Cell {
    var point: [String: ParamValue]
    var results: [TaskResult]
  }

  /// The points in the order they were run.
  let cells: [Cell]

  /// The seeds in the order they were run; empty for a model that draws nothing at random.
  let seeds: [UInt64]

  private let subject: RunRecord.Subject

  /// The tasks of a run under a control, or its own.
  ///
  /// Where a task was run twice, as after a resumption, the later result counts.
  init(_ record: RunRecord, control: String? = nil) {
    var order: [[String: ParamValue]] = []
    var found: [[String: ParamValue]: [UInt64?: TaskResult]] = [:]
    var seeds: [UInt64?] = []
    var known: Set<UInt64?> = []
    for result in record.tasks where result.task.control == control {
      let task = result.task
      if found[task.point] == nil { order.append(task.point) }
      found[task.point, default: [:]][task.seed] = result
      if known.insert(task.seed).inserted { seeds.append(task.seed) }
    }
    cells = order.map { point in
      Cell(point: point, results: seeds.compactMap { found[point]?[$0] })
    }
    self.seeds = seeds.compactMap { $0 }
    subject = record.subject
  }

  /// The cells at the points that a bound names.
  func cells(at point: [String: ParamValue]) -> [Cell] {
    cells.filter { cell in
      point.allSatisfy { name, value in
        cell.point[name].map { value.isSameJSON(as: $0) } ?? false
      }
    }
  }

  /// How many of the points that a bound names no task ran at.
  func missingPoints(at point: [String: ParamValue]) -> Int {
    var wanted = subject
    wanted.sweep.removeAll { point[$0.param] != nil }
    return max(0, wanted.pointCount - cells(at: point).count)
  }

  /// Why these cells cannot be judged, or `nil` when every task of theirs ended well.
  ///
  /// One lost task is one too many: what is lost is seldom lost at random. The runs that a time limit
  /// stops are those that take long, and what is left of the others says less than it seems to
  /// (Little and Rubin 2002, chapter 1).
  func trouble(in cells: [Cell]) -> String? {
    let wanted = cells.count * max(1, seeds.count)
    var bad: [RunRecord.Outcome: Int] = [:]
    var ran = 0
    for result in cells.flatMap(\.results) {
      ran += 1
      if result.outcome != .ok { bad[result.outcome, default: 0] += 1 }
    }
    let count = bad.values.reduce(0, +)
    if count > 0 {
      let kinds = RunRecord.Outcome.allCases.compactMap { kind in
        bad[kind].map { "\($0) \(kind.rawValue)" }
      }
      return wanted == 1
        ? "the run did not end well (\(bad.keys.first?.rawValue ?? ""))"
        : "\(count) of \(wanted) tasks did not end well (\(kinds.joined(separator: ", ")))"
    }
    return ran < wanted ? "\(wanted - ran) of \(wanted) tasks are missing" : nil
  }
}
