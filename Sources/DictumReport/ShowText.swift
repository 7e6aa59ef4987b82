package import DictumModel

/// One thing for people, with what is around it.
package enum ShowText {
  /// A source in short.
  package static func text(_ source: SourceSummary, style: Style) -> [String] {
    var lines = [
      style.paint(style.safe(source.title), .title), style.paint(style.safe(source.path), .place),
    ]
    var facts = [source.kind.rawValue]
    if !source.authors.isEmpty {
      facts.append("by " + style.safe(source.authors.joined(separator: ", ")))
    }
    if let date = source.date { facts.append(style.safe(String(date.prefix(10)))) }
    facts.append(NumberText.count(source.passages, "passage"))
    if source.turns > 0 { facts.append(NumberText.count(source.turns, "turn")) }
    if source.claims > 0 { facts.append(NumberText.count(source.claims, "claim")) }
    lines.append(facts.joined(separator: ", "))
    if let identifier = source.identifier { lines.append("id \(style.safe(identifier))") }
    if let url = source.url { lines.append(style.safe(url)) }
    if !source.tags.isEmpty {
      lines.append(style.safe(source.tags.map { "#" + $0 }.joined(separator: " ")))
    }
    lines.append(style.paint("revision \(source.sha256.prefix(12))", .quiet))
    return lines
  }

  /// A passage or several of one place: who says it and how that is known, the words, and in grey
  /// what stands before and after.
  package static func text(
    _ passages: [PassageView], before: [PassageView], after: [PassageView], style: Style
  ) -> [String] {
    guard let first = passages.first else { return [] }
    var lines = [
      style.paint("\(style.safe(first.path)):\(first.line)", .place) + "  "
        + PassageText.who(first, style: style)
        + style.paint(" (\(first.speaker.methodText))", .quiet),
      "    " + style.paint(PassageText.context(first, style: style), .quiet),
    ]
    for passage in before { lines += PassageText.quiet(passage, style: style) }
    for passage in passages {
      lines += words(passage, style: style).map { "    " + $0 }
      lines += RemarkText.lines(passage, style: style).map { "    " + $0 }
      lines.append("    " + style.paint(passage.address, .address))
    }
    for passage in after { lines += PassageText.quiet(passage, style: style) }
    return lines
  }

  /// The words, wrapped; code keeps its lines.
  private static func words(_ passage: PassageView, style: Style) -> [String] {
    let text = style.safe(passage.text)
    guard passage.kind == "code" else { return TextWidth.wrap(text, width: style.width - 4) }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
  }
}
