package import DictumModel

/// The findings of `check`, and the health of an index, for people.
package enum CheckText {
  /// How many findings of one kind in one file are shown before they are counted.
  private static let mostOfAFile = 4

  /// A line a finding; at most `limit` lines of each kind, and a few of each file, with how many were
  /// left out.
  package static func text(_ report: CheckReport, limit: Int, style: Style) -> [String] {
    var lines: [String] = []
    for kind in CheckReport.Finding.Kind.allCases {
      let findings = report.findings.filter { $0.kind == kind }
      var shown = 0
      var linesOfKind = 0
      for group in files(findings) where linesOfKind < limit {
        // One more line is better spent on the finding than on its count.
        let most = group.count == mostOfAFile + 1 ? group.count : mostOfAFile
        let part = group.prefix(min(most, limit - linesOfKind))
        let label = style.paint(" [\(kind.rawValue)]", .quiet)
        lines += part.map { DiagnosticText.line($0.diagnostic, style: style) + label }
        shown += part.count
        linesOfKind += part.count
        if part.count == most, group.count > most, let path = group.first?.diagnostic.place.path {
          lines.append(
            style.paint("… and \(group.count - most) more in \(style.safe(path))", .quiet) + label)
          shown += group.count - most
        }
      }
      if findings.count > shown {
        lines.append(
          style.paint("… and \(findings.count - shown) more of [\(kind.rawValue)]", .quiet))
      }
    }
    return lines
  }

  /// Findings that follow one another in one file, together.
  private static func files(
    _ findings: [CheckReport.Finding]
  ) -> [ArraySlice<CheckReport.Finding>] {
    var groups: [ArraySlice<CheckReport.Finding>] = []
    var start = 0
    for (index, finding) in findings.enumerated()
    where finding.diagnostic.place.path != findings[start].diagnostic.place.path {
      groups.append(findings[start..<index])
      start = index
    }
    if start < findings.count { groups.append(findings[start...]) }
    return groups
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
