/// The parts of a quotation between what it leaves out: `[...]`, `[…]`, `…`, `...`.
enum QuotedParts {
  /// How many words each part of `text` has, in order; parts without words are left out.
  static func wordCounts(_ text: String) -> [Int] {
    guard text.utf8.holds("...") || text.utf8.holds("…") else {
      return [WordStream(text: text).words.count]
    }
    return text.replacing("...", with: "…").split(separator: "…")
      .map { WordStream(text: String($0)).words.count }.filter { $0 > 0 }
  }
}
