/// What makes two spellings of a name the same speaker: case and runs of white space do not count.
package struct SpeakerKey: Hashable, Sendable, Codable {
  /// The folded name.
  package let text: String

  /// The key of `name`; punctuation and diacritics count, so that no two people are merged by
  /// accident.
  package init(_ name: String) {
    let folded = name.lowercased()
    // Most names have nothing to fold but their case.
    let isPlain = folded.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    text =
      isPlain ? folded : folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
