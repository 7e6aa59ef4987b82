import DictumModel

/// One run on a page.
struct RunArticle {
  private let report: RunReport
  private let record: RunRecord
  private let number: Int
  private let values: [RunRecord.PointValues]

  /// `number` counts the runs of the page from 1 and is part of the ids of its elements.
  init(_ report: RunReport, number: Int) {
    self.report = report
    self.number = number
    record = report.record
    values = record.pointValues
  }

  var node: XMLNode {
    .element(
      "article", ["id": "run-\(number)"],
      [header] + failures + verdicts + controls + [facts])
  }

  private var header: XMLNode {
    var lines: [XMLNode] = [
      .element("h1", ["dir": "auto"], .text(report.title)),
      .element(
        "p", ["class": "address"], .text("model:\(record.model) · \(record.id)")),
      .element(
        "p", ["class": record.outcome == .ok ? "good" : "bad"],
        .text(
          "\(RunWords.outcome(record.outcome)) on \(record.startedAt) in "
            + "\(RunWords.seconds(record.seconds)), \(RunWords.sandbox(record))")),
    ]
    if let repetition = RunWords.repetition(record) {
      lines.append(
        .element(
          "p", ["class": record.repetition == .diverged ? "bad" : nil], .text(repetition)))
    }
    return .element("header", [:], lines)
  }

  private var failures: [XMLNode] {
    let groups = TaskGroup.failed(in: record)
    guard !groups.isEmpty || !record.message.isEmpty else { return [] }
    let parts = groups.flatMap { group -> [XMLNode] in
      let place = RunWords.task(group.first.task, axes: record.subject.sweep)
      return [
        .element(
          "p", ["class": "bad"],
          .text(
            "\(group.count) of \(NumberText.count(record.tasks.count, "task")) "
              + RunWords.outcome(group.outcome) + (place.isEmpty ? "" : "; the first: \(place)"))),
        .element("pre", [:], .text(group.first.message)),
      ]
    }
    return [
      .element(
        "section", [:],
        [.element("h2", [:], .text("What went wrong"))]
          + (parts.isEmpty ? [.element("pre", [:], .text(record.message))] : parts))
    ]
  }

  private var verdicts: [XMLNode] {
    guard !record.verdicts.isEmpty else { return [] }
    let rows = record.verdicts.map { judgement -> [XMLNode] in
      [
        .text(judgement.expectation), .text(judgement.bound.words),
        .text(judgement.estimate.map(NumberFormat.short) ?? "–"),
        .text(RunWords.interval(judgement.interval)),
        .text(judgement.interval == nil ? "" : RunWords.confidence(judgement.confidence ?? 0.99)),
        PageWords.verdict(judgement.verdict),
      ]
    }
    let table = PageTable.node(
      caption: "What was expected, and what came of it",
      head: ["expectation", "bound", "estimate", "interval", "confidence", "verdict"],
      right: [2, 3, 4], rows: rows)
    return [.element("section", [:], .element("h2", [:], .text("Expectations")), table)]
      + record.verdicts.enumerated().map { index, judgement in
        ExpectationSection(
          judgement, report: report, values: values, id: "run-\(number)-\(index + 1)"
        ).node
      }
  }

  private var controls: [XMLNode] {
    guard !record.controls.isEmpty else { return [] }
    return [
      .element(
        "section", [:], .element("h2", [:], .text("Controls")),
        .element(
          "ul", [:],
          record.controls.map { finding in
            let reason = finding.reason.map { ": \($0)" } ?? ""
            return .element(
              "li", ["class": finding.isBroken ? "good" : "bad", "dir": "auto"],
              .text(RunWords.control(finding) + reason))
          }))
    ]
  }

  private var facts: XMLNode {
    let subject = record.subject
    var tables = [
      PageTable.node(caption: "The run", head: [], rows: PageWords.facts(report))
    ]
    let lists: [(String, String, [(String, String)])] = [
      ("Inputs", "SHA-256", subject.inputs.map { ($0, $1) }),
      ("Parameters", "value", subject.params.map { ($0, "\($1)") }),
      ("Environment", "what it is", subject.environment.map { ($0, $1) }),
    ]
    for (caption, head, pairs) in lists where !pairs.isEmpty {
      let sorted = pairs.sorted { $0.0 < $1.0 }
      tables.append(
        PageTable.node(caption: caption, head: ["name", head], rows: sorted.map { [$0.0, $0.1] }))
    }
    let notes = record.notes.map { XMLNode.element("li", ["dir": "auto"], .text($0)) }
    return .element(
      "section", [:],
      [.element("h2", [:], .text("What was run"))] + tables
        + (notes.isEmpty ? [] : [.element("h3", [:], .text("Notes")), .element("ul", [:], notes)]))
  }
}

/// What pages say of runs.
enum PageWords {
  /// A verdict, marked by more than its colour.
  static func verdict(_ verdict: Judgement.Verdict) -> XMLNode {
    let (mark, style) =
      switch verdict {
      case .holds: ("✓ ", "good")
      case .contradicted: ("✗ ", "bad")
      case .inconclusive, .notEvaluated: ("? ", "doubtful")
      }
    return .element("strong", ["class": style], .text(mark + RunWords.verdict(verdict)))
  }

  /// The facts of a run that are one each.
  static func facts(_ report: RunReport) -> [[String]] {
    let record = report.record
    let subject = record.subject
    var rows = [["run", record.id], ["model", "model:\(record.model)"]]
    if let card = report.card { rows.append(["card", card]) }
    rows.append(["command", subject.command.joined(separator: " ")])
    if !subject.build.isEmpty { rows.append(["build", subject.build.joined(separator: " ")]) }
    rows.append(["began", record.startedAt])
    rows.append(["took", RunWords.seconds(record.seconds)])
    if let cost = RunWords.cost(record) { rows.append(["used", cost]) }
    rows.append(["tasks", String(record.tasks.count)])
    for (run, count) in TaskGroup.reused(in: record) {
      rows.append(["taken over", "\(NumberText.count(count, "result")) of \(run)"])
    }
    rows.append(["sandbox", RunWords.sandbox(record)])
    if !subject.policy.read.isEmpty {
      rows.append(["could read", subject.policy.read.joined(separator: ", ")])
    }
    for axis in subject.sweep {
      let values = axis.values.map(RunWords.value)
      let shown = values.prefix(6).joined(separator: ", ")
      rows.append([
        "sweep of \(axis.param)",
        values.count > 6 ? "\(shown), … \(values.last ?? "") (\(values.count) values)" : shown,
      ])
    }
    if !subject.seeds.isEmpty {
      rows.append(["seeds", subject.seeds.map(String.init).joined(separator: ", ")])
    }
    return rows
  }
}
