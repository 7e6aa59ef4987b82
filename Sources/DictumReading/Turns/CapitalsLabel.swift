import DictumModel

/// A speaker's name in capitals and a full stop, as plays and parliaments print it.
///
///     HAMLET. text
///     HAMLET.                        with the text on the next line
///     Mr. SMITH of Texas. text
///     The SPEAKER pro tempore. text
///     Mr. TRAFICANT (during the reading). text
///     HAMLET [aside]. text
///     La señora PRESIDENTA: text     an article, a word of address, and a colon for the full stop
enum CapitalsLabel {
  /// The most bytes before the full stop.
  private static let longest = 60

  /// The shape at the head of `line`, the first of its paragraph or one below another label.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) -> LabelShape? {
    guard line.start < line.end, (0x41...0x5A).contains(bytes[line.start]) else { return nil }
    let hasArticle = line.count > 3 && bytes[line.start + 2] == 0x20
    guard hasArticle || bytes.hasFullStop(in: line, after: longest) else { return nil }
    var hasCapitals = false
    var words = 1
    var wordStart = line.start
    // Where a stage direction in square brackets begins.
    var direction: Int?
    var at = line.start
    while at < line.end, at - line.start <= longest {
      switch bytes[at] {
      case 0x20:
        hasCapitals = hasCapitals || isCapitals(bytes[wordStart..<at])
        words += 1
        wordStart = at + 1
        if at + 1 < line.end, bytes[at + 1] == UInt8(ascii: "[") { direction = direction ?? at }
      case UInt8(ascii: "."):
        let isEnd = at + 1 == line.end || bytes[at + 1] == 0x20
        let isRemark = at > wordStart && isBracket(bytes[at - 1])
        if isEnd, hasCapitals || isRemark || isCapitals(bytes[wordStart..<at]) {
          guard hasCapitals || !isRemark else { return nil }
          var label = LabelShape.ended(
            .capitals, ByteSpan(line.start, at), in: line, of: bytes, allowLowercase: true)
          if let direction { label.words = ByteSpan(line.start, direction) }
          return label
        }
        // A title such as `Mr.`; a longer word that a full stop ends is a sentence's last.
        guard isEnd, at - wordStart <= 4 else { return nil }
      case UInt8(ascii: ":"):
        guard hasArticle, words > 2, isCapitals(bytes[wordStart..<at]),
          at + 1 == line.end || bytes[at + 1] == 0x20
        else { return nil }
        return .ended(
          .capitals, ByteSpan(line.start, at), in: line, of: bytes, allowLowercase: true)
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "'"), UInt8(ascii: "-"),
        UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: "]"):
        // Prose is given up on at its third word, unless a name in capitals came before.
        if words > 2, !hasCapitals, !(0x41...0x5A).contains(bytes[wordStart]) { return nil }
        if words > 8 { return nil }
      default: return nil
      }
      at += 1
    }
    return nil
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  /// Whether the bytes are a word of three capitals or more.
  private static func isCapitals(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count > 2
      && word.allSatisfy { (0x41...0x5A).contains($0) || $0 >= 0x80 || $0 == 0x27 || $0 == 0x2D }
      && word.contains { $0 < 0x80 }
  }
}
