import DictumModel

/// One bound, put to the numbers of one place.
struct Question {
  let bound: ModelCard.Expectation
  let levels: Levels
  /// Whether the numbers were drawn at random; if not they are compared as they are.
  let isRandom: Bool

  /// What the statistic of the values comes to; `what` names the values in a sentence, and `region`
  /// is what they may be.
  func ask(_ values: [Double], _ what: String, in region: Region, wanted: String) -> Finding {
    guard values.allSatisfy(\.isFinite) else {
      return .unjudged("\(what) has a value that is not a finite number")
    }
    switch bound.statistic {
    case .each: return each(values, what, region, wanted)
    case .fraction(1): return each(values, what, region, wanted)
    case .fraction(let share):
      return self.share(of: values.map(region.allows), at: share, "values with \(what) \(wanted)")
    case .mean, .slope, .logSlope:
      guard
        let estimate = isRandom
          ? Estimate(mean: values, levels: levels) : values.first.map(Estimate.init(exactly:))
      else { return .unjudged("\(what) has a value that is not a finite number") }
      return finding(estimate, count: values.count, what, region, wanted)
    case .median, .quantile:
      let share = bound.statistic.share
      let estimate =
        isRandom
        ? Estimate(quantile: share, of: values, levels: levels)
        : Estimate(exactly: OrderStatistics(values).quantile(share))
      let name = share == 0.5 ? "median" : "\(NumberFormat.short(share)) quantile"
      return finding(
        estimate, count: values.count, "the \(name) of \(what)", region, wanted)
    }
  }

  /// What it comes to when a share of cases has to be as wanted.
  func share(of cases: [Bool], at least: Double, _ what: String) -> Finding {
    let good = cases.count { $0 }
    let estimate =
      isRandom
      ? Estimate(share: good, of: cases.count, levels: levels)
      : Estimate(exactly: Double(good) / Double(cases.count))
    return finding(
      estimate, count: cases.count, "the share of \(what)", .atLeast(least),
      ">= \(NumberFormat.short(least))")
  }

  /// What it comes to when every value by itself has to be allowed: a statement on these values, and
  /// on no others.
  private func each(
    _ values: [Double], _ what: String, _ region: Region, _ wanted: String
  ) -> Finding {
    let bad = values.count { !region.allows($0) }
    let worst = values.min { region.slack($0) < region.slack($1) } ?? 0
    var finding = Finding(verdict: bad == 0 ? .holds : .contradicted, estimate: worst)
    finding.count = values.count
    finding.slack = region.slack(worst)
    if let low = values.min(), let high = values.max(), low < high {
      finding.interval = [low, high]
    }
    if bad > 0 {
      let number = NumberFormat.short(worst)
      finding.reason =
        values.count == 1
        ? "\(what) is \(number), not \(wanted)"
        : "\(what) is not \(wanted) for \(bad) of \(values.count) seeds, the worst being \(number)"
    }
    return finding
  }

  private func finding(
    _ estimate: Estimate, count: Int, _ what: String, _ region: Region, _ wanted: String
  ) -> Finding {
    var finding = Finding(verdict: estimate.verdict(in: region), estimate: estimate.value)
    finding.count = count
    finding.slack = region.slack(estimate.value)
    if isRandom, let ends = estimate.narrow.ends {
      finding.interval = ends
      finding.confidence = estimate.doubt == nil ? levels.confidence : nil
    }
    switch finding.verdict {
    case .holds, .notEvaluated: break
    case .contradicted:
      let isKnown = !isRandom || estimate.doubt != nil
      let ends = isKnown ? nil : estimate.wide.ends.map { " (\(Self.words($0)) at \(surely))" }
      finding.reason =
        "\(what) is \(NumberFormat.short(estimate.value))\(ends ?? ""), not \(wanted)"
    case .inconclusive:
      finding.reason =
        estimate.doubt.map { "\(what): \($0)" } ?? unsettled(estimate, count, what, region, wanted)
    }
    return finding
  }

  private func unsettled(
    _ estimate: Estimate, _ count: Int, _ what: String, _ region: Region, _ wanted: String
  ) -> String {
    let (low, high) = (estimate.narrow.low, estimate.narrow.high)
    let percent = "(\(NumberFormat.short((levels.confidence * 1e4).rounded() / 100)) %)"
    let place =
      switch (low.isFinite, high.isFinite) {
      case (true, true): "lies from \(Self.words([low, high])) \(percent)"
      case (true, false): "lies above \(NumberFormat.short(low)) \(percent)"
      case (false, true): "lies below \(NumberFormat.short(high)) \(percent)"
      case (false, false): "may lie anywhere"
      }
    // An interval shrinks with the root of the count.
    let slack = region.slack(estimate.value)
    let side = slack > 0 ? estimate.narrow : estimate.wide
    let needed = ((side.high - side.low) / 2 / slack).magnitude
    let seeds = Double(count) * needed * needed
    let hint =
      needed > 1 && seeds < 100_000 && bound.statistic.isMean
      ? "; about \(Int(seeds.rounded(.up))) seeds might" : ""
    return "\(what) \(place), which does not settle \(wanted)\(hint)"
  }

  /// The confidence of a contradiction.
  private var surely: String {
    switch (levels.looks, levels.places) {
    case (1, 1): "99.99 %"
    case (_, 1): "99.99 % over \(levels.looks) looks"
    case (1, _): "99.99 % over \(levels.places) places"
    case (_, _): "99.99 % over \(levels.looks) looks and \(levels.places) places"
    }
  }

  private static func words(_ ends: [Double]) -> String {
    ends.map(NumberFormat.short).joined(separator: " to ")
  }
}

extension ModelCard.Expectation.Statistic {
  /// The probability of a quantile; one half for others.
  fileprivate var share: Double {
    if case .quantile(let share) = self { return share }
    return 0.5
  }

  fileprivate var isMean: Bool { self == .mean || self == .slope || self == .logSlope }
}
