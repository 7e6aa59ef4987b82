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

  /// Whether nothing is to be folded but case, as in most names: one space of ASCII between words, and
  /// no other white space.
  private static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var isAfterSpace = true
    for (at, byte) in name.enumerated() {
      switch byte {
      case 0x20 where isAfterSpace: return false
      case 0x20...0x7E: isAfterSpace = byte == 0x20
      // A mark behind a space is part of it; the first bytes of white space beyond ASCII.
      case 0x80... where isAfterSpace && at > 0, 0xC2, 0xE1, 0xE2: return false
      case 0xE3 where name[at + 1] == 0x80: return false
      case 0x80...: isAfterSpace = false
      default: return false
      }
    }
    return !isAfterSpace
  }
}
