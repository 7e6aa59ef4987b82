/// The least thing that can be looked for: one word, several in a row, or the beginning of one.
package struct Phrase: Hashable, Sendable {
  /// The words as typed, in order, at least one; each holds a letter or digit and no punctuation.
  package var words: [String]

  /// Whether the last word is only the beginning of a word.
  package var isPrefix: Bool

  /// A phrase of the words named.
  package init(_ words: [String], isPrefix: Bool = false) {
    self.words = words
    self.isPrefix = isPrefix
  }

  /// The words with one space between them.
  package var text: String { words.joined(separator: " ") }
}
