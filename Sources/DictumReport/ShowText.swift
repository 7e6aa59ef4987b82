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

  /// A source to be read: what it is, who speaks in it, what it is about, and its words.
  package static func text(_ page: SourcePage, style: Style) -> [String] {
    var lines = text(page.source, style: style)
    lines.insert(contentsOf: voices(page, style: style), at: 3)
    if page.isMore, page.speakers.isEmpty, page.headings.count > 1 {
      lines +=
        [""]
        + page.headings.map { heading in
          style.paint("\(style.safe(page.source.path)):\(heading.line)", .place)
            + "  " + style.safe(heading.text)
        }
    }
    return page.passages.isEmpty ? lines : lines + [""] + words(page.passages, style: style)
  }

  /// Who speaks, most turns first: `Ada Okafor 4 turns, Bram Visser 3, unknown 1`.
  private static func voices(_ page: SourcePage, style: Style) -> [String] {
    guard !page.speakers.isEmpty else { return [] }
    var parts = page.speakers.prefix(mostVoices).enumerated().map { index, voice in
      let label = voice.label.flatMap { $0.hasPrefix("?") ? nil : " (\($0))" } ?? ""
      let name = style.paint(style.safe(voice.name ?? "unknown" + label), .speaker)
      return "\(name) \(index == 0 ? NumberText.count(voice.turns, "turn") : String(voice.turns))"
    }
    if page.speakers.count > mostVoices {
      parts.append("and \(page.speakers.count - mostVoices) others")
    }
    return TextWidth.wrap(parts.joined(separator: ", "), width: style.width)
  }

  /// How many of those who speak are named.
  private static let mostVoices = 12

  /// Passages to be read one after the other: a line for each turn and each heading, then the words.
  private static func words(_ passages: [PassageView], style: Style) -> [String] {
    var lines: [String] = []
    var turn: Int?
    var headings = ""
    // A turn that is an item of a list itself is written without marks of items.
    var hasItems = true
    for (index, passage) in passages.enumerated() {
      let isNew = index == 0 || passage.turn != turn || passage.headings != headings
      if isNew { hasItems = passage.turn == nil || passage.kind != "item" }
      let isItem = hasItems && passage.kind == "item"
      if index > 0, isNew || !isItem { lines.append("") }
      if passage.headings != headings, !passage.headings.isEmpty {
        lines += [style.paint(style.safe(passage.headings), .title), ""]
      }
      if let number = passage.turn, number != turn {
        lines.append(
          style.paint("#t\(number)", .address) + "  "
            + style.paint(style.safe(passage.speaker.turnText), .speaker)
            + (passage.time.map { "  " + style.paint(style.safe($0), .quiet) } ?? ""))
      }
      (turn, headings) = (passage.turn, passage.headings)
      let indent = passage.turn == nil ? "" : "    "
      let mark = passage.speaker.voice == .quoted ? "> " : isItem ? "- " : ""
      let shown = words(passage, style: style, indent: indent.count + mark.count)
      let rest = mark == "- " ? "  " : mark
      lines += shown.enumerated().map { indent + ($0 == 0 ? mark : rest) + $1 }
      if let remarks = passage.remarks {
        lines += RemarkText.changes(remarks, style: style).map { indent + $0 }
      }
    }
    return lines
  }

  /// A passage or several of one place: who says it and how that is known, the words, and in grey
  /// what stands before and after.
  package static func text(
    _ passages: [PassageView], before: [PassageView], after: [PassageView], style: Style
  ) -> [String] {
    guard let first = passages.first else { return [] }
    if passages.contains(where: { $0.turn != first.turn }) {
      let quiet = [before, after].map { $0.flatMap { PassageText.quiet($0, style: style) } }
      return quiet[0] + (before.isEmpty ? [] : [""]) + words(passages, style: style)
        + (after.isEmpty ? [] : [""]) + quiet[1]
    }
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
  private static func words(
    _ passage: PassageView, style: Style, indent: Int = 4
  ) -> [String] {
    let text = style.safe(passage.text)
    guard passage.kind == "code" else { return TextWidth.wrap(text, width: style.width - indent) }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
  }
}
