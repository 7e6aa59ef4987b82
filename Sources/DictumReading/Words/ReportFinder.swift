import DictumModel

/// Finds reports of what somebody else thinks or says, in one sentence's tokens.
///
///     Nate thinks that it is too hard.       a verb and a clause
///     Ada told us it was fine.
///     According to Ada, it is fine.
///     It is hard, as Bram argues, to begin.  a parenthesis
///     Ada said: “It is fine.”                words quoted
///
/// Only what the shape makes sure is taken: a name, a verb of thinking or saying, and after it the
/// beginning of a clause. After Prasad et al. on attribution in the Penn Discourse Treebank, where
/// the source of an attribution is another than the writer.
enum ReportFinder {
  /// A report: the tokens of the name, those of the verb, and the sentence's end.
  struct Found {
    var name: Range<Int>
    var verb: Range<Int>
  }

  /// Reports whose words are in the tokens, in order.
  static func reports(
    in tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Found] {
    var found: [Found] = []
    for index in tokens.indices where heads.contains(tokens[index].key) && !tokens[index].isQuoted {
      if tokens[index].key == "according" {
        if let report = according(index, tokens, bytes) { found.append(report) }
      } else if let report = report(verb: index, tokens, bytes) {
        found.append(report)
      }
    }
    return found
  }

  private static func according(
    _ index: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Found? {
    guard index + 2 < tokens.count, tokens[index + 1].key == "to" else { return nil }
    guard let name = PersonName.after(index + 2, in: tokens, bytes), name.lowerBound == index + 2
    else {
      return nil
    }
    guard name.upperBound < tokens.count else { return Found(name: name, verb: index..<index + 2) }
    let next = tokens[name.upperBound]
    let isWhole =
      next.isSymbol(",") || next.isSymbol(".") || next.isSymbol(")")
      || clauseStarts.contains(next.key)
    return isWhole ? Found(name: name, verb: index..<index + 2) : nil
  }

  private static func report(
    verb: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Found? {
    var end = verb
    while end > 0, verb - end < 2, adverbs.contains(tokens[end - 1].key) { end -= 1 }
    guard let name = PersonName.before(end, in: tokens, bytes) else { return nil }
    let before = name.lowerBound > 0 ? tokens[name.lowerBound - 1] : nil
    let isAside = before?.key == "as"
    // "Ada and Bram think", "so does Nate", "if Nate said": not alone, not the subject, not a report.
    if let before, notBefore.contains(before.key) { return nil }
    if let before, before.key == "and" || before.key == "or", name.lowerBound > 1,
      tokens[name.lowerBound - 2].isCapitalised
    {
      return nil
    }
    if tokens[verb].key == "thought", isPeople(tokens[name.upperBound - 1]) { return nil }
    let found = Found(name: name, verb: verb..<verb + 1)
    if isAside {
      guard verb + 1 < tokens.count else { return found }
      let next = tokens[verb + 1]
      return next.isSymbol(",") || next.isSymbol(".") || next.isSymbol(")") ? found : nil
    }
    var next = verb + 1
    if tokens[verb].key == "told" {
      guard next < tokens.count, hearers.contains(tokens[next].key) else { return nil }
      next += 1
    }
    return beginsClause(next, tokens, verb: tokens[verb].key) ? found : nil
  }

  /// Whether a clause begins at `index`: the words reported.
  private static func beginsClause(_ index: Int, _ tokens: [Token], verb: WordKey) -> Bool {
    guard index < tokens.count else { return false }
    var next = tokens[index]
    if index + 1 < tokens.count, next.isSymbol(",") || next.isSymbol(":") {
      // Words quoted follow, and nothing else.
      next = tokens[index + 1]
      return next.isSymbol("\"")
    }
    if next.isSymbol("\"") { return true }
    guard next.kind == .word else { return false }
    // "said a thing", "says the same": no clause.
    if index + 1 < tokens.count, things.contains(tokens[index + 1].key) { return false }
    if index + 2 < tokens.count, things.contains(tokens[index + 2].key),
      tokens[index + 1].key == "same"
    {
      return false
    }
    if next.key == "that", index + 1 < tokens.count, tokens[index + 1].kind == .symbol {
      return tokens[index + 1].isSymbol("\"") || tokens[index + 1].isSymbol("(")
    }
    if clauseStarts.contains(next.key) { return true }
    if stops.contains(next.key) { return false }
    // Bare nouns: "Nate claims alignment is hard" has a finite verb soon after.
    for probe in tokens[(index + 1)...].prefix(5) {
      if probe.kind != .word { return false }
      if finite.contains(probe.key) { return true }
      if stops.contains(probe.key) { return false }
    }
    return false
  }

  /// `Western thought`, `Kantian thought`: no thinker.
  private static func isPeople(_ token: Token) -> Bool {
    token.end - token.start > 20 || nations.contains(token.key)
  }

  private static let nations: WordList = [
    "kantian", "bayesian", "marxist", "buddhist", "christian", "greek", "european", "indian",
    "islamic", "human", "freudian", "darwinian", "confucian", "aristotelian", "platonic",
  ]

  /// The verbs of a report, and "according", which is none.
  private static let heads: WordList = [
    "according", "thinks", "thought", "says", "said", "claims", "claimed", "believes", "believed",
    "argues",
    "argued", "told",
  ]

  private static let notBefore: WordList = [
    "than", "with", "from", "does", "did", "if", "unless", "whether", "until", "suppose",
    "imagine", "only",
  ]

  private static let hearers: WordList = [
    "me", "us", "him", "her", "them", "people", "everyone",
  ]

  static let adverbs: WordList = [
    "also", "often", "still", "now", "really", "then", "explicitly", "famously", "once", "always",
    "just", "even", "rightly", "convincingly", "similarly", "actually", "himself", "herself",
    "apparently", "probably", "already", "recently", "clearly", "later", "has", "had",
  ]

  /// Words that a clause begins with.
  private static let clauseStarts: WordList = [
    "that", "i", "we", "you", "he", "she", "it", "they", "this", "these", "those", "there", "the",
    "a", "an", "my", "our", "your", "his", "her", "its", "their", "all", "most", "many", "people",
    "everyone", "nobody", "someone", "if", "i'm", "i've", "we're", "it's", "he's", "she's",
    "they're", "there's", "that's", "you're", "what", "some", "when", "because", "no",
  ]

  /// Words after which no clause comes: "thinks about it", "believes in it", "says so".
  private static let stops: WordList = [
    "about", "of", "in", "on", "like", "for", "against", "with", "to", "so", "as", "at", "through",
    "up", "out", "and", "or", "but", "by", "from", "is", "are", "was", "were", "not", "yes", "hi",
    "hello", "goodbye", "over",
  ]

  private static let things: WordList = [
    "thing", "things", "lot", "word", "words", "bit", "same", "opposite", "name", "truth", "way",
    "kind", "sort", "line", "phrase", "quote", "reverse", "contrary",
  ]

  private static let finite: WordList = [
    "is", "are", "was", "were", "will", "would", "should", "can", "could", "has", "have", "had",
    "does", "do", "did", "might", "may", "must", "isn't", "aren't", "won't", "can't", "doesn't",
    "shouldn't", "wouldn't", "cannot",
  ]
}
