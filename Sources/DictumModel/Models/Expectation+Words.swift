extension ModelCard.Expectation {
  /// What is asked of the metric: `== 0.75 ± 0.03`, `in 1 … 2`, `increasing over alpha`.
  package var requirement: String {
    let number = NumberFormat.short(value)
    let more = margin > 0 ? " ± \(NumberFormat.short(margin))" : ""
    switch op {
    case .equal, .notEqual: return "\(op.rawValue) \(number)\(more)"
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return "\(op.rawValue) \(number)"
    case .within: return "in \(number) … \(NumberFormat.short(upper ?? value))"
    case .increasing, .decreasing:
      return op.rawValue + (over.map { " over \($0)" } ?? "") + more
    case .exists: return "exists"
    }
  }

  /// The bound in words: `tail_exponent.Q3 == 0.75 ± 0.03`, `median of wait < 3 at alpha = 0.25`.
  package var words: String {
    var text =
      switch statistic {
      case .mean: metric
      case .median: "median of \(metric)"
      case .quantile(let share): "\(NumberFormat.short(share)) quantile of \(metric)"
      case .each: op == .exists ? metric : "each \(metric)"
      case .fraction(let share):
        "\(NumberFormat.short(share * 100)) % of \(metric)"
      case .slope: "slope of \(metric)" + (over.map { " over \($0)" } ?? "")
      case .logSlope: "log-log slope of \(metric)" + (over.map { " over \($0)" } ?? "")
      }
    text += " " + requirement
    if !at.isEmpty {
      let place = at.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      text += " at " + place.joined(separator: ", ")
    }
    return text
  }
}
