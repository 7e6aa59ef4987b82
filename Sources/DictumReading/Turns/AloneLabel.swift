import DictumModel

/// A speaker's name alone on the first line of a paragraph and without any mark, with what is said
/// below it, as pages are copied.
///
///     Ada Okafor
///
///     text
///
///     Ada Okafor
///     text
///
///     Ada Okafor
///     (00:01:23) text            a time, be it a link, before the words
///
/// A title looks the same; `LabelProof` tells them apart.
enum AloneLabel {
  /// The most bytes of such a line.
  static let longest = 40

  /// The shape that `line` is as a whole.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) -> LabelShape? {
    guard (2...longest).contains(line.count) else { return nil }
    var words = 1
    for at in line.start..<line.end {
      switch bytes[at] {
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: break
      case 0x20: words += 1
      case 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "'"),
        UInt8(ascii: "."):
        guard at > line.start else { return nil }
      default: return nil
      }
    }
    guard words <= 4, bytes[line.end - 1] != UInt8(ascii: ".") else { return nil }
    return LabelShape(
      form: .alone, words: line, time: nil, contentStart: line.end, hasColon: false,
      allowLowercase: words == 1)
  }

  /// Takes the time that the line below the name begins with; whether there is one.
  static func takeTime(_ shape: inout LabelShape, _ bytes: [UInt8], on next: ByteSpan) -> Bool {
    var scanner = ByteScanner(bytes, next)
    guard let time = scanner.markedTime() else { return false }
    scanner.skipSpaces()
    shape.time = time
    shape.contentStart = scanner.position
    return true
  }
}
