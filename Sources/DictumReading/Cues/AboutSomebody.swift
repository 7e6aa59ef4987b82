import DictumModel

/// Quoted words about somebody that the turn quoting them answers in the first person.
///
///     Ada:   I found Thomas Kwa’s frustration at the lack of concrete problems to be odd.
///     ?:     (quotes it)
///            I think the lack of concrete problems bothers me for three reasons.
struct AboutSomebody {
  /// Who is named in the quotation, and where.
  var cue: NameCue

  /// Where the words stood first, a passage.
  var original: Int

  /// The words of the answer that say the same of the one who speaks.
  var answer: String

  /// The words that answer and quotation have in common, at least.
  private static let shared = 3

  /// All there are in a source.
  static func all(in reading: SourceReading) -> [AboutSomebody] {
    reading.quotations.compactMap { quotation in
      let passage = reading.passages[quotation.passage]
      guard let utterance = passage.utterance,
        reading.utterances[utterance].attribution.name == nil,
        let next = reading.passages[(quotation.passage + 1)...].first,
        next.utterance == utterance, next.voice == .own,
        let (words, rest) = possessive(in: passage.text),
        let answer = answer(next.text, to: rest)
      else { return nil }
      let quote =
        "\(words.joined(separator: " "))’s"
        + rest.split(separator: " ").prefix(4).map { " \($0)" }.joined()
      return AboutSomebody(
        cue: NameCue(
          form: .takenUp, passage: quotation.passage, words: words, quote: quote, isAtHead: false),
        original: quotation.original, answer: answer)
    }
  }

  /// The one name with `’s` in a text, and what follows it; `nil` for none or several.
  private static func possessive(in text: String) -> ([String], String)? {
    Array(text.utf8.prefix(1000)).withUnsafeBufferPointer { possessive(in: $0) }
  }

  private static func possessive(in bytes: UnsafeBufferPointer<UInt8>) -> ([String], String)? {
    let scanner = NameWords(bytes)
    var found: ([String], String)?
    var before: NameWords.Word?
    var at = 0
    while at < bytes.count {
      guard let word = scanner.word(at: at) else {
        at += 1
        continue
      }
      at = word.range.upperBound
      if word.isName, word.isPossessive {
        if found != nil { return nil }
        let isFull = before.map {
          $0.isName && scanner.skippingSpaces($0.range.upperBound) == word.range.lowerBound
        }
        let words = (isFull == true ? [before?.text] : []).compactMap(\.self) + [word.text]
        let rest = bytes[scanner.pastPossessive(at)...]
        found = (words, String(decoding: rest, as: UTF8.self).onOneLine)
        at = scanner.pastPossessive(at)
      }
      before = word
    }
    return found
  }

  /// The first sentence of `text` from where it repeats words of `rest`, if it speaks of the one who
  /// says it.
  private static func answer(_ text: String, to rest: String) -> String? {
    let sentence = text.prefix(300).prefix { !".!?".contains($0) }
    let words = sentence.split(whereSeparator: \.isWhitespace).map(String.init)
    let folded = words.map { WordStream(text: $0).words }
    let wanted = WordStream(text: String(rest.prefix(200))).words
    let isOwn = words.contains { ["me", "my", "myself", "mine"].contains($0.lowercased()) }
    guard isOwn, words.count >= shared else { return nil }
    for start in 0...(words.count - shared) {
      let run = folded[start..<(start + shared)].flatMap(\.self)
      let isTelling = words[start..<(start + shared)].contains { $0.count > 4 }
      if isTelling, run.count == shared, wanted.firstRange(of: run) != nil {
        return words[start...].prefix(8).joined(separator: " ")
      }
    }
    return nil
  }
}
