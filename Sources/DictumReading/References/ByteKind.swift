/// What bytes are letters, digits and words; beyond ASCII, punctuation is told by its lead byte.
enum ByteKind {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  static func isASCIIWord(_ byte: UInt8) -> Bool {
    byte < 0x80 && (isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_"))
  }

  /// A letter, any byte beyond ASCII, a digit, `_` or `-`.
  static func isHandle(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// A letter, a digit or `_`; not the curly quotes and dashes of U+2000, which begin with 0xE2, nor
  /// wide punctuation, with 0xE3 or 0xEF.
  static func isWord(_ byte: UInt8) -> Bool {
    isASCIIWord(byte) || (byte >= 0x80 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF)
  }
}
