import DictumModel

extension Question {
  /// What a bound on the slope comes to: one slope a seed, and then a mean over the seeds, which need
  /// not know how the points of one seed depend on one another (the summary measures of Matthews,
  /// Altman, Campbell and Royston 1990).
  func slope(_ lines: [Line], over parameter: String, in region: Region, wanted: String) -> Finding
  {
    let isLog = bound.statistic == .logSlope
    let drawn = isLog ? lines.compactMap(\.logarithmic) : lines
    guard drawn.count == lines.count else {
      return .unjudged(
        "\(bound.metric) or \(parameter) is not above 0 everywhere, and so has no logarithm")
    }
    let slopes = drawn.compactMap(\.slope)
    guard slopes.count == drawn.count else {
      return .unjudged("a slope over \(parameter) needs two of its values")
    }
    let name = isLog ? "the log-log slope" : "the slope"
    return ask(slopes, "\(name) of \(bound.metric) over \(parameter)", in: region, wanted: wanted)
  }

  /// What it comes to that the metric never falls, or never rises, along a parameter.
  ///
  /// Each step from one value to the next is judged by its differences within the seeds, so that what
  /// a seed does to all values alike drops out; all must hold, and one is enough to contradict.
  func monotone(_ lines: [Line], over parameter: String) -> Finding {
    let rises = bound.op == .increasing
    let region: Region = rises ? .atLeast(-bound.margin) : .atMost(bound.margin)
    let wanted = bound.requirement
    guard let x = lines.first?.x, x.count > 1 else {
      return .unjudged("\(wanted) needs two values of \(parameter)")
    }
    let steps = lines.map(\.steps)
    if case .fraction(let share) = bound.statistic, share < 1 {
      return self.share(
        of: steps.map { $0.allSatisfy(region.allows) }, at: share,
        "seeds with \(bound.metric) \(wanted)")
    }
    let findings = x.indices.dropLast().map { index in
      ask(
        steps.map { $0[index] },
        "the step of \(bound.metric) from \(parameter) = \(NumberFormat.short(x[index])) to "
          + NumberFormat.short(x[index + 1]),
        in: region,
        wanted: (rises ? ">= " : "<= ") + NumberFormat.short(rises ? -bound.margin : bound.margin))
    }
    guard let worst = Finding.worst(findings) else { return .unjudged("nothing to compare") }
    return findings[worst]
  }
}
