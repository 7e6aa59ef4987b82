package import DictumModel

/// The findings of `check`, and the health of an index, for people.
package enum CheckText {
  /// A line a finding; at most `limit` of each kind, with how many were left out.
  package static func text(_ report: CheckReport, limit: Int, style: Style) -> [String] {
    var lines: [String] = []
    for kind in CheckReport.Finding.Kind.allCases {
      let findings = report.findings.filter { $0.kind == kind }
      lines += findings.prefix(limit).map {
        DiagnosticText.line($0.diagnostic, style: style)
          + style.paint(" [\(kind.rawValue)]", .quiet)
      }
      if findings.count > limit {
        lines.append(
          style.paint("… and \(findings.count - limit) more of [\(kind.rawValue)]", .quiet))
      }
    }
    return lines
  }

  /// How many findings there are of each kind, in a line.
  package static func summary(_ report: CheckReport) -> String {
    if report.findings.isEmpty { return "nothing to mend" }
    return CheckReport.Finding.Kind.allCases.compactMap { kind in
      let count = report.findings.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }.joined(separator: ", ")
  }

  /// The health of an index.
  package static func text(_ report: DoctorReport, style: Style) -> [String] {
    let totals = report.totals
    var lines = [
      "\(report.path): \(NumberText.bytes(report.bytes)), schema \(report.schemaVersion), "
        + "SQLite \(report.sqliteVersion)",
      [
        NumberText.count(totals.sources, "source"), NumberText.count(totals.passages, "passage"),
        NumberText.count(totals.utterances, "utterance"),
        NumberText.count(totals.speakers, "speaker"), NumberText.count(totals.claims, "claim"),
        NumberText.count(totals.models, "model"), NumberText.count(totals.runs, "run"),
      ].joined(separator: ", "),
    ]
    if report.problems.isEmpty {
      lines.append(style.paint("database and full-text index are sound", .good))
    } else {
      lines += report.problems.map { style.paint("problem: ", .bad) + $0 }
      lines.append("repair with: dictum doctor --rebuild")
    }
    return lines
  }
}
