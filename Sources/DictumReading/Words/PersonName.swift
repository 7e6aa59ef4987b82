import DictumModel

/// Names of people in running prose, told by their shape: one to three words with capitals that no
/// article stands before.
enum PersonName {
  /// The tokens of the name that ends before the token at `end`, or `nil`.
  static func before(
    _ end: Int, in tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var start = end
    var words = 0
    while start > 0, words < 3, tokens[start - 1].isNameLike {
      start -= 1
      words += 1
      // An initial's full stop stands between the words of one name.
      if start > 1, words < 3, tokens[start - 1].isSymbol("."), tokens[start - 2].isNameLike,
        tokens[start - 2].end - tokens[start - 2].start == 1
      {
        start -= 1
      }
    }
    return checked(start..<end, in: tokens, bytes)
  }

  /// The tokens of the name that begins at `start`, or `nil`.
  static func after(
    _ start: Int, in tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var end = start
    while end < tokens.count, end - start < 3, tokens[end].isNameLike { end += 1 }
    return checked(start..<end, in: tokens, bytes)
  }

  private static func checked(
    _ name: Range<Int>, in tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var name = name
    // "But Nate says": a conjunction with the capital of its sentence is no part of the name.
    while let first = name.first, starters.contains(tokens[first].key) { name.removeFirst() }
    guard let first = name.first, !tokens[first].isSymbol(".") else { return nil }
    if name.contains(where: { nobody.contains(tokens[$0].key) }) { return nil }
    if name.count == 1, isAbstract(tokens[first], bytes) { return nil }
    if first > 0 {
      let before = tokens[first - 1]
      let isCapital = before.isCapitalised && !starters.contains(before.key)
      if before.kind == .word, determiners.contains(before.key) || isCapital { return nil }
      if before.isSymbol("@") || before.isSymbol("/") || before.isSymbol("#") { return nil }
      if before.kind == .number || before.isSymbol("-") || before.isSymbol("&") { return nil }
    }
    return name
  }

  /// Whether a word ends as names of qualities, doctrines and crowds do: `Orthogonality says`.
  private static func isAbstract(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    abstractEndings.contains { ending in
      token.end - token.start > ending.count + 2
        && bytes[(token.end - ending.count)..<token.end].elementsEqual(ending)
    }
  }

  private static let abstractEndings: [[UInt8]] = [
    "ity", "tion", "sion", "ness", "ism", "logy", "edge", "ists", "ians", "sers", "tors", "tics",
  ].map { Array($0.utf8) }

  /// Words that begin sentences and are written with a capital there.
  private static let starters: WordList = [
    "and", "but", "so", "as", "if", "when", "while", "because", "since", "though", "although",
    "then", "also", "now", "like", "where", "what", "that", "or", "yet", "here", "even", "once",
    "maybe", "perhaps", "indeed", "still", "plus", "until", "unless", "whereas", "later", "today",
    "yesterday", "recently", "sometimes", "eventually", "finally", "apparently", "well", "yeah",
    "yes", "no", "oh", "okay", "ok", "how", "why", "which", "after", "before", "again", "just",
    "actually", "basically", "clearly", "obviously", "however", "suppose", "say", "for", "to",
    "mr", "mrs", "ms", "dr", "prof", "professor",
  ]

  /// Words before a capitalised noun that make it a thing, or somebody else's.
  private static let determiners: WordList = [
    "the", "a", "an", "this", "that", "these", "those", "of", "my", "your", "his", "her", "its",
    "our", "their", "every", "each", "any", "some", "no", "one", "another", "both", "in", "on",
  ]

  /// Words with a capital that are no person.
  static let nobody: WordList = [
    "i", "we", "you", "he", "she", "it", "they", "who", "whoever", "this", "that", "these", "those",
    "there", "someone", "somebody", "everyone", "everybody", "anyone", "anybody", "nobody", "one",
    "nothing", "something", "everything", "none", "people", "most", "some", "many", "few", "others",
    "other", "another", "each", "both", "all", "neither", "either", "which", "whatever", "the", "a",
    "an", "my", "your", "his", "her", "its", "our", "their", "i'd", "i'm", "i've", "i'll", "it's",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "english", "french", "german", "chinese", "american", "western",
    "eastern", "bible", "nature", "science", "theory", "research", "evidence", "evolution", "logic",
    "intuition", "physics", "philosophy", "wikipedia", "google", "twitter", "facebook", "microsoft",
    "apple", "amazon", "github", "reddit", "internet", "rust", "swift", "python", "linux",
    "bitcoin",
    "section", "chapter", "figure", "table", "part", "law", "theorem", "lemma", "proposition",
    "critics", "proponents", "opponents", "philosophers", "scientists", "researchers", "economists",
    "experts", "university", "institute", "times", "journal", "common", "conventional", "popular",
    "modern", "ancient", "having", "being", "given", "thus", "therefore", "hence", "rather",
    "instead", "personally", "officially", "enough", "more", "less", "much", "same", "such", "only",
    "never", "always", "often", "usually", "not", "as", "if", "speaker", "dear", "hi", "hey",
    "hello", "thanks", "god", "alice", "bob", "imagine", "suppose", "let", "pretend", "any", "ai",
    "us", "uk", "un", "eu", "tv", "presenter", "moderator", "host", "interviewer", "narrator",
    "user", "users", "author", "doctors", "culture", "economy", "audience",
  ]
}
