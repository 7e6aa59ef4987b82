import Crypto
import DictumModel

/// The anchors of passages without an id of their author's: `p-` and eight letters or digits.
///
/// An anchor is made from the words and from how many passages with the same words come before it,
/// not from its place: it survives edits elsewhere in the file. Letters are those of Crockford's
/// base 32, which has no `i`, `l`, `o` and `u`, so forty bits can be read aloud.
struct Anchors {
  /// For the anchor of each text's first occurrence, how many came before.
  private var occurrences: [String: Int] = [:]
  private var used: Set<String> = []

  /// The anchor for the next passage with these words; case and white space do not count.
  mutating func anchor(for text: String) -> String {
    let words = text.lowercased().onOneLine
    let first = Anchors.hash(words, 0)
    var occurrence = occurrences[first, default: 0]
    var anchor = occurrence == 0 ? first : Anchors.hash(words, occurrence)
    while !used.insert(anchor).inserted {
      occurrence += 1
      anchor = Anchors.hash(words, occurrence)
    }
    occurrences[first] = occurrence + 1
    return anchor
  }

  private static func hash(_ words: String, _ occurrence: Int) -> String {
    var hasher = SHA256()
    hasher.update(data: Array(words.utf8))
    hasher.update(data: [0] + Array(String(occurrence).utf8))
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var bits: UInt64 = 0
    for byte in hasher.finalize().prefix(5) { bits = bits << 8 | UInt64(byte) }
    let name = (0..<8).map { letters[Int(bits >> (35 - 5 * UInt64($0)) & 31)] }
    return "p-" + String(decoding: name, as: UTF8.self)
  }
}
