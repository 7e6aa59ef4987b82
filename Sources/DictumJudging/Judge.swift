package import DictumModel

/// Compares a run's numbers with what a card expects.
package struct Judge: Sendable {
  private let record: RunRecord
  private let card: ModelCard

  /// A judge of one run by the bounds of a card, which need not be those it ran with.
  package init(_ record: RunRecord, card: ModelCard) {
    self.record = record
    self.card = card
  }

  /// What each expectation of the card comes to, in its order.
  package var verdicts: [Judgement] {
    let table = TaskTable(record)
    return card.expectations.map { judge($0, table) }
  }

  /// What one bound comes to.
  package func verdict(_ bound: ModelCard.Expectation) -> Judgement {
    judge(bound, TaskTable(record))
  }

  /// What each control of the card comes to for each expectation that it must break.
  package var controls: [ControlFinding] {
    card.controls.flatMap { control -> [ControlFinding] in
      let table = TaskTable(record, control: control.id)
      return control.mustBreak.map { finding($0, control, table) }
    }
  }

  private func finding(
    _ id: String, _ control: ModelCard.Control, _ table: TaskTable
  ) -> ControlFinding {
    guard let bound = card.expectations.first(where: { $0.id == id }) else {
      return ControlFinding(
        control: control.id, expectation: id, verdict: .notEvaluated, estimate: nil,
        reason: "the card has no such expectation")
    }
    let judgement = judge(bound, table, isControl: true)
    var finding = ControlFinding(
      control: control.id, expectation: id, verdict: judgement.verdict,
      estimate: judgement.estimate)
    switch judgement.verdict {
    case .contradicted: break
    case .holds: finding.reason = "\(bound.words) holds under the control as well"
    case .inconclusive, .notEvaluated: finding.reason = judgement.reason
    }
    return finding
  }

  private func judge(
    _ bound: ModelCard.Expectation, _ table: TaskTable, isControl: Bool = false
  ) -> Judgement {
    let looks = Looks(card.seeds)
    var judgement = Judgement(
      expectation: bound.id, bound: bound, verdict: .notEvaluated, estimate: nil,
      looks: looks.taken(by: table.seeds.count))
    let cells = table.cells(at: bound.at)
    if let reason = obstacle(bound, table, cells, isControl: isControl) {
      judgement.reason = reason
      return judgement
    }
    let places = Places(bound, cells)
    let levels = Levels(looks: table.seeds.isEmpty ? 1 : looks.totals.count, places: places.count)
    let question = Question(bound: bound, levels: levels, isRandom: !table.seeds.isEmpty)
    let findings = places.all.map { $0.ask(question) }
    guard let worst = Finding.worst(findings) else { return judgement }
    let finding = findings[worst]
    judgement.verdict = finding.verdict
    judgement.estimate = finding.estimate
    judgement.interval = finding.interval
    judgement.confidence = finding.confidence
    judgement.count = finding.count
    judgement.reason = finding.reason
    if findings.count > 1, let reason = finding.reason {
      let alike = findings.count { $0.verdict == finding.verdict }
      judgement.reason =
        "at \(places.all[worst].name) \(reason)"
        + (alike > 1 ? " (so at \(alike) of \(findings.count) points)" : "")
    }
    if places.areSwept {
      judgement.points = zip(places.all, findings).map { place, finding in
        Judgement.Point(
          point: place.point, verdict: finding.verdict, estimate: finding.estimate,
          interval: finding.interval)
      }
    }
    return judgement
  }

  /// Why a bound cannot be judged at all.
  private func obstacle(
    _ bound: ModelCard.Expectation, _ table: TaskTable, _ cells: [TaskTable.Cell], isControl: Bool
  ) -> String? {
    if table.cells.isEmpty {
      if isControl { return "no task was run under the control" }
      return "the run did not end well (\(record.outcome.rawValue))"
    }
    guard bound.value.isFinite, bound.margin.isFinite, bound.margin >= 0,
      bound.upper.map({ $0.isFinite && $0 >= bound.value }) ?? (bound.op != .within)
    else { return "the bound is not a finite number with a margin of at least 0" }
    if cells.isEmpty { return "the sweep has no such point" }
    if let trouble = table.trouble(in: cells) { return trouble }
    let missing = table.missingPoints(at: bound.at)
    return missing > 0 ? "\(missing) points of the sweep were not run" : nil
  }
}
