import DictumModel

/// Finds words of estimation in one sentence's tokens: "probably", "very unlikely", "I'm unsure".
///
/// Only a word that modifies what the writer says is one. Adjectives of a thing ("the most likely
/// cause"), comparisons ("more likely than"), denials, questions and quoted words are none, and
/// neither is what is said within a report of somebody else.
enum EstimateFinder {
  /// The tokens of each estimate, in order.
  static func estimates(in tokens: [Token]) -> [Range<Int>] {
    if tokens.last(where: { $0.kind == .symbol && !closers.contains($0.symbol) })?
      .isSymbol("?") == true
    {
      return []
    }
    var found: [Range<Int>] = []
    for index in tokens.indices where words.contains(tokens[index].key) && !tokens[index].isQuoted {
      if let range = estimate(at: index, tokens), !isSupposed(range.lowerBound, tokens) {
        found.append(range)
      }
    }
    return found
  }

  private static let closers: [UInt8] = Array("\")]'".utf8)

  /// The words of which an estimate has one; to look whether a token is any costs least.
  static let words: WordList = [
    "probably", "certain", "certainly", "likely", "unlikely", "plausible", "implausible",
    "probable", "improbable", "plausibly", "unsure",
  ]

  private static func estimate(at index: Int, _ tokens: [Token]) -> Range<Int>? {
    let key = tokens[index].key
    let before = index > 0 ? tokens[index - 1].key : .none
    switch key {
    case "probably": return refused.contains(before) ? nil : widened(index, before)
    case "certain", "certainly":
      return before == "almost" || before == "nearly" ? index - 1..<index + 1 : nil
    case "likely", "unlikely", "plausible", "implausible", "probable", "improbable", "plausibly":
      let isGraded = graders.contains(before)
      let ahead = isGraded && index > 1 ? tokens[index - 2].key : before
      if refused.contains(ahead) { return nil }
      return isPredicate(index, isGraded ? index - 1 : index, tokens) ? widened(index, before) : nil
    case "unsure":
      let isMine = tokens[..<index].suffix(3).contains { $0.key == "i'm" || $0.key == "i" }
      return isMine ? index..<index + 1 : nil
    default: return nil
    }
  }

  /// Whether the word stands in a condition or below a denial: "if it is likely", "until it is almost
  /// certain", "I don't think it is likely", "it may be unlikely".
  private static func isSupposed(_ start: Int, _ tokens: [Token]) -> Bool {
    if start > 1, tokens[start - 1].key == "be",
      modals.contains(tokens[start - 2].key)
    {
      return true
    }
    for token in tokens[..<start].reversed() {
      if token.isSymbol(",") || token.isSymbol(";") || token.isSymbol("(") { return false }
      if conditions.contains(token.key) { return true }
    }
    return false
  }

  private static let modals: WordList = ["may", "might", "could", "can"]

  private static let conditions: WordList = [
    "if", "unless", "until", "whether", "suppose", "imagine", "don't", "doesn't", "why", "how",
  ]

  private static func widened(_ index: Int, _ before: WordKey) -> Range<Int> {
    (graders.contains(before) ? index - 1 : index)..<index + 1
  }

  /// Whether the word says how sure a statement is and does not stand before a noun: after a form of
  /// "to be" or "seem", before "to", "that" or a verb, or where a clause begins.
  private static func isPredicate(_ index: Int, _ start: Int, _ tokens: [Token]) -> Bool {
    if tokens[index].key == "plausibly" { return true }
    let before = start > 0 ? tokens[start - 1] : nil
    if let before, before.kind == .word, copulas.contains(before.key) {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      // "it was likely the cause" and "it is likely that" alike; only a plain noun is refused.
      return next?.key != "than" && next?.key != "candidate" && next?.key != "candidates"
    }
    guard tokens[index].key == "likely" || tokens[index].key == "unlikely" else { return false }
    if let before, before.kind == .word {
      return auxiliaries.contains(before.key)
        || (index + 1 < tokens.count && verbs.contains(tokens[index + 1].key))
    }
    return index + 1 < tokens.count && tokens[index + 1].key != "to"
      && tokens[index].key == "likely"
  }

  private static let graders: WordList = [
    "very", "highly", "extremely", "quite", "pretty", "fairly", "somewhat",
  ]

  static let refused: WordList = [
    "more", "less", "most", "least", "equally", "how", "as", "so", "too", "the", "a", "an", "any",
    "not", "isn't", "aren't", "wasn't", "if", "whether", "no", "that", "this", "these", "those",
    "every", "all", "other", "never", "or", "than", "doesn't", "don't", "whatever", "however",
    "think", "about", "much", "far", "just", "only", "its", "their", "his", "her", "your", "my",
  ]

  private static let copulas: WordList = [
    "is", "are", "was", "were", "be", "it's", "that's", "he's", "she's", "they're", "we're",
    "you're", "i'm", "there's", "seems", "seem", "seemed", "looks", "feels", "sounds", "it",
    "which",
    "also", "am", "been", "appears", "think", "find", "therefore", "still",
  ]

  private static let auxiliaries: WordList = [
    "will", "would", "could", "should", "has", "have", "had", "can", "i", "we", "they", "he", "she",
    "it", "you", "and", "but", "there", "which", "who", "because", "since", "so",
  ]

  private static let verbs: WordList = [
    "to", "be", "have", "has", "is", "are", "was", "were", "had", "won't", "will", "would", "that",
    "need", "needs", "because", "not", "due", "comes", "means", "requires", "get",
  ]
}
