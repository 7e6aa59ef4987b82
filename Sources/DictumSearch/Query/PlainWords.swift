/// The plain words of a ranked query, told apart into common and content words.
struct PlainWords {
  /// The words to rank by, repeats included; all of them when all are common.
  let content: [Phrase]

  /// The common words left out.
  let common: [Phrase]

  /// Whether there are only common words, which then are content.
  let areAllCommon: Bool

  /// How many words were typed.
  let count: Int

  /// The words in a row: of a short query all of them, since "free will" and "the will" are other
  /// things than "free" and "will"; of a longer one from the first to the last content word.
  ///
  /// Nil when that is no phrase, being one word or having a prefix before its end.
  let row: Phrase?

  /// A query of at most this many words is looked for whole.
  static let wholeRow = 4

  /// The words of a query in the order typed.
  init(_ phrases: [Phrase]) {
    let stops = StopWords(for: phrases)
    let content = phrases.filter { !stops.contains($0) }
    areAllCommon = content.isEmpty
    self.content = areAllCommon ? phrases : content
    common = areAllCommon ? [] : phrases.filter(stops.contains)
    count = phrases.count

    let isWhole = areAllCommon || phrases.count <= PlainWords.wholeRow
    let first = isWhole ? 0 : phrases.firstIndex { !stops.contains($0) } ?? 0
    let last = isWhole ? phrases.count - 1 : phrases.lastIndex { !stops.contains($0) } ?? 0
    guard first < last, !phrases[first..<last].contains(where: \.isPrefix) else {
      row = nil
      return
    }
    row = Phrase(phrases[first...last].flatMap(\.words), isPrefix: phrases[last].isPrefix)
  }
}
