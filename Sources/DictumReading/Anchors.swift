import DictumModel

/// The anchors of passages without an id of their author's: `p-` and eight letters or digits.
///
/// An anchor is made from the words and from how many passages with the same words come before it,
/// not from its place: it survives edits elsewhere in the file. Letters are those of Crockford's
/// base 32, which has no `i`, `l`, `o` and `u`, so forty bits can be read aloud.
struct Anchors {
  /// For the anchor of each text's first occurrence, how many came before; for an anchor in use that
  /// is no text's first, 0.
  private var occurrences: HashCounts

  /// Room for the folded words of a passage, and how many bytes of it they take.
  private var room: [UInt8] = []
  private var length = 0

  /// Anchors for about `count` passages of one source.
  init(count: Int = 0) {
    occurrences = HashCounts(count: count)
  }

  /// The anchor for the next passage with these words; white space and the case of ASCII letters do
  /// not count.
  ///
  /// Other letters are taken as they are: an anchor must not change with a new version of Unicode.
  mutating func anchor(for text: String) -> String {
    fold(text)
    let first = hash(0)
    guard let before = occurrences.update(first, to: 1) else {
      return Anchors.name(of: first)
    }
    var occurrence = max(before, 1)
    var anchor = hash(occurrence)
    while occurrences[anchor] != nil {
      occurrence += 1
      anchor = hash(occurrence)
    }
    occurrences.update(anchor, to: 0)
    occurrences.update(first, to: occurrence + 1)
    return Anchors.name(of: anchor)
  }

  private mutating func fold(_ text: String) {
    text.utf8.withBytes { bytes in
      if room.count < bytes.count {
        room = Array(repeating: 0, count: max(1_000, 2 * bytes.count))
      }
      length = room.withUnsafeMutableBufferPointer { line in
        line.baseAddress.map { WhiteSpace.fold(bytes, into: $0, lowercased: true) } ?? 0
      }
    }
  }

  /// The first forty bits of the XXH64 of the words, seeded with the occurrence.
  private func hash(_ occurrence: Int) -> UInt64 {
    room.withUnsafeBytes { room in
      XXHash64.hash(
        UnsafeRawBufferPointer(rebasing: room[..<length]), seed: UInt64(occurrence)) >> 24
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
