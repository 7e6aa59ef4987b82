import DictumModel

/// Where a bound has to hold: at each of some points, or along a parameter at each setting of the
/// others.
struct Places {
  /// One of them.
  struct Place {
    /// The swept parameters' values; without the one that is gone along.
    var point: [String: ParamValue]
    /// The points of it: one, or several along a parameter.
    var cells: [TaskTable.Cell]

    /// The place in words: `alpha = 0.25, Q = 3`.
    var name: String {
      point.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
    }
  }

  /// In the order of the sweep.
  let all: [Place]

  /// In how many comparisons the bound may be contradicted.
  let count: Int

  /// Whether there is more than one point to tell of.
  var areSwept: Bool { all.count > 1 || all.contains { !$0.point.isEmpty } }

  init(_ bound: ModelCard.Expectation, _ cells: [TaskTable.Cell]) {
    guard bound.isAlongLine, let over = bound.over else {
      all = cells.map { Place(point: $0.point, cells: [$0]) }
      count = max(1, all.count)
      return
    }
    var order: [[String: ParamValue]] = []
    var groups: [[String: ParamValue]: [TaskTable.Cell]] = [:]
    for cell in cells {
      var rest = cell.point
      rest[over] = nil
      if groups[rest] == nil { order.append(rest) }
      groups[rest, default: []].append(cell)
    }
    all = order.map { Place(point: $0, cells: groups[$0] ?? []) }
    let isStepwise = bound.op == .increasing || bound.op == .decreasing
    count = max(1, isStepwise ? cells.count - all.count : all.count)
  }
}

extension Places.Place {
  /// What the bound comes to here.
  func ask(_ question: Question) -> Finding {
    let bound = question.bound
    if bound.op == .exists { return file(bound) }
    var rows: [[Double]] = []
    for cell in cells {
      let values = cell.results.compactMap { $0.metrics[bound.metric] }
      guard values.count == cell.results.count else { return missing(bound, values.count, cell) }
      rows.append(values)
    }
    let wanted = bound.requirement
    guard bound.isAlongLine else {
      guard let region = Region(bound), let values = rows.first else {
        return .unjudged("\(bound.metric) cannot be compared by \(bound.op.rawValue)")
      }
      return question.ask(values, bound.metric, in: region, wanted: wanted)
    }
    guard let over = bound.over else {
      return .unjudged("\(bound.metric): over which parameter is not said")
    }
    let x = cells.compactMap { $0.point[over]?.number }
    guard x.count == cells.count, rows.joined().allSatisfy(\.isFinite) else {
      return .unjudged("\(over) is not swept over numbers")
    }
    let order = x.indices.sorted { x[$0] < x[$1] }
    let lines = (rows.first ?? []).indices.map { seed in
      Line(x: order.map { x[$0] }, y: order.map { rows[$0][seed] })
    }
    if let region = Region(bound) {
      return question.slope(lines, over: over, in: region, wanted: wanted)
    }
    return question.monotone(lines, over: over)
  }

  /// Whether every task left the file.
  private func file(_ bound: ModelCard.Expectation) -> Finding {
    let results = cells.flatMap(\.results)
    let without = results.count { result in
      !result.outputs.contains { $0.path == bound.metric && $0.bytes > 0 }
    }
    let share = Double(results.count - without) / Double(results.count)
    var finding = Finding(verdict: without == 0 ? .holds : .contradicted, estimate: share)
    finding.count = results.count
    finding.slack = share - 1
    if without > 0 {
      finding.reason =
        results.count == 1
        ? "the run left no file \(bound.metric), or an empty one"
        : "\(without) of \(results.count) tasks left no file \(bound.metric), or an empty one"
    }
    return finding
  }

  private func missing(
    _ bound: ModelCard.Expectation, _ count: Int, _ cell: TaskTable.Cell
  ) -> Finding {
    if count > 0 {
      return .unjudged("metric \(bound.metric) has \(count) of \(cell.results.count) values")
    }
    let names = Set(cell.results.flatMap { $0.metrics.keys })
    let near = Spelling.ranked(bound.metric, among: names).prefix(3)
    let hint = near.isEmpty ? "" : "; similar: " + near.joined(separator: ", ")
    return .unjudged("the run gave no number for metric \(bound.metric)" + hint)
  }
}

extension ModelCard.Expectation {
  /// Whether it is a statement on a swept parameter as a whole.
  var isAlongLine: Bool {
    op == .increasing || op == .decreasing
      || (op != .exists && (statistic == .slope || statistic == .logSlope))
  }
}

extension ParamValue {
  /// The number it is, if it is one.
  fileprivate var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    case .null, .bool, .string, .list, .map: nil
    }
  }
}
