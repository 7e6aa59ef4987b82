/// The tag `#claim` in running prose.
enum ClaimTag {
  private static let tag = "#claim"

  /// Where the tag stands in `text`: a word of its own.
  static func range(in text: String) -> Range<String.Index>? {
    var from = text.startIndex
    while let range = text[from...].firstRange(of: tag) {
      let isStart =
        range.lowerBound == text.startIndex
        || text[text.index(before: range.lowerBound)].isWhitespace
      let isEnd = range.upperBound == text.endIndex || text[range.upperBound].isWhitespace
      if isStart, isEnd { return range }
      from = range.upperBound
    }
    return nil
  }

  /// The sentence that ends where the text does: the claim of a tagged paragraph.
  ///
  /// A sentence begins after `.`, `!` or `?`, white space, and then a letter that is not small.
  static func lastSentence(of text: String) -> String {
    let characters = Array(text.trimmingSpaces)
    var at = characters.count - 2
    while at > 1 {
      if !characters[at].isLowercase, !characters[at].isWhitespace, characters[at - 1].isWhitespace,
        let stop = characters[..<(at - 1)].last(where: { !"”\")’".contains($0) }),
        ".!?".contains(stop)
      {
        return String(characters[at...])
      }
      at -= 1
    }
    return String(characters)
  }
}
