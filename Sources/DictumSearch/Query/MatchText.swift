/// A piece of FTS5's query language.
struct MatchText {
  /// The expression, accepted by FTS5 as it stands.
  let text: String

  /// Whether an operator joins its parts, so that it needs parentheses beside another operator.
  private let isJoined: Bool

  private init(_ text: String, isJoined: Bool) {
    self.text = text
    self.isJoined = isJoined
  }

  /// A phrase: its words in double quotes, the star of a prefix outside them.
  init(_ phrase: Phrase) {
    let literal = phrase.text.replacing("\"", with: "\"\"")
    self.init("\"\(literal)\"" + (phrase.isPrefix ? " *" : ""), isJoined: false)
  }

  /// The phrase, or where it is the beginning of a word, a word of any stem that it may have.
  static func any(of phrase: Phrase) -> MatchText {
    guard phrase.isPrefix, let beginning = phrase.words.last else { return MatchText(phrase) }
    let words = PrefixStems.words(for: beginning).map { word in
      MatchText(Phrase(phrase.words.dropLast() + [word]))
    }
    return join([MatchText(phrase)] + words, "OR")
  }

  /// The phrases with at most `distance` words between.
  static func near(_ phrases: [Phrase], within distance: Int) -> MatchText {
    let list = phrases.map { MatchText($0).text }.joined(separator: " ")
    return MatchText("NEAR(\(list), \(distance))", isJoined: false)
  }

  /// The same expression, held to the column of titles and headings.
  var inHead: MatchText { MatchText("{head} : (\(text))", isJoined: false) }

  /// The parts, at least one, with an operator between them.
  static func join(_ parts: [MatchText], _ name: String) -> MatchText {
    if parts.count == 1 { return parts[0] }
    let texts = parts.map { $0.isJoined ? "(\($0.text))" : $0.text }
    return MatchText(texts.joined(separator: " \(name) "), isJoined: true)
  }
}
