package import DictumModel

/// Runs in a list for people: a line each.
package enum RunListText {
  /// The runs, in the order given.
  package static func text(_ runs: [RunSummary], style: Style) -> [String] {
    guard !runs.isEmpty else { return [] }
    var table = Table(right: [3])
    table.add(["began", "model", "outcome", "took", "verdicts", "run"])
    for run in runs {
      let counts = SweepSummary.order.compactMap { verdict -> String? in
        let count = run.verdicts[verdict.rawValue] ?? 0
        guard count > 0 else { return nil }
        let role: Style.Role =
          verdict == .holds ? .good : verdict == .contradicted ? .bad : .doubtful
        return style.paint(RunWords.count(count, verdict), role)
      }
      table.add([
        style.line(run.startedAt), style.line("model:\(run.model)"),
        style.paint(RunWords.outcome(run.outcome), run.outcome == .ok ? .good : .bad),
        RunWords.seconds(run.seconds), counts.isEmpty ? "–" : counts.joined(separator: ", "),
        style.paint(style.line(run.id), .address),
      ])
    }
    return table.lines
  }
}
