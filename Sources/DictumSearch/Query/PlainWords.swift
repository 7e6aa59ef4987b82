/// The plain words of a ranked query, told apart into common and content words.
struct PlainWords {
  /// The words to rank by, repeats included; all of them when all are common.
  let content: [Phrase]

  /// The common words left out.
  let common: [Phrase]

  /// Whether there are only common words, which then are content.
  let areAllCommon: Bool

  /// The words in a row from the first to the last content word; nil when that is no phrase, being
  /// one word or having a prefix before its end.
  let row: Phrase?

  /// The words of a query in the order typed.
  init(_ phrases: [Phrase]) {
    let stops = StopWords(for: phrases)
    let content = phrases.filter { !stops.contains($0) }
    areAllCommon = content.isEmpty
    self.content = areAllCommon ? phrases : content
    common = areAllCommon ? [] : phrases.filter(stops.contains)

    let first = areAllCommon ? 0 : phrases.firstIndex { !stops.contains($0) } ?? 0
    let last = areAllCommon ? phrases.count - 1 : phrases.lastIndex { !stops.contains($0) } ?? 0
    guard first < last, !phrases[first..<last].contains(where: \.isPrefix) else {
      row = nil
      return
    }
    row = Phrase(phrases[first...last].flatMap(\.words), isPrefix: phrases[last].isPrefix)
  }
}
