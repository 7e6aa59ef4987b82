package import DictumModel

/// What changed between two runs, for people.
package enum RunDiffText {
  private static let indent = "    "

  /// How many points of a metric are told one by one before they are only counted.
  private static let points = 12

  /// The two runs; what was run differently; the metrics side by side; the verdicts.
  package static func text(_ diff: RunDiff, style: Style) -> [String] {
    var lines = [("from", diff.before), ("to", diff.after)].map { word, run in
      "\(word.padding(4)) " + style.paint(style.line(run.id), .address)
        + "  \(RunWords.outcome(run.outcome)) after \(RunWords.seconds(run.seconds))"
    }
    lines.append("")
    lines.append(
      style.paint(
        diff.changes.isEmpty ? "run alike: nothing that counts changed" : "run differently", .title)
    )
    for change in diff.changes { lines += self.change(change, style: style) }
    if !diff.metrics.isEmpty {
      lines += ["", style.paint("metrics", .title)] + metrics(diff.metrics, style: style)
    }
    if !diff.verdicts.isEmpty {
      lines += ["", style.paint("verdicts", .title)] + verdicts(diff.verdicts, style: style)
    }
    return lines
  }

  private static func change(_ change: RunDiff.Change, style: Style) -> [String] {
    let kind = change.kind.rawValue
    let name = change.name.isEmpty ? kind : "\(kind) \(change.name)"
    let isHash = change.kind == .input
    func shown(_ text: String) -> String { isHash ? "\(text.prefix(16))…" : text }
    switch (change.before, change.after) {
    case (let before?, let after?):
      // Long values stand one below the other, so that the eye can compare them.
      if before.utf8.count + after.utf8.count > 70, !isHash {
        return [
          style.line("\(indent)\(name)"), style.paint(style.line("\(indent)  - \(before)"), .bad),
          style.paint(style.line("\(indent)  + \(after)"), .good),
        ]
      }
      return [style.line("\(indent)\(name): \(shown(before)) → \(shown(after))")]
    case (nil, let after?): return [style.line("\(indent)\(name) added: \(shown(after))")]
    case (let before?, nil): return [style.line("\(indent)\(name) removed: \(shown(before))")]
    case (nil, nil): return []
    }
  }

  /// A row for each metric; under a sweep those that are the same, or within noise, are counted.
  private static func metrics(_ changes: [RunDiff.MetricChange], style: Style) -> [String] {
    var order: [String] = []
    var groups: [String: [RunDiff.MetricChange]] = [:]
    for change in changes {
      if groups[change.metric] == nil { order.append(change.metric) }
      groups[change.metric, default: []].append(change)
    }
    var table = Table(right: [1, 2, 3])
    table.add([indent + "metric", "before", "after", "difference", ""])
    var notes: [String] = []
    for name in order {
      let group = groups[name] ?? []
      // Few points are all told; of many, those that differ, farthest first.
      let isLong = group.count > points
      let told =
        isLong
        ? group.filter { $0.relation != .same && $0.relation != .withinNoise }
          .sorted { abs($0.difference ?? .infinity) > abs($1.difference ?? .infinity) } : group
      for change in told.prefix(points) { table.add(row(change, style: style)) }
      guard isLong else { continue }
      let counts = RunDiff.MetricChange.Relation.allCases.compactMap { relation -> String? in
        let count = group.count { $0.relation == relation }
        return count > 0 ? "\(count) \(words(relation))" : nil
      }
      notes.append(
        style.line(
          "\(indent)\(name): of \(group.count) points " + counts.joined(separator: ", ")
            + (told.count > points ? "; the \(points) farthest are shown" : "")))
    }
    return table.lines + notes
  }

  private static func row(_ change: RunDiff.MetricChange, style: Style) -> [String] {
    let point = change.point.isEmpty ? "" : " at " + RunWords.point(change.point, axes: [])
    let role: Style.Role =
      switch change.relation {
      case .same, .withinNoise: .quiet
      case .differs: .bad
      case .added, .removed: .doubtful
      }
    let reach = change.interval.map { " ± \(NumberFormat.short(($0[1] - $0[0]) / 2))" } ?? ""
    return [
      style.line(indent + change.metric + point), spread(change.before), spread(change.after),
      change.difference.map { ($0 > 0 ? "+" : "") + NumberFormat.short($0) + reach } ?? "–",
      style.paint(words(change.relation), role),
    ]
  }

  private static func spread(_ spread: RunDiff.Spread?) -> String {
    guard let spread else { return "–" }
    let reach = spread.interval.map { " ± \(NumberFormat.short(($0[1] - $0[0]) / 2))" } ?? ""
    return NumberFormat.short(spread.mean) + reach
  }

  private static func words(_ relation: RunDiff.MetricChange.Relation) -> String {
    relation == .withinNoise ? "within noise" : relation.rawValue
  }

  private static func verdicts(_ changes: [RunDiff.VerdictChange], style: Style) -> [String] {
    var table = Table()
    for change in changes {
      let (before, after) = (change.before?.verdict, change.after?.verdict)
      let words =
        before == after
        ? after.map(RunWords.verdict) ?? ""
        : "\(before.map(RunWords.verdict) ?? "none") → \(after.map(RunWords.verdict) ?? "none")"
      var bound = change.after.map { $0.bound.words } ?? ""
      if let was = change.before, change.after != nil, !change.isSameBound {
        bound = "\(was.bound.words) → \(bound)"
      }
      table.add([
        style.line(indent + change.expectation), style.line(bound),
        before == after ? words : style.paint(words, after == .holds ? .good : .bad),
      ])
    }
    return table.lines
  }
}

extension String {
  /// The text with spaces after it up to a number of characters.
  fileprivate func padding(_ count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
