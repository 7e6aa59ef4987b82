import DictumModel

/// What was noticed in a passage's words, for people.
enum RemarkText {
  /// A line a change, one for how sure the words are, and one for whom they report.
  static func lines(_ passage: PassageView, style: Style) -> [String] {
    guard let remarks = passage.remarks else { return [] }
    var lines = changes(remarks, style: style)
    var facts = remarks.confidences.filter { $0.kind != .estimative }.map(fact)
    let words = remarks.confidences.filter { $0.kind == .estimative }.map { $0.text.lowercased() }
    if !words.isEmpty { facts.append("says " + unique(words).joined(separator: ", ")) }
    let reported = unique(remarks.reports.map(\.speaker))
    if !reported.isEmpty { facts.append("reports " + reported.joined(separator: ", ")) }
    if !facts.isEmpty {
      let text = TextWidth.cut(style.safe(facts.joined(separator: "; ")), to: style.width - 6)
      lines.append(style.paint(text, .quiet))
    }
    return lines
  }

  /// A line a change: `edited 09-26: I still think so.`, `struck: all of it`.
  static func changes(_ remarks: PassageRemarks, style: Style) -> [String] {
    remarks.revisions.map { revision in
      var text = revision.kind.rawValue
      if let date = revision.date { text += " " + date.drop { $0 == "-" } }
      if !revision.text.isEmpty { text += ": " + revision.text }
      return style.paint(TextWidth.cut(style.safe(text), to: style.width - 6), .doubtful)
    }
  }

  private static func fact(_ confidence: PassageRemarks.Confidence) -> String {
    switch confidence.kind {
    case .credence: "credence \(confidence.text)"
    case .likelihoodRatio: "likelihood ratio \(confidence.text)"
    case .estimative: confidence.text
    case .epistemicStatus: "epistemic status: \(confidence.text)"
    }
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
