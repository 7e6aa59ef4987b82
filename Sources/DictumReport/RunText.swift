package import DictumModel

/// One run for people: how it ended, and a table of its expectations.
package enum RunText {
  /// The run; `claims` gives the address of the claim that an expectation tests.
  package static func text(
    _ record: RunRecord, claims: [String: String], style: Style
  ) -> [String] {
    let seeds =
      record.subject.seeds.isEmpty
      ? "" : ", \(NumberText.count(record.subject.seeds.count, "seed"))"
    let network = record.subject.policy.network ? "with the network" : "no network"
    let shut =
      switch record.sandbox {
      case .bubblewrap: "in bubblewrap, \(network)"
      case .landlock: "in Dictum's own sandbox, \(network)"
      case .none: "without a sandbox"
      }
    var lines = [
      style.paint("model:\(record.model)", .title)
        + "  \(outcome(record, style: style)) after \(seconds(record.seconds))\(seeds), \(shut)"
    ]
    if !record.message.isEmpty {
      lines += record.message.split(separator: "\n").map { "    " + style.safe(String($0)) }
    }
    var table = Table()
    table.add(["    expectation", "bound", "estimate", "99 % interval", "verdict"])
    for verdict in record.verdicts {
      table.add([
        style.safe("    " + verdict.expectation), style.safe(BoundText.text(verdict.bound)),
        verdict.estimate.map(NumberFormat.short) ?? "–",
        verdict.interval.map { $0.map(NumberFormat.short).joined(separator: " … ") } ?? "–",
        self.verdict(verdict, style: style),
      ])
    }
    if !record.verdicts.isEmpty { lines += table.lines }
    for verdict in record.verdicts {
      if let reason = verdict.reason {
        lines.append(style.safe("    \(verdict.expectation): \(reason)"))
      }
    }
    lines += record.notes.map { "    note: " + style.safe($0) }
    for verdict in record.verdicts {
      guard let claim = claims[verdict.expectation] else { continue }
      lines.append(style.safe("    \(verdict.expectation) tests ") + style.paint(claim, .address))
    }
    lines.append("    " + style.paint(record.id, .address))
    return lines
  }

  private static func outcome(_ record: RunRecord, style: Style) -> String {
    record.outcome == .ok
      ? style.paint("ran", .good) : style.paint("ended with \(record.outcome.rawValue)", .bad)
  }

  private static func verdict(_ judgement: Judgement, style: Style) -> String {
    switch judgement.verdict {
    case .holds: style.paint("holds", .good)
    case .contradicted: style.paint("contradicted", .bad)
    case .inconclusive: style.paint("inconclusive", .doubtful)
    case .notEvaluated: style.paint("not evaluated", .doubtful)
    }
  }

  private static func seconds(_ seconds: Double) -> String {
    "\((seconds * 100).rounded() / 100) s"
  }
}
