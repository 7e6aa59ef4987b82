/// What makes two spellings of a name the same speaker: case and runs of white space do not count.
package struct SpeakerKey: Hashable, Sendable, Codable {
  /// The folded name.
  package let text: String

  /// The key of `name`; punctuation and diacritics count, so that no two people are merged by
  /// accident.
  package init(_ name: String) {
    text = name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
