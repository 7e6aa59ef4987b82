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
      let counts = kinds.map { "\($0.value) \(style.safe(kind($0.key, count: $0.value)))" }
      lines.append("not read: " + counts.joined(separator: ", "))
    }
    for file in (report.skippedFiles ?? []).sorted(by: { $0.path < $1.path }) {
      lines.append(
        "\(style.paint(style.line(file.path), .place)): \(style.safe(kind(file.kind, count: 1)))")
    }
    return lines
  }

  /// What some files are called, one of them by the noun and verb of one.
  private static func kind(_ kind: String, count: Int) -> String {
    guard count == 1 else { return kind }
    let nouns = ["files", "tables", "links", "folders", "environments"]
    // "folders of Node.js packages" has its noun first.
    var isFirst = true
    return kind.split(separator: " ").map { word in
      if word == "hold" { return "holds" }
      guard isFirst, nouns.contains(String(word)) else { return String(word) }
      isFirst = false
      return String(word.dropLast())
    }.joined(separator: " ")
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
