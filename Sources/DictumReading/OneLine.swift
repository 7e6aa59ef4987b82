extension StringProtocol {
  /// The words with one space between them and none at the ends.
  var onOneLine: String { onOneLine(lowercased: false) }

  /// The same with the letters of ASCII in small, if so asked; no table of Unicode is consulted.
  func onOneLine(lowercased: Bool) -> String {
    var text = String(self)
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { line in
        var length = 0
        var at = 0
        while at < bytes.count {
          var end = at
          while end < bytes.count, WhiteSpace.length(bytes, end) == 0 { end += 1 }
          if end > at {
            if length > 0 {
              line[length] = 0x20
              length += 1
            }
            for byte in bytes[at..<end] {
              line[length] = lowercased && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
              length += 1
            }
          }
          at = end + (end < bytes.count ? WhiteSpace.length(bytes, end) : 0)
        }
        return length
      }
    }
  }
}

extension String {
  /// The pieces between line feeds.
  var lines: [Substring] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
  }
}

/// White space in bytes of UTF-8: the code points with the property `White_Space` of Unicode.
enum WhiteSpace {
  /// The bytes of the white space that begins at `at`; 0 when none does.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    switch byte {
    case 0xC2:  // U+0085, U+00A0
      return at + 1 < bytes.count && (bytes[at + 1] == 0x85 || bytes[at + 1] == 0xA0) ? 2 : 0
    case 0xE1, 0xE2, 0xE3:
      guard at + 2 < bytes.count else { return 0 }
      switch (byte, bytes[at + 1], bytes[at + 2]) {
      case (0xE1, 0x9A, 0x80),  // U+1680
        (0xE2, 0x80, 0x80...0x8A),  // U+2000 to U+200A
        (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),  // U+2028, U+2029, U+202F
        (0xE2, 0x81, 0x9F),  // U+205F
        (0xE3, 0x80, 0x80):  // U+3000
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
