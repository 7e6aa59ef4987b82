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

  /// Anchors for about `count` passages of one source.
  init(count: Int = 0) {
    occurrences = HashCounts(count: count)
  }

  /// The anchor for the next passage with these words; white space and the case of ASCII letters do
  /// not count.
  ///
  /// Other letters are taken as they are: an anchor must not change with a new version of Unicode.
  mutating func anchor(for text: String) -> String {
    let first = Anchors.hash(of: text)
    return anchor(ofFirst: first) ?? anchor(for: text, first)
  }

  /// The anchor for the next passage, whose words have this hash; `nil` when it is another's already.
  mutating func anchor(ofFirst hash: UInt64) -> String? {
    occurrences.insert(hash, 1) ? Anchors.name(of: hash) : nil
  }

  /// The anchor for the next passage with these words, of whose hash another has made its own.
  mutating func anchor(for text: String, _ first: UInt64) -> String {
    var occurrence = max(occurrences[first] ?? 1, 1)
    var anchor = Anchors.hash(of: text, occurrence)
    while occurrences[anchor] != nil {
      occurrence += 1
      anchor = Anchors.hash(of: text, occurrence)
    }
    occurrences.update(anchor, to: 0)
    occurrences.update(first, to: occurrence + 1)
    return Anchors.name(of: anchor)
  }

  /// The first forty bits of the XXH64 of the words, seeded with the occurrence.
  static func hash(of text: String, _ occurrence: Int = 0) -> UInt64 {
    text.utf8.withBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { room in
        let length =
          room.baseAddress.map { WhiteSpace.fold(bytes, into: $0, lowercased: true) } ?? 0
        let words = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: room[..<length]))
        return XXHash64.hash(words, seed: UInt64(occurrence)) >> 24
      }
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
