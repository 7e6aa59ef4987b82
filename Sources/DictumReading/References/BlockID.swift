/// A block id as Obsidian writes it: `^id` after white space at the end of a block, or alone.
enum BlockID {
  /// A text without the id at its end, and the id; the text as it is, and `nil`, without one.
  ///
  /// The id is a letter, then letters, digits, `-` or `_`; or it begins with a digit, as half of those
  /// that Obsidian makes do, and has six characters or more. So neither `10^6`, nor a power ` ^2`,
  /// nor a superscript `^x^` is one.
  static func split(_ text: String) -> (text: String, id: String?) {
    guard let id = text.utf8.withBytes(range) else { return (text, nil) }
    return text.utf8.withBytes { bytes in
      var textEnd = id.lowerBound - 1
      while textEnd > 0, isSpace(bytes[textEnd - 1]) { textEnd -= 1 }
      return (
        String(decoding: bytes[..<textEnd], as: UTF8.self),
        String(decoding: bytes[id], as: UTF8.self)
      )
    }
  }

  /// Where the id stands at the end of a text, if there is one.
  private static func range(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var end = bytes.count
    while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, isIDByte(bytes[start - 1]) { start -= 1 }
    guard start > 0, start < end, bytes[start - 1] == UInt8(ascii: "^"),
      isLetter(bytes[start]) || (isDigit(bytes[start]) && end - start >= 6),
      start == 1 || isSpace(bytes[start - 2])
    else { return nil }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
}
