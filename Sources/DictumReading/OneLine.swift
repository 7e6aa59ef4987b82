extension StringProtocol {
  /// The words with one space between them and none at the ends.
  var onOneLine: String { onOneLine(lowercased: false) }

  /// The same with the letters of ASCII in small, if so asked.
  func onOneLine(lowercased: Bool) -> String {
    var text = String(self)
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { line in
        guard let start = line.baseAddress else { return 0 }
        return WhiteSpace.fold(bytes, into: start, lowercased: lowercased)
      }
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The pieces between white space.
  var words: [Substring] {
    var text = self[...]
    let spans = text.withUTF8 { bytes in
      var spans: [Range<Int>] = []
      var start = 0
      var at = 0
      while at < bytes.count {
        let space = WhiteSpace.length(bytes, at)
        if space > 0, at > start { spans.append(start..<at) }
        at += space > 0 ? space : 1
        if space > 0 { start = at }
      }
      if at > start { spans.append(start..<at) }
      return spans
    }
    let utf8 = text.utf8
    return spans.map { span in
      let start = utf8.index(utf8.startIndex, offsetBy: span.lowerBound)
      return text[start..<utf8.index(start, offsetBy: span.count)]
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

  /// Writes `bytes` to `line`, which has room for as many, with one space between words and none at
  /// the ends; with the letters of ASCII in small, if so asked.
  ///
  /// No table of Unicode is consulted. Returns how many bytes were written.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into line: UnsafeMutablePointer<UInt8>, lowercased: Bool
  ) -> Int {
    guard let first = bytes.baseAddress else { return 0 }
    var length = 0
    var at = 0
    // A space that was written last is taken back if no word follows.
    var isAfterSpace = true
    while at < bytes.count {
      if at + 8 <= bytes.count {
        let plain = PlainBytes(first + at, isAfterSpace: isAfterSpace)
        plain.store(to: line + length, lowercased: lowercased)
        if plain.isWhole {
          // The processor need not wait for a count before it goes on.
          at += 8
          length += 8
          isAfterSpace = plain.endsWithSpace(8)
          continue
        }
        let count = plain.count
        at += count
        length += count
        if count > 0 { isAfterSpace = plain.endsWithSpace(count) }
      }
      // One byte of ASCII, or characters beyond it as long as they come.
      repeat {
        let space = WhiteSpace.length(bytes, at)
        let byte = space > 0 ? 0x20 : bytes[at]
        at += space > 0 ? space : 1
        if space > 0, isAfterSpace { continue }
        line[length] = lowercased && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        length += 1
        isAfterSpace = space > 0
      } while at < bytes.count && bytes[at] >= 0x80
    }
    return isAfterSpace && length > 0 ? length - 1 : length
  }
}

/// The first of eight bytes that are plain text, in a register: printable ASCII and line feeds, which
/// become spaces, with no space after another.
private struct PlainBytes {
  private var word: UInt64

  /// The high bits of the spaces, and of the bytes that are not plain.
  private let spaces: UInt64
  private let others: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The bytes at `pointer`; `isAfterSpace` says whether a space comes before them.
  ///
  /// A byte beyond ASCII carries into those after it, which do not count then.
  @inline(__always)
  init(_ pointer: UnsafePointer<UInt8>, isAfterSpace: Bool) {
    word = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    word ^= (Self.places(of: 0x0A, in: word) >> 7) &* (0x0A ^ 0x20)
    spaces = Self.places(of: 0x20, in: word)
    let before: UInt64 = isAfterSpace ? 0x80 : 0
    // Adding 0x60 sets the high bit of every byte from 0x20 to 0x7F.
    others =
      (word | ~(word &+ Self.ones &* 0x60) | spaces & (spaces << 8 | before)) & Self.high
  }

  /// Whether all eight are plain.
  var isWhole: Bool { others == 0 }

  /// How many are plain.
  var count: Int { others.trailingZeroBitCount / 8 }

  /// Whether the last of the first `count` bytes, one or more, is a space.
  func endsWithSpace(_ count: Int) -> Bool { spaces >> (8 * count - 1) & 1 == 1 }

  /// The high bits of the bytes that are `byte`; of ASCII alone.
  private static func places(of byte: UInt64, in word: UInt64) -> UInt64 {
    // They differ from it in no bit; seven bits and 0x7F carry into the high one.
    ~((word ^ (ones &* byte)) &+ ones &* 0x7F) & high
  }

  /// Writes all eight bytes, the letters of ASCII in small if so asked.
  @inline(__always)
  func store(to pointer: UnsafeMutablePointer<UInt8>, lowercased: Bool) {
    var word = word
    if lowercased {
      let fromA = word &+ Self.ones &* (0x80 - 0x41)
      let pastZ = word &+ Self.ones &* (0x80 - 0x5B)
      word |= (fromA & ~pastZ & Self.high) >> 2
    }
    UnsafeMutableRawPointer(pointer).storeBytes(of: word.littleEndian, as: UInt64.self)
  }
}
