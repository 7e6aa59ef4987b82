import Crypto
import DictumModel

/// The anchors of passages without an id of their author's: `p-` and eight letters or digits.
///
/// An anchor is made from the words and from how many passages with the same words come before it,
/// not from its place: it survives edits elsewhere in the file. Letters are those of Crockford's
/// base 32, which has no `i`, `l`, `o` and `u`, so forty bits can be read aloud.
struct Anchors {
  /// For the anchor of each text's first occurrence, how many came before; for an anchor in use that
  /// is no text's first, 0.
  private var occurrences: [UInt64: Int] = [:]

  /// Room for the folded words of a passage, and how many bytes of it they take.
  private var room: [UInt8] = []
  private var length = 0

  /// The anchor for the next passage with these words; white space and the case of ASCII letters do
  /// not count.
  ///
  /// Other letters are taken as they are: an anchor must not change with a new version of Unicode.
  mutating func anchor(for text: String) -> String {
    fold(text)
    let first = hash(0)
    guard let before = occurrences[first] else {
      occurrences[first] = 1
      return Anchors.name(of: first)
    }
    var occurrence = max(before, 1)
    var anchor = hash(occurrence)
    while occurrences[anchor] != nil {
      occurrence += 1
      anchor = hash(occurrence)
    }
    occurrences[anchor] = 0
    occurrences[first] = occurrence + 1
    return Anchors.name(of: anchor)
  }

  private mutating func fold(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if room.count < bytes.count + Anchors.endingRoom {
        room = Array(repeating: 0, count: 2 * bytes.count + Anchors.endingRoom)
      }
      length = room.withUnsafeMutableBufferPointer { line in
        line.baseAddress.map { WhiteSpace.fold(bytes, into: $0, lowercased: true) } ?? 0
      }
    }
  }

  /// Room for a NUL and the digits of any number.
  private static let endingRoom = 24

  /// The first forty bits of the SHA-256 of the words, a NUL and the occurrence.
  private mutating func hash(_ occurrence: Int) -> UInt64 {
    room[length] = 0
    var end = length + 1
    for digit in String(occurrence).utf8 {
      room[end] = digit
      end += 1
    }
    var hasher = SHA256()
    room.withUnsafeBytes { room in
      hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: room[..<end]))
    }
    return hasher.finalize().withUnsafeBytes { digest in
      digest.prefix(5).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  private static let letters: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"

  private static func name(of bits: UInt64) -> String {
    String(unsafeUninitializedCapacity: 10) { name in
      name[0] = UInt8(ascii: "p")
      name[1] = UInt8(ascii: "-")
      for place in 0..<8 {
        name[2 + place] = letters.utf8Start[Int(bits >> (35 - 5 * UInt64(place)) & 31)]
      }
      return 10
    }
  }
}
