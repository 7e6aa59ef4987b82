/// The words and phrases of an expression, told apart into what is looked for and what is not.
struct QueryTerms {
  /// What a result may or must hold, in order, each once (letter case aside), as typed.
  private(set) var wanted: [String] = []

  /// The common words that ranking leaves out, in order, each once.
  private(set) var common: [String] = []

  private var seen: Set<String> = []

  /// The terms of an expression; what is excluded is in neither list.
  init(_ expression: Expression) {
    read(expression)
  }

  private mutating func read(_ expression: Expression) {
    switch expression {
    case .phrase(let phrase): add(phrase)
    case .near(let phrases, _): phrases.forEach { add($0) }
    case .head(let inner): read(inner)
    case .bag(let phrases):
      let words = PlainWords(phrases)
      read(words.content, common: words.common)
    case .boosted(let inner, let phrases):
      read(inner)
      let words = PlainWords(phrases)
      if words.areAllCommon {
        read([], common: phrases)
      } else {
        read(words.content, common: words.common)
      }
    case .and(let parts), .or(let parts): parts.forEach { read($0) }
    case .not: break
    }
  }

  private mutating func read(_ content: [Phrase], common left: [Phrase]) {
    content.forEach { add($0) }
    for word in left.map({ $0.text.lowercased() }) where !common.contains(word) {
      common.append(word)
    }
  }

  private mutating func add(_ phrase: Phrase) {
    if seen.insert(phrase.text.lowercased()).inserted { wanted.append(phrase.text) }
  }
}
