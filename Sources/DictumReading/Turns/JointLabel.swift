/// A label of several people who speak together.
///
///     DH/YK:
///     DH & YK:
///     Ada and Bram:
///     Ada und Bram:
enum JointLabel {
  /// The parts of a label's words; one when it is nobody's but one's.
  ///
  /// That they are people is for others to say: `Johnson & Johnson` has two parts too.
  static func parts(of words: String) -> [String] {
    guard mayBeJoined(words) else { return [words] }
    var parts: [String] = []
    var part: [Substring] = []
    for word in words.words {
      if word.utf8.count <= 3, joiners.contains(word.lowercased()) {
        parts.append(part.joined(separator: " "))
        part = []
        continue
      }
      guard mayJoin(word) else {
        part.append(word)
        continue
      }
      let pieces = word.split(omittingEmptySubsequences: false) { "/&+、".contains($0) }
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          parts.append(part.joined(separator: " "))
          part = []
        }
        if !piece.isEmpty { part.append(piece) }
      }
    }
    parts.append(part.joined(separator: " "))
    return parts.contains("") ? [words] : parts
  }

  /// Whether words may be those of several: some are as short as what joins, or have a sign in them.
  ///
  /// Others are returned as they are where one space parts them, and so is one word.
  private static func mayBeJoined(_ words: String) -> Bool {
    var length = 0
    for byte in words.utf8 {
      switch byte {
      case 0x20 where length > 3: length = 0
      case UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "+"): return true
      case 0x21...0x7E: length += 1
      default: return true
      }
    }
    return length <= 3 && length < words.utf8.count
  }

  /// Whether a sign that joins names may stand in a word.
  private static func mayJoin(_ word: Substring) -> Bool {
    word.utf8.contains { byte in
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+")
    } || word.utf8.holds("、")
  }

  private static let joiners: Set<String> = ["and", "&", "+", "/", "und", "et", "y", "e", "och"]
}
