/// What makes two spellings of a name the same speaker: case and runs of white space do not count.
package struct SpeakerKey: Hashable, Sendable, Codable {
  /// The folded name.
  package let text: String

  /// The key of `name`; punctuation and diacritics count, so that no two people are merged by
  /// accident.
  package init(_ name: String) {
    var folded = name.lowercased()
    text =
      folded.withUTF8(SpeakerKey.isPlain)
      ? folded : folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether nothing is to be folded but case, as in most names: one space of ASCII between words.
  private static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var isAfterSpace = true
    for byte in name {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || !isAfterSpace else { return false }
      isAfterSpace = byte == 0x20
    }
    return !isAfterSpace
  }
}
