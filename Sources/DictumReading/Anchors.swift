import Crypto
import DictumModel

/// The anchors of passages without an id of their author's: `p-` and eight letters or digits.
///
/// An anchor is made from the words and from how many passages with the same words come before it,
/// not from its place: it survives edits elsewhere in the file. Letters are those of Crockford's
/// base 32, which has no `i`, `l`, `o` and `u`, so forty bits can be read aloud.
struct Anchors {
  /// For the anchor of each text's first occurrence, how many came before.
  private var occurrences: [UInt64: Int] = [:]
  private var used: Set<UInt64> = []

  /// The anchor for the next passage with these words; white space and the case of ASCII letters do
  /// not count.
  ///
  /// Other letters are taken as they are: an anchor must not change with a new version of Unicode.
  mutating func anchor(for text: String) -> String {
    let words = text.onOneLine(lowercased: true)
    let first = Anchors.hash(words, 0)
    var occurrence = occurrences[first, default: 0]
    var anchor = occurrence == 0 ? first : Anchors.hash(words, occurrence)
    while !used.insert(anchor).inserted {
      occurrence += 1
      anchor = Anchors.hash(words, occurrence)
    }
    occurrences[first] = occurrence + 1
    return Anchors.name(of: anchor)
  }

  /// The first forty bits of the SHA-256 of the words, a NUL and the occurrence.
  private static func hash(_ words: String, _ occurrence: Int) -> UInt64 {
    var hasher = SHA256()
    var text = "\(words)\0\(occurrence)"
    text.withUTF8 { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return hasher.finalize().prefix(5).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func name(of bits: UInt64) -> String {
    let name = (0..<8).map { letters[Int(bits >> (35 - 5 * UInt64($0)) & 31)] }
    return "p-" + String(decoding: name, as: UTF8.self)
  }
}
