/// A first look at headings: whether two of them may be labels of one name, told from their bytes.
///
/// Where none comes twice, no heading is a label, and none of their words need be read.
struct HeadingNames {
  /// Whether a name may have come twice, or be one of those known before.
  private(set) var mayRepeat = false

  private var seen: Set<UInt64>

  /// A look that knows some names, folded.
  init(known: [String]) {
    seen = Set(known.lazy.compactMap(HeadingNames.hash))
  }

  /// Adds the words of a heading.
  mutating func add(_ text: String) {
    guard !mayRepeat, !HeadingNames.isNumbered(text) else { return }
    guard let hash = HeadingNames.hash(text) else {
      mayRepeat = true
      return
    }
    if !seen.insert(hash).inserted { mayRepeat = true }
  }

  /// Whether a number stands before the words, which is no time: then they are nobody's label.
  private static func isNumbered(_ text: String) -> Bool {
    let rest = text.utf8.drop { (0x30...0x39).contains($0) }
    return rest.startIndex > text.startIndex && rest.first != UInt8(ascii: ":")
  }

  /// A hash that is the same for all headings that are labels of one name; `nil` when the words need
  /// a closer look.
  ///
  /// A name ends where a colon, a bracket, a mark or a time may; its case, its white space and what
  /// is not ASCII in it do not count.
  private static func hash(_ text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, first >= 0x3F, first != UInt8(ascii: "[") else { return nil }
      // FNV-1a.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      scan: for (at, byte) in bytes.enumerated() {
        switch byte {
        case 0x30...0x39, UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "["),
          UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"), 0xEF:
          break scan
        case 0...0x20: break
        case 0x80...:
          // The signs of Kelvin and Angstrom and the dotted capital I, small, are letters of ASCII.
          let next = at + 1 < bytes.count ? bytes[at + 1] : 0
          if byte == 0xE2 && next == 0x84 || byte == 0xC4 && next == 0xB0 { return nil }
        default:
          let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          hash = (hash ^ UInt64(small)) &* 0x100_0000_01B3
        }
      }
      return hash
    }
  }
}
