/// Cuts a query's text into tokens; whatever cannot be read as meant is read as ordinary words.
struct QueryLexer {
  let scalars: [Unicode.Scalar]
  var position = 0
  var tokens: [QueryToken] = []
  var notes = QueryNotes()
  var budget = WordBudget()

  /// Parentheses opened inside words, as in `P(A|B)`, that a later `)` closes.
  var openInWords = 0

  /// The tokens of a text, at most as many as `QueryLimits` allows.
  static func tokens(of text: String, notes: inout QueryNotes) -> [QueryToken] {
    var lexer = QueryLexer(text)
    lexer.run()
    for note in lexer.notes.sentences { notes.add(note) }
    return lexer.tokens
  }

  private init(_ text: String) {
    scalars = text.unicodeScalars.prefix(QueryLimits.scalars).map(\.straightened)
    if text.unicodeScalars.dropFirst(QueryLimits.scalars).first != nil {
      notes.add("The query is long: only its first \(QueryLimits.scalars) characters are read")
    }
  }

  private mutating func run() {
    while let scalar = current, !budget.isSpent {
      switch scalar {
      case _ where scalar.partsWords: position += 1
      case "\"": readQuotation()
      case "(":
        tokens.append(.open)
        position += 1
      case ")":
        if openInWords > 0 { openInWords -= 1 } else { tokens.append(.close) }
        position += 1
      case "-" where beginsSomething(at: position + 1):
        tokens.append(.minus)
        position += 1
      case "+" where beginsSomething(at: position + 1):
        tokens.append(.plus)
        position += 1
      default: readWord()
      }
    }
    if budget.isSpent {
      notes.add(
        "The query is long: only its first \(QueryLimits.distinctWords) different words "
          + "(\(QueryLimits.words) in all) are looked for")
    }
  }

  /// The scalar to read next; nil at the end.
  var current: Unicode.Scalar? { scalar(at: position) }

  /// The scalar at an index; nil outside the text.
  func scalar(at index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// Whether a sign before `index` stands directly before a word, a quotation or a group.
  private func beginsSomething(at index: Int) -> Bool {
    guard let next = scalar(at: index) else { return false }
    return next.isWordScalar || next == "\"" || next == "("
  }

  private mutating func readQuotation() {
    guard let text = quotedText() else {
      notes.add("Unbalanced quotation mark: what follows it is read as ordinary words")
      position += 1
      return
    }
    guard var phrase = Phrase(wordsOf: text) else {
      noteDropped(text)
      return
    }
    if current == "*" {
      phrase.isPrefix = true
      position += 1
    }
    append(.quoted(checked(phrase)))
  }

  /// The text between the quotation mark here and the next, past which the position moves; nil,
  /// without a move, when there is no next.
  mutating func quotedText() -> ArraySlice<Unicode.Scalar>? {
    let start = position + 1
    guard start <= scalars.count, let end = scalars[start...].firstIndex(of: "\"") else {
      return nil
    }
    position = end + 1
    return scalars[start..<end]
  }

  /// Whether the last word has the two letters or digits that a star asks for.
  private func isPrefixLongEnough(_ phrase: Phrase) -> Bool {
    (phrase.words.last?.unicodeScalars.filter(\.isWordScalar).count ?? 0) >= 2
  }

  /// The phrase, its star taken away with a note when too few letters stand before it.
  mutating func checked(_ phrase: Phrase) -> Phrase {
    guard phrase.isPrefix, !isPrefixLongEnough(phrase) else { return phrase }
    notes.add(
      "A star needs at least two letters before it: "
        + "\(QueryNotes.quoted(phrase.text + "*")) is read without it")
    return Phrase(phrase.words)
  }

  /// Adds a word or quotation, cut to what the budget still holds.
  mutating func append(_ token: QueryToken) {
    guard let phrase = token.phrase else { return tokens.append(token) }
    let words = budget.admit(phrase.words)
    guard !words.isEmpty else { return }
    let isWhole = words.count == phrase.words.count
    let admitted = Phrase(words, isPrefix: phrase.isPrefix && isWhole)
    if case .quoted = token {
      tokens.append(.quoted(admitted))
    } else {
      tokens.append(.plain(admitted))
    }
  }

  /// What stands alone in prose without meaning to be looked for.
  private static let punctuation: Set<Unicode.Scalar> = [
    "-", "\u{2013}", ".", ",", ":", "!", "?", "'", "&", "/", "|", "[", "]", "{", "}", "\u{2022}",
  ]

  /// Says that a piece without letters and digits was left out, unless it is mere punctuation.
  mutating func noteDropped(_ text: ArraySlice<Unicode.Scalar>) {
    guard !text.allSatisfy({ Self.punctuation.contains($0) || $0.partsWords }) else { return }
    let shown = String(String.UnicodeScalarView(text))
    notes.add("\(QueryNotes.quoted(shown)) is left out: it holds no letter or digit")
  }
}
