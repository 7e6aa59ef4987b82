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
///     Ada Okafor (Ashford) (Lab)         a party or a place, as parliaments print it
///     The Minister for Moss (Bram Visser)
///
/// A title looks the same; `LabelProof` tells them apart.
enum AloneLabel {
  /// The most bytes of such a line, without what stands in brackets and with it.
  private static let longest = (bare: 40, remarked: 110)

  /// The shape that `line` is as a whole.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) -> LabelShape? {
    if line.count > 2, bytes[line.end - 1] == UInt8(ascii: ")") {
      return remarked(bytes, line)
    }
    return bare(bytes, line)
  }

  /// The shape of a name with a remark in brackets behind it.
  private static func remarked(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan
  ) -> LabelShape? {
    guard line.count <= longest.remarked,
      let open = bytes.firstIndex(of: UInt8(ascii: "("), from: line.start, to: line.end),
      open > line.start + 1, bytes[open - 1] == 0x20,
      !bytes[open..<line.end].contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    let last = bytes[..<(line.end - 1)].lastIndex(of: UInt8(ascii: "(")) ?? open
    let name = OfficeLabel.name(
      ByteSpan(line.start, open - 1), ByteSpan(last + 1, line.end - 1), bytes)
    guard var shape = bare(bytes, name) else { return nil }
    shape.contentStart = line.end
    shape.hasRemark = true
    shape.allowLowercase = false
    return shape
  }

  /// The shape of a name that `line` is as a whole.
  private static func bare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan
  ) -> LabelShape? {
    guard (2...longest.bare).contains(line.count) else { return nil }
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
