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
      return isName && !isNobody(bare.lowercased()) ? bare.onOneLine : nil
    }
    let scalars = bare.unicodeScalars
    guard let first = scalars.first, scalars.count <= 40,
      first.properties.isAlphabetic
        || first == "?"
    else { return nil }
    let parts = bare.words
    guard parts.count <= 5, !isNobody(bare.lowercased()) else { return nil }
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
    // Most have none, as their last byte tells.
    if let last = words.utf8.last, (0x21...0x7E).contains(last), last != UInt8(ascii: ")") {
      return words
    }
    var words = Substring(words)
    while true {
      while let last = words.last, last.isWhitespace { words.removeLast() }
      guard let last = words.last, last == ")" || last == "）",
        let open = words.lastIndex(where: { $0 == "(" || $0 == "（" }), open != words.startIndex
      else { return String(words) }
      words = words[..<open]
    }
  }

  /// Whether the words are on the list, or one of the list with a number or a date behind it, as in
  /// `Edit 9/26` and `Step 2`; only a speaker may be numbered.
  private static func isNobody(_ words: String) -> Bool {
    if notNames.contains(words) { return true }
    for byte in words.utf8.reversed() where byte == 0x20 || isLetter(byte) || byte >= 0x80 {
      // A last word with a letter of ASCII is no number.
      if isLetter(byte) { return false }
      break
    }
    guard let space = words.lastIndex(of: " "),
      !words[space...].unicodeScalars.contains(where: \.properties.isAlphabetic)
    else { return false }
    let before = String(words[..<space])
    return before != "speaker" && notNames.contains(before)
  }

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
    "a", "abstract", "action", "actions", "addendum", "advantages", "agenda", "also", "answer",
    "answers",
    "appendix", "assumption", "assumptions", "attendees", "author", "authors", "aside",
    "background", "bug", "caveat", "caveats", "claim", "conclusion", "con", "cons", "context",
    "corollary", "correction", "credits", "date", "definition", "description", "disclaimer",
    "disadvantages", "discussion", "e.g", "e.g.", "edit", "edited", "epistemic status", "eta",
    "etc", "example",
    "examples", "exercise", "fact", "figure", "fix", "fixme", "followup", "for example", "footnote",
    "further reading", "hint", "however", "http", "https", "i.e", "i.e.", "idea", "implementation",
    "important", "in short", "input", "intuition", "lemma", "license", "link", "links", "location",
    "main", "minutes", "motivation", "name", "nb", "n.b", "n.b.", "note", "notes", "observation",
    "option",
    "options", "output", "overview", "p.s", "p.s.", "part", "participants", "possible",
    "postscript",
    "present", "problem", "pro", "problems", "proof", "proposal", "proposals", "proposition",
    "pros",
    "ps", "q", "question", "questions", "reason", "reasons", "reference", "references", "related",
    "remark", "resolution", "resolved", "result", "results", "review", "section", "see",
    "see also", "slides", "solution", "source", "sources", "speaker", "speakers", "status", "step",
    "summary", "table", "tags", "takeaway", "takeaways", "thanks", "the problem", "theorem",
    "thesis", "thoughts", "tip", "title", "tl;dr", "tldr", "todo", "topic", "topics", "transcript",
    "translation", "update", "updated", "url", "usage", "video", "warning", "why", "yes", "no",
  ]
}
