import DictumModel

/// One expectation on a page: a figure, the table it is drawn from, and what it means.
struct ExpectationSection {
  private let judgement: Judgement
  private let report: RunReport
  private let values: [RunRecord.PointValues]
  private let id: String

  init(
    _ judgement: Judgement, report: RunReport, values: [RunRecord.PointValues], id: String
  ) {
    self.judgement = judgement
    self.report = report
    self.values = values
    self.id = id
  }

  private var axes: [ModelCard.Axis] { report.record.subject.sweep }

  var node: XMLNode {
    var parts: [XMLNode] = [
      .element(
        "h3", ["dir": "auto"], .text("\(judgement.expectation)  "),
        PageWords.verdict(judgement.verdict))
    ]
    parts += sentences.map { .element("p", ["dir": "auto"], .text($0)) }
    if let summary = SweepSummary(judgement) {
      let estimate = summary.worst.estimate.map { ": \(NumberFormat.short($0))" } ?? ""
      parts.append(
        .element(
          "p", [:],
          .text(
            summary.counts.map { RunWords.count($0.count, $0.verdict) }.joined(separator: ", ")
              + "; worst at \(RunWords.point(summary.worst.point, axes: axes))\(estimate).")))
    }
    return .element("section", ["class": "expectation"], parts + figure)
  }

  private var sentences: [String] {
    var sentences: [String] = []
    if let reason = judgement.reason { sentences.append(reason + ".") }
    if let claim = report.claims[judgement.expectation] { sentences.append("Tests \(claim)") }
    if let basis = judgement.bound.basis { sentences.append("Expected from: \(basis)") }
    if let stale = report.staleReasons[judgement.expectation], !stale.isEmpty {
      sentences.append("Stale since: \(stale.joined(separator: ", ")).")
    }
    return sentences
  }

  /// The figure that suits the statistic, with its table; nothing when there are no numbers.
  private var figure: [XMLNode] {
    if !judgement.points.isEmpty {
      let points = judgement.points.map {
        SweepPlot.Point(
          point: $0.point, estimate: $0.estimate, interval: $0.interval, verdict: $0.verdict)
      }
      return sweep(points, area: BoundArea(judgement.bound), bar: "its interval")
    }
    if judgement.bound.over != nil || (values.count > 1 && judgement.bound.at.isEmpty) {
      // The bound is on a slope, not on the numbers shown.
      let empty = BoundArea(.init(id: "", metric: "", op: .exists, value: 0))
      return sweep(means, area: empty, bar: "the range of its seeds")
    }
    return strip
  }

  private func sweep(_ points: [SweepPlot.Point], area: BoundArea, bar: String) -> [XMLNode] {
    guard let plot = SweepPlot(judgement, points: points, axes: axes, area: area) else { return [] }
    let names = axes.map(\.param)
    let rows = points.map { point in
      names.map { point.point[$0].map(RunWords.value) ?? "" } + [
        point.estimate.map(NumberFormat.short) ?? "–", RunWords.interval(point.interval),
        point.verdict.map(RunWords.verdict) ?? "",
      ]
    }
    let right = Set(0...names.count + 1)
    return wrapped(
      plot.node(id: id),
      caption: caption(points, area: area, bar: bar),
      table: PageTable.node(
        caption: "\(judgement.bound.metric) along the sweep",
        head: names + ["estimate", "interval", "verdict"], right: right, rows: rows),
      count: points.count)
  }

  /// What the marks mean, of those that are there.
  private func caption(_ points: [SweepPlot.Point], area: BoundArea, bar: String) -> String {
    var words = ["Each point with \(bar)."]
    if !area.allowed.isEmpty { words.append("Shaded: what the bound allows.") }
    let verdicts = Set(points.compactMap(\.verdict))
    if verdicts.contains(.contradicted) { words.append("A cross contradicts the bound.") }
    if verdicts.contains(.inconclusive) { words.append("A ring does not settle it.") }
    return words.joined(separator: " ")
  }

  private var strip: [XMLNode] {
    let wanted = judgement.bound.at
    let found = values.first { place in
      wanted.allSatisfy { place.point[$0.key]?.isSameJSON(as: $0.value) == true }
    }
    let numbers = found?.values[judgement.bound.metric] ?? []
    guard let plot = SeedPlot(judgement, values: numbers.map(\.number)) else { return [] }
    let rows = numbers.map { [$0.seed.map(String.init) ?? "none", NumberFormat.short($0.number)] }
    return wrapped(
      plot.node(id: id),
      caption: (numbers.count == 1
        ? "The value, and below it the estimate. "
        : "A dot for each value; below them the estimate with its interval. ")
        + "Shaded: what the bound allows.",
      table: PageTable.node(
        caption: "\(judgement.bound.metric) for each seed", head: ["seed", "value"], right: [0, 1],
        rows: rows), count: rows.count)
  }

  /// The mean at each point, with the range of the values over the seeds.
  private var means: [SweepPlot.Point] {
    values.compactMap { place in
      guard let found = place.values[judgement.bound.metric]?.map(\.number),
        let low = found.min(), let high = found.max()
      else { return nil }
      return SweepPlot.Point(
        point: place.point, estimate: found.reduce(0) { $0 + $1 / Double(found.count) },
        interval: low < high ? [low, high] : nil, verdict: nil)
    }
  }

  private func wrapped(
    _ drawing: XMLNode, caption: String, table: XMLNode, count: Int
  ) -> [XMLNode] {
    [
      .element("figure", [:], drawing, .element("figcaption", [:], .text(caption))),
      .element(
        "details", [:], .element("summary", [:], .text("The numbers (\(count))")), table),
    ]
  }
}
