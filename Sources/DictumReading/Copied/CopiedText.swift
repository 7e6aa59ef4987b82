import DictumModel

/// Text as it is copied off a page.
enum CopiedText {
  /// The text without the marks that say in which direction letters run, which chats put around names
  /// and nobody sees.
  static func visible(_ text: String) -> String {
    // U+200E and U+200F, U+202A to U+202E, U+2066 to U+2069.
    guard text.utf8.withBytes({ $0.firstIndex(of: 0xE2, from: 0) != nil }) else { return text }
    let scalars = text.unicodeScalars.filter { scalar in
      !(0x200E...0x200F).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value)
        && !(0x2066...0x2069).contains(scalar.value)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The words between spaces and commas.
  static func words(_ text: some StringProtocol) -> [String] {
    String(text).utf8.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }.map { String(Substring($0)) }
  }

  /// Whether a line is a number alone, as pages count answers and votes: `12`, `1,203`, `4.2K`.
  static func isCount(_ text: String) -> Bool {
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","): continue
      case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return false }
      case UInt8(ascii: "K"), UInt8(ascii: "k"), UInt8(ascii: "M"):
        return digits > 0 && index + 1 == text.utf8.count
      default: return false
      }
    }
    return digits > 0 && text.utf8.count <= 8
  }

  /// Whether a line is a mark between what a page says of a comment: a point, a bar, a dash.
  static func isMark(_ text: String) -> Bool {
    ["•", "·", "—", "–", "-", "|", "∙", "⋅"].contains(text)
  }
}
