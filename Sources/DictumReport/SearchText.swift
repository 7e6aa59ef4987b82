package import DictumModel

/// The results of a search for people.
package enum SearchText {
  /// Each hit: where and who, the words, the address; then whether there are more.
  package static func text(_ result: SearchResult, style: Style) -> [String] {
    var lines: [String] = []
    for hit in result.hits {
      if !lines.isEmpty { lines.append("") }
      lines += text(hit, style: style)
    }
    return lines
  }

  private static func text(_ hit: SearchHit, style: Style) -> [String] {
    let passage = hit.passage
    var lines = [
      style.paint("\(style.safe(passage.path)):\(hit.line)", .place) + "  "
        + PassageText.who(passage, style: style)
    ]
    lines.append("    " + style.paint(PassageText.context(passage, style: style), .quiet))
    for neighbour in hit.before { lines += PassageText.quiet(neighbour, style: style) }
    lines += TextWidth.wrap(Snippet.text(hit, style: style), width: style.width - 4)
      .map { "    " + $0 }
    for neighbour in hit.after { lines += PassageText.quiet(neighbour, style: style) }
    lines.append("    " + style.paint(passage.address, .address))
    for claim in hit.claims {
      let address =
        claim.address == passage.address
        ? "" : style.paint(style.safe(claim.address), .address) + " "
      lines.append(
        "    " + address + StandingText.text(claim.standing, claim.models, style: style))
    }
    return lines
  }
}

/// One passage for people.
enum PassageText {
  /// Who, in which turn, when, and what sort of words.
  static func who(_ passage: PassageView, style: Style) -> String {
    let speaker = passage.speaker.shortText(inTurn: passage.turn != nil)
    var parts = [style.paint(style.safe(speaker), .speaker)]
    if let turn = passage.turn {
      parts.append("turn \(turn)" + (passage.time.map { " (\(style.safe($0)))" } ?? ""))
    }
    if let date = passage.date { parts.append(style.safe(String(date.prefix(10)))) }
    if passage.kind == "claim" { parts.append("claim") }
    return parts.joined(separator: ", ")
  }

  /// The title and the headings.
  static func context(_ passage: PassageView, style: Style) -> String {
    let context = passage.title + (passage.headings.isEmpty ? "" : " › " + passage.headings)
    return TextWidth.cut(style.safe(context), to: style.width - 4)
  }

  /// A neighbour of what was found: its words, with its speaker when there is one.
  static func quiet(_ passage: PassageView, style: Style) -> [String] {
    let speaker = passage.turn == nil ? "" : passage.speaker.shortText + ": "
    return TextWidth.wrap(style.safe(speaker + passage.text), width: style.width - 6)
      .map { "    " + style.paint("│ " + $0, .quiet) }
  }
}
