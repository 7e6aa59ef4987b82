extension RunRecord {
  /// What the tasks of one point of the sweep gave.
  package struct PointValues: Hashable, Sendable {
    /// The swept parameters' values; empty for a model without a sweep.
    package var point: [String: ParamValue]

    /// For each metric its values, in the order of the tasks.
    package var values: [String: [Value]]
  }

  /// One task's number.
  package struct Value: Hashable, Sendable {
    /// The task's seed; `nil` for a model that draws nothing at random.
    package var seed: UInt64?

    /// The number, finite.
    package var number: Double
  }

  /// The numbers of the card's own tasks that ended well, point by point in the order of the tasks.
  package var pointValues: [PointValues] {
    var places: [[String: ParamValue]: Int] = [:]
    var found: [PointValues] = []
    for result in tasks where result.outcome == .ok && result.task.control == nil {
      let place: Int
      if let known = places[result.task.point] {
        place = known
      } else {
        place = found.count
        places[result.task.point] = place
        found.append(PointValues(point: result.task.point, values: [:]))
      }
      for (name, number) in result.metrics {
        found[place].values[name, default: []].append(
          Value(seed: result.task.seed, number: number))
      }
    }
    return found
  }
}
