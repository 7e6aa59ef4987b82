package import DictumModel

/// One run for people: how it ended, and a table of its expectations.
package enum RunText {
  private static let indent = "    "

  /// The run; `claims` gives the address of the claim that an expectation tests.
  ///
  /// A sweep of a thousand points takes as many lines as one of ten: of each expectation its worst
  /// point is told, and the others are counted.
  package static func text(
    _ record: RunRecord, claims: [String: String], style: Style
  ) -> [String] {
    var lines = [
      style.paint(style.line("model:\(record.model)"), .title)
        + "  \(outcome(record, style: style)) after \(RunWords.seconds(record.seconds))"
        + style.line("\(size(record)), \(RunWords.sandbox(record))")
    ]
    lines += facts(record, style: style).map { indent + $0 }
    lines += failures(record, style: style)
    lines += table(record, style: style)
    for judgement in record.verdicts {
      if let reason = judgement.reason {
        lines.append(style.line("\(indent)\(judgement.expectation): \(reason)"))
      }
    }
    lines += record.controls.map { control($0, style: style) }
    lines += record.notes.map { "\(indent)note: " + style.line($0) }
    for judgement in record.verdicts {
      guard let claim = claims[judgement.expectation] else { continue }
      lines.append(
        style.line("\(indent)\(judgement.expectation) tests ")
          + style.paint(style.line(claim), .address))
    }
    lines.append(indent + style.paint(style.line(record.id), .address))
    return lines
  }

  private static func outcome(_ record: RunRecord, style: Style) -> String {
    let words = RunWords.outcome(record.outcome)
    return style.paint(words, record.outcome == .ok ? .good : .bad)
  }

  /// How many tasks there were, and of what.
  private static func size(_ record: RunRecord) -> String {
    let subject = record.subject
    var parts: [String] = []
    if !subject.sweep.isEmpty {
      parts.append(NumberText.count(subject.pointCount, "point"))
    }
    if !subject.seeds.isEmpty { parts.append(NumberText.count(subject.seeds.count, "seed")) }
    if record.tasks.count > 1, parts.count != 1 || record.tasks.count != subject.seeds.count {
      parts.append(NumberText.count(record.tasks.count, "task"))
    }
    return parts.map { ", " + $0 }.joined()
  }

  private static func facts(_ record: RunRecord, style: Style) -> [String] {
    var lines = RunWords.cost(record).map { [$0] } ?? []
    for (run, count) in TaskGroup.reused(in: record) {
      lines.append(
        "\(count) of \(NumberText.count(record.tasks.count, "task")) taken over from "
          + style.paint(style.line(run), .address))
    }
    if let repetition = RunWords.repetition(record) {
      lines.append(
        record.repetition == .diverged ? style.paint(repetition, .bad) : repetition)
    }
    return lines
  }

  /// What went wrong, each way of it once, with what the first task said last.
  private static func failures(_ record: RunRecord, style: Style) -> [String] {
    let groups = TaskGroup.failed(in: record)
    guard !groups.isEmpty else { return message(record.message, style: style) }
    return groups.flatMap { group -> [String] in
      let place = RunWords.task(group.first.task, axes: record.subject.sweep)
      let head =
        "\(group.count) of \(NumberText.count(record.tasks.count, "task")) "
        + RunWords.outcome(group.outcome)
      return [
        indent + style.paint(head, .bad)
          + (place.isEmpty ? "" : style.line("; the first: \(place)"))
      ] + message(group.first.message, style: style)
    }
  }

  /// A model's own words.
  ///
  /// The bar keeps them from being read as a command by what runs us: GitHub
  /// Actions obeys a line whose first word begins with `::`.
  private static func message(_ text: String, style: Style) -> [String] {
    text.split(whereSeparator: \.isNewline).map { indent + "| " + style.safe(String($0)) }
  }

  private static func table(_ record: RunRecord, style: Style) -> [String] {
    guard !record.verdicts.isEmpty else { return [] }
    var table = Table(right: [4])
    table.add([
      indent + "expectation", "bound", "estimate", "interval", "seeds", "verdict",
    ])
    for judgement in record.verdicts {
      let level =
        judgement.interval == nil ? "" : " (\(RunWords.confidence(judgement.confidence ?? 0.99)))"
      table.add([
        style.line(indent + judgement.expectation), style.line(judgement.bound.words),
        judgement.estimate.map(NumberFormat.short) ?? "–",
        RunWords.interval(judgement.interval) + level, String(seeds(judgement, record)),
        verdict(judgement.verdict, style: style),
      ])
    }
    var rows = table.lines
    // Below its row, what an expectation came to over the sweep.
    for (index, judgement) in record.verdicts.enumerated().reversed() {
      rows.insert(contentsOf: sweep(judgement, record, style: style), at: index + 2)
    }
    return rows
  }

  private static func seeds(_ judgement: Judgement, _ record: RunRecord) -> Int {
    judgement.count > 0 ? judgement.count : max(1, record.subject.seeds.count)
  }

  private static func sweep(
    _ judgement: Judgement, _ record: RunRecord, style: Style
  ) -> [String] {
    guard let summary = SweepSummary(judgement) else { return [] }
    let points = judgement.points
    let bars = Sparkline.bars(
      points.map(\.estimate), width: min(60, style.width - 8), isASCII: style.isASCII)
    let columns = Sparkline.columns(points.count, width: bars.count)
    var row = ""
    for (bar, column) in zip(bars, columns) {
      let verdicts = Set(points[column].map(\.verdict))
      let worst = SweepSummary.order.first { verdicts.contains($0) } ?? .holds
      row += worst == .holds ? String(bar) : style.paint(String(bar), role(worst))
    }
    let axes = record.subject.sweep
    let ends = [points.first, points.last].compactMap {
      $0.map { RunWords.point($0.point, axes: axes) }
    }
    let counts = summary.counts.map {
      style.paint(RunWords.count($0.count, $0.verdict), role($0.verdict))
    }
    let estimate = summary.worst.estimate.map { ": \(NumberFormat.short($0))" } ?? ""
    return [
      indent + "    " + row,
      indent + "    " + style.line(ends.joined(separator: " … ")) + "; "
        + counts.joined(separator: ", ")
        + style.line("; worst at \(RunWords.point(summary.worst.point, axes: axes))\(estimate)"),
    ]
  }

  private static func control(_ finding: ControlFinding, style: Style) -> String {
    let words = style.line(RunWords.control(finding) + (finding.reason.map { ": \($0)" } ?? ""))
    return indent + (finding.isBroken ? words : style.paint(words, .bad))
  }

  private static func verdict(_ verdict: Judgement.Verdict, style: Style) -> String {
    style.paint(RunWords.verdict(verdict), role(verdict))
  }

  private static func role(_ verdict: Judgement.Verdict) -> Style.Role {
    switch verdict {
    case .holds: .good
    case .contradicted: .bad
    case .inconclusive, .notEvaluated: .doubtful
    }
  }
}
