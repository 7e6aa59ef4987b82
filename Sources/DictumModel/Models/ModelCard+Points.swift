extension ModelCard {
  /// Every combination of the swept parameters' values, the last axis changing fastest; one empty
  /// point for a model without a sweep.
  package var points: [[String: ParamValue]] {
    var points: [[String: ParamValue]] = [[:]]
    for axis in sweep {
      points = points.flatMap { point in
        axis.values.map { value in
          var point = point
          point[axis.param] = value
          return point
        }
      }
    }
    return points
  }

  /// The parameters that a task runs with: the card's, the point's over them, the control's over both.
  package func params(of task: RunTask) -> [String: ParamValue] {
    let changed = controls.first { $0.id == task.control }?.params ?? [:]
    return params.merging(task.point) { $1 }.merging(changed) { $1 }
  }

  /// The points at which a control must be run: those where an expectation looks that it must break.
  ///
  /// A point keeps its own name even where the control changes a swept parameter, so that an
  /// expectation finds the control's numbers where it finds the card's.
  package func points(of control: Control) -> [[String: ParamValue]] {
    let broken = expectations.filter { control.mustBreak.contains($0.id) }
    return points.filter { point in
      broken.contains { expectation in expectation.looks(at: point) }
    }
  }
}

extension ModelCard.Expectation {
  /// Whether it judges the numbers of a point of the sweep.
  package func looks(at point: [String: ParamValue]) -> Bool {
    at.allSatisfy { name, value in point[name].map { $0.isSameJSON(as: value) } ?? false }
  }
}
