import DictumModel

extension StringProtocol {
  /// The words with one space between them and none at the ends.
  var onOneLine: String { onOneLine(lowercased: false) }

  /// The same with the letters of ASCII in small, if so asked.
  func onOneLine(lowercased: Bool) -> String {
    var text = String(self)
    let folded: String? = text.withUTF8 { bytes in
      if !lowercased, WhiteSpace.isFolded(bytes) { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { line in
        guard let start = line.baseAddress else { return 0 }
        return WhiteSpace.fold(bytes, into: start, lowercased: lowercased)
      }
    }
    return folded ?? text
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
    return text.pieces(spans)
  }
}

extension Substring {
  /// The pieces at some offsets of bytes, each the beginning of a character.
  fileprivate func pieces(_ spans: [Range<Int>]) -> [Substring] {
    spans.map { span in
      let start = utf8.index(startIndex, offsetBy: span.lowerBound)
      return self[start..<utf8.index(start, offsetBy: span.count)]
    }
  }
}

extension String {
  /// The pieces between line feeds.
  var lines: [Substring] {
    var text = self
    let spans = text.withUTF8 { bytes in
      var spans: [Range<Int>] = []
      var start = 0
      while let end = bytes.firstIndex(of: 0x0A, from: start) {
        spans.append(start..<end)
        start = end + 1
      }
      spans.append(start..<bytes.count)
      return spans
    }
    return text[...].pieces(spans)
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

  /// Whether the bytes are ASCII with one space between words and none at the ends.
  static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isAfterSpace = true
    for byte in bytes {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || !isAfterSpace else { return false }
      isAfterSpace = byte == 0x20
    }
    return !isAfterSpace || bytes.isEmpty
  }

  /// Writes `bytes` to `line`, which has room for as many, with one space between words and none at
  /// the ends; with the letters of ASCII in small, if so asked.
  ///
  /// No table of Unicode is consulted. Returns how many bytes were written.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into line: UnsafeMutablePointer<UInt8>, lowercased: Bool
  ) -> Int {
    var length = 0
    var at = 0
    // A space that was written last is taken back if no word follows.
    var isAfterSpace = true
    while at < bytes.count {
      // One character, and those after it that no block can begin with.
      repeat {
        let space = WhiteSpace.length(bytes, at)
        let byte = space > 0 ? 0x20 : bytes[at]
        at += space > 0 ? space : 1
        if space > 0, isAfterSpace { continue }
        line[length] = lowercased && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        length += 1
        isAfterSpace = space > 0
      } while at < bytes.count
        && (at + 16 > bytes.count || (isAfterSpace ? bytes[at] <= 0x20 : bytes[at] & 0xC0 == 0x80))
      let run = foldBlocks(bytes, from: at, into: line + length, lowercased: lowercased)
      at += run
      length += run
      isAfterSpace = length == 0 || line[length - 1] == 0x20
    }
    return isAfterSpace && length > 0 ? length - 1 : length
  }

  /// Writes the bytes from `start` on, after the first, as long as they keep their places, sixteen at
  /// a time; returns how many.
  @inline(__always)
  private static func foldBlocks(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into line: UnsafeMutablePointer<UInt8>,
    lowercased: Bool
  ) -> Int {
    let count = bytes.count - start
    guard let text = bytes.baseAddress.map({ UnsafeRawPointer($0 + start) }), count >= 16 else {
      return 0
    }
    let last = count &- 16
    var at = 0
    while at < last {
      if let place = foldBlock(text + at, into: line + at, lowercased: lowercased) {
        return at + place
      }
      at &+= 16
    }
    // The last block has bytes again of the one before.
    let place = foldBlock(text + last, into: line + last, lowercased: lowercased)
    return place.map { last + $0 } ?? count
  }

  /// Writes the sixteen bytes at `text`, before which stands another; returns the first place from
  /// which on they do not keep theirs.
  @inline(__always)
  private static func foldBlock(
    _ text: UnsafeRawPointer, into line: UnsafeMutablePointer<UInt8>, lowercased: Bool
  ) -> Int? {
    let block = text.loadUnaligned(as: ByteBlock.self)
    let previous = (text - 1).loadUnaligned(as: ByteBlock.self)
    (lowercased ? block.withSpaces.lowercased : block.withSpaces).store(to: line)
    guard block.unfoldedOrOther(after: previous).first != nil else { return nil }
    return block.unfolded(after: previous).first
  }
}

extension ByteBlock {
  /// With control characters, among which are line feeds, as spaces.
  @inline(__always)
  fileprivate var withSpaces: ByteBlock {
    let spaces = ByteBlock(repeating: 0x20)
    return replacing(with: spaces, where: self .< spaces)
  }

  /// With the letters of ASCII in small.
  @inline(__always)
  fileprivate var lowercased: ByteBlock {
    replacing(with: self | ByteBlock(repeating: 0x20), where: places(from: 0x41, count: 26))
  }

  /// Where white space may stand that is no single space or line feed; `previous` is the block one
  /// byte before.
  @inline(__always)
  fileprivate func unfolded(after previous: ByteBlock) -> Places {
    let again = places(from: 0, count: 0x21) .& previous.places(from: 0, count: 0x21)
    let controls = places(from: 0, count: 0x20) .^ places(of: 0x0A)
    // The first bytes of white space beyond ASCII.
    let others = places(of: 0xC2) .| places(from: 0xE1, count: 3)
    return again .| controls .| others
  }

  /// The same, or any byte beyond ASCII; asked first, because it costs half as much.
  @inline(__always)
  fileprivate func unfoldedOrOther(after previous: ByteBlock) -> Places {
    // What is beyond ASCII has a sign.
    let (block, before) = (
      unsafeBitCast(self, to: SIMD16<Int8>.self), unsafeBitCast(previous, to: SIMD16<Int8>.self)
    )
    let spaces = SIMD16<Int8>(repeating: 0x20)
    let again = .!((block .> spaces) .| (before .> spaces))
    return again .| ((spaces .> block) .& .!places(of: 0x0A))
  }

  fileprivate func store(to pointer: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: ByteBlock.self)
  }
}
