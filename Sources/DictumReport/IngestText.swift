package import DictumModel

/// The summary of an ingest for people.
package enum IngestText {
  /// What was done, what was refused and why, and what the index holds.
  package static func text(_ report: IngestReport, seconds: Double, style: Style) -> [String] {
    var lines = [
      [
        "added \(report.added)", "changed \(report.changed)", "unchanged \(report.unchanged)",
        "removed \(report.removed)", "renamed \(report.renamed)",
        "refused \(report.refused.count)",
      ].joined(separator: ", ")
    ]
    let totals = report.totals
    lines.append(
      [
        NumberText.count(totals.sources, "source"), NumberText.count(totals.passages, "passage"),
        NumberText.count(totals.utterances, "utterance"),
        NumberText.count(totals.speakers, "speaker"), NumberText.count(totals.claims, "claim"),
        NumberText.count(totals.models, "model"),
      ].joined(separator: ", ")
        + "; " + String(time(seconds)))
    if !report.skipped.isEmpty {
      let kinds = report.skipped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append(
        "not read: " + kinds.map { "\($0.value) \(style.safe($0.key))" }.joined(separator: ", "))
    }
    return lines
  }

  private static func time(_ seconds: Double) -> String {
    seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\((seconds * 10).rounded() / 10) s"
  }
}

/// A diagnostic as compilers write it.
package enum DiagnosticText {
  /// `file:line:column: error: message (remedy)`, the severity in its colour.
  package static func line(_ diagnostic: Diagnostic, style: Style) -> String {
    let severity = style.paint(
      "\(diagnostic.severity.rawValue):", diagnostic.severity == .error ? .bad : .doubtful)
    let remedy = diagnostic.remedy.map { " (\($0))" } ?? ""
    return "\(style.safe(diagnostic.place.description)): \(severity) "
      + style.safe(diagnostic.message + remedy)
  }
}
