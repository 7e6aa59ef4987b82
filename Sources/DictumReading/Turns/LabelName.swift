/// Whether words before a colon can be a speaker's name.
///
/// The rules come from the shape of names, not from a list of people; the one list is of words that
/// stand before colons in every kind of prose and are nobody.
enum LabelName {
  /// The name in a label's words, without a parenthesis behind it, or `nil` when they are no name.
  ///
  /// A name has at most five words and forty code points; in a plain label each word begins with a
  /// capital, a digit or a letter without case, but for particles such as "van".
  static func name(in words: String, allowLowercase: Bool) -> String? {
    var bare = withoutRemark(words)
    if let isName = bare.withUTF8({ isPlainName($0, allowLowercase: allowLowercase) }) {
      return isName && !isNobody(bare) ? bare.onOneLine : nil
    }
    let scalars = bare.unicodeScalars
    guard let first = scalars.first, scalars.count <= 40,
      first.properties.isAlphabetic
        || first == "?"
    else { return nil }
    let parts = bare.words
    guard parts.count <= 5, !isNobody(bare) else { return nil }
    for part in parts where !isNamePart(part, allowLowercase: allowLowercase) { return nil }
    return parts.joined(separator: " ")
  }

  /// Whether words have the shape of a name, told from their bytes; `nil` when a byte beyond ASCII
  /// asks for the tables of Unicode.
  private static func isPlainName(
    _ words: UnsafeBufferPointer<UInt8>, allowLowercase: Bool
  ) -> Bool? {
    guard let first = words.first, words.count <= 160 else { return false }
    guard first >= 0x80 || isLetter(first) || first == UInt8(ascii: "?") else { return false }
    var parts = 0
    var wordStart = 0
    var isFine = true
    for at in 0...words.count {
      let byte = at < words.count ? words[at] : 0x20
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if at > wordStart {
          parts += 1
          isFine =
            isFine
            && (allowLowercase || !(0x61...0x7A).contains(words[wordStart])
              || isParticle(words[wordStart..<at]))
        }
        wordStart = at + 1
      } else if byte >= 0x80 {
        return nil
      } else if !isNameByte(byte) || (byte == UInt8(ascii: ".") && at - wordStart > 4) {
        return false
      }
    }
    return isFine && parts <= 5 && words.count <= 40
  }

  private static func isParticle(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count <= 5 && particles.contains(String(decoding: word, as: UTF8.self))
  }

  /// The words without remarks in brackets behind them: `Ada (after the fact)`, `Ada (X) (Y)`.
  static func withoutRemark(_ words: String) -> String {
    // Most have none, as their last bytes tell.
    guard words.utf8.withBytes(mayEndWithRemark) else { return words }
    var words = words.unicodeScalars[...]
    while true {
      while let last = words.last, last.properties.isWhitespace { words.removeLast() }
      guard let last = words.last, last == ")" || last == "）",
        let open = words.lastIndex(where: { $0 == "(" || $0 == "（" }), open != words.startIndex
      else { return String(Substring(words)) }
      words = words[..<open]
    }
  }

  /// Whether words may end with a bracket or white space.
  private static func mayEndWithRemark(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = words.last else { return false }
    if last < 0x80 { return last == UInt8(ascii: ")") || last <= 0x20 }
    return (2...3).contains { length in
      guard length <= words.count else { return false }
      let start = words.count - length
      return WhiteSpace.length(words, start) == length || words.isWide(0x89, start, words.count)
    }
  }

  /// Whether the words are on the list, or one of the list with a number, a letter or a date behind
  /// it, as in `Edit 9/26`, `Step 2` and `Option B`; only a speaker may be numbered.
  private static func isNobody(_ words: String) -> Bool {
    guard beginnings.mayBegin(words) else { return false }
    let words = words.lowercased()
    if notNames.contains(words) { return true }
    guard let space = words.utf8.lastIndex(of: 0x20) else { return false }
    let last = words.utf8[words.utf8.index(after: space)...]
    // A last word of letters of ASCII is no number.
    if last.count > 1, last.contains(where: isLetter) { return false }
    let isNumber =
      last.count == 1 || !words[space...].unicodeScalars.contains(where: \.properties.isAlphabetic)
    let before = String(words[..<space])
    return isNumber && before != "speaker" && notNames.contains(before)
  }

  /// The first words of those on the list, by which nearly all names are told apart.
  private static let beginnings = WordList(firstWordsOf: Array(notNames))

  private static func isNamePart(_ part: Substring, allowLowercase: Bool) -> Bool {
    guard let first = part.unicodeScalars.first else { return false }
    for (index, scalar) in part.unicodeScalars.enumerated() {
      if scalar.isASCII {
        if !isNameByte(UInt8(scalar.value)) { return false }
        // A full stop ends an initial or a title ("J.", "Mr."), not a sentence.
        if scalar == ".", index > 4 { return false }
        continue
      }
      let properties = scalar.properties
      let isFine =
        properties.isAlphabetic || properties.generalCategory == .decimalNumber
        || properties.generalCategory == .nonspacingMark || "’·・".unicodeScalars.contains(scalar)
      if !isFine { return false }
    }
    if allowLowercase || particles.contains(String(part)) { return true }
    return !first.properties.isLowercase
  }

  /// The ASCII punctuation of names and labels: `O'Hara`, `DH/YK`, `J. S.`, `Speaker #2`.
  static let punctuation = Array("-_'&/.+?#".utf8)

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || punctuation.contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let particles: Set<String> = [
    "&", "al", "and", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
    "et", "ibn", "la", "le", "of", "ten", "ter", "the", "und", "van", "von", "y", "zu",
  ]

  /// Words that stand before a colon and name nobody.
  private static let notNames: Set<String> = [
    "a", "abstract", "act", "action", "action input", "actions", "actual", "added", "addendum",
    "advantages", "after",
    "afternoon", "afternoons", "agenda", "also", "answer", "answers", "antithesis", "appendix",
    "args", "argument", "arguments", "aside", "assumption", "assumptions", "attack", "attendees",
    "attributes", "author", "authors", "back", "background", "bad", "before", "best", "better",
    "body", "book", "books", "breaking", "bug", "bugfixes", "case", "cause", "causes", "caveat",
    "caveats", "changed", "chapter", "chinese", "claim", "close", "code", "comment", "comments",
    "con", "conclusion", "cons", "consequence", "consequences", "context", "corollary",
    "correction", "counterargument", "credits", "data", "date", "day", "december", "decision",
    "decisions", "default", "defaults", "defend", "definition", "demo", "deprecated", "description",
    "directions", "disadvantages", "disclaimer", "discussion", "do", "don't", "don'ts", "dos",
    "dutch", "e.g", "e.g.", "edit", "edited", "effect", "effects", "english", "epistemic status",
    "errors", "eta", "etc", "evening", "evenings", "evidence", "example", "examples", "exceptions",
    "exercise", "expected", "fact", "features", "february", "figure", "film", "final answer",
    "finally", "first",
    "fix", "fixed", "fixes", "fixme", "flee", "followup", "footnote", "for example", "french",
    "friday", "from", "front", "further reading", "german", "given", "goal", "goals", "good",
    "gratitude", "greek", "headers", "highlights", "hint", "however", "http", "https", "hypothesis",
    "i.e",
    "i.e.", "idea", "implementation", "important", "improvements", "in short", "ingredients",
    "input", "instructions", "intention", "intentions", "intuition", "italian", "january",
    "japanese", "july", "key", "keys", "last", "latin", "lemma", "lesson", "level", "license",
    "link", "links", "location", "loss", "losses", "lowlights", "main", "makes", "materials",
    "meeting title", "method", "methods", "minutes", "monday", "month", "morning", "mornings",
    "motivation", "n.b", "n.b.", "name", "nb", "next", "night", "nights", "no", "note", "notes",
    "november", "now",
    "objection", "objections", "observation", "october", "open", "opportunities", "option",
    "options", "outcome", "outcomes", "output", "overview", "p.s", "p.s.", "parameter",
    "parameters", "params", "part", "participants", "phase", "pitfall", "pitfalls", "place", "plan",
    "plans", "portuguese", "possible", "postscript", "prediction", "predictions", "present",
    "previous", "pro", "problem", "problems", "proof", "properties", "proposal", "proposals",
    "proposition", "pros", "ps", "q", "question", "questions", "quote", "quotes", "raises",
    "rating", "ratings", "reason", "reasons", "receiver", "reference", "references", "related",
    "remark", "removed", "request", "requests", "resolution", "resolved", "result", "results",
    "return", "returns", "review", "round", "rule", "russian", "saturday", "scenario", "second",
    "section", "security", "see", "see also", "sender", "sent", "september", "server", "serves",
    "setup", "situation", "slides", "solution", "source", "sources", "spanish", "speaker",
    "speakers",
    "stage", "status", "steelman", "step", "strawman", "strength", "strengths", "summary", "sunday",
    "symptom", "symptoms", "synthesis", "table", "tags", "takeaway", "takeaways", "task", "tasks",
    "test", "tests", "thanks", "the problem", "then", "theorem", "thesis", "third", "thought",
    "thoughts",
    "threats", "throws", "thursday", "time", "times", "tip", "title", "tl;dr", "tldr", "today",
    "todo", "tomorrow", "topic", "topics", "transcript", "translation", "trigger", "triggers",
    "tuesday", "type", "types", "update", "updated", "url", "usage", "value", "values", "variant",
    "video", "warning", "weakness", "weaknesses", "wednesday", "week", "weekend", "when", "where",
    "why", "win", "wins", "worse", "worst", "year", "yes", "yesterday", "yields",
  ]
}
