import DictumModel

/// A short stretch of source as words: on one line and without the markup that prose has most.
enum PlainWords {
  /// The words in the bytes of `span`: no emphasis, no tags, no destinations of links, no marks of a
  /// block quote.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) -> String {
    // Most are one word.
    if bytes[span.range].allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) {
      return String(decoding: bytes[span.range], as: UTF8.self)
    }
    var words: [UInt8] = []
    words.reserveCapacity(span.count)
    var at = span.start
    var isLineStart = false
    while at < span.end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "`"): break
      case UInt8(ascii: "_") where !isInWord(bytes, at, span): break
      case UInt8(ascii: "~") where at + 1 < span.end && bytes[at + 1] == byte: at += 1
      case UInt8(ascii: "\\") where at + 1 < span.end && isPunctuation(bytes[at + 1]): break
      case UInt8(ascii: ">") where isLineStart: break
      case UInt8(ascii: "["), UInt8(ascii: "!"):
        let isLink = byte == UInt8(ascii: "[") && closesAsLink(bytes, at, span)
        if !isLink { words.append(byte) }
      case UInt8(ascii: "]") where at + 1 < span.end && bytes[at + 1] == UInt8(ascii: "("):
        if let close = find(UInt8(ascii: ")"), bytes, at + 2, span.end) {
          at = close
        } else {
          words.append(byte)
        }
      case UInt8(ascii: "<")
      where at + 1 < span.end
        && (bytes[at + 1] == UInt8(ascii: "/")
          || (0x61...0x7A).contains(bytes[at + 1] | 0x20)):
        if let close = find(UInt8(ascii: ">"), bytes, at + 1, span.end) {
          at = close
        } else {
          words.append(byte)
        }
      default: words.append(byte)
      }
      isLineStart = byte == 0x0A || (isLineStart && byte == 0x20)
      at += 1
    }
    return String(decoding: words, as: UTF8.self).onOneLine
  }

  private static func find(
    _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var at = start
    while at < min(end, start + 1_000) {
      if bytes[at] == byte { return at }
      at += 1
    }
    return nil
  }

  private static func closesAsLink(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ span: ByteSpan
  ) -> Bool {
    guard let close = find(UInt8(ascii: "]"), bytes, at + 1, span.end) else { return false }
    return close + 1 < span.end && bytes[close + 1] == UInt8(ascii: "(")
  }

  private static func isInWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ span: ByteSpan
  ) -> Bool {
    at > span.start && at + 1 < span.end && SentenceCursor.isLetter(bytes[at - 1])
      && SentenceCursor.isLetter(bytes[at + 1])
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
