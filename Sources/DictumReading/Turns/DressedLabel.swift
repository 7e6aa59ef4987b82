import DictumModel

/// A speaker's name in a dress that `MarkedLabel` does not know, with a colon or what does for one.
///
///     ***Ada Okafor***: text          ***Ada Okafor:*** text
///     <b>Ada Okafor:</b> text         <strong>Ada Okafor</strong>: text
///     [Ada Okafor]: text              [**Ada:**](https://…) text
///     [[people/ada|Ada Okafor]]: text
///     `Ada Okafor`: text
///     »Ada Okafor«: text
///     — Ada Okafor: text              🎙 **Ada Okafor:** text
///     [12] Ada Okafor: text           (12) ADA: text
///     >> Ada Okafor: text             in plain text, where captions mark a new voice so
///
///     [Ada Okafor] text               brackets do for the colon
///     **Ada Okafor** — text           and so does a dash
///     **Ada Okafor.** text            and a full stop, or both
///     **Ada Okafor**.- text
enum DressedLabel {
  private static let openings: [[UInt8]] = [
    "<p>", "<b>", "<i>", "<strong>", "<em>", "<u>", "***", "**", "*", "__", "_", "[[", "[", "`",
    "»", "«", "„", "“", "‹", "›",
  ].map { Array($0.utf8) }

  private static let closings: [[UInt8]] = [
    "</p>", "</b>", "</i>", "</strong>", "</em>", "</u>", "*", "_", "]", "`", "«", "»", "“", "”",
    "›", "‹",
  ].map { Array($0.utf8) }

  /// Skips one of `marks`, openings or closings; whether there was one.
  private static func skip(_ marks: [[UInt8]], _ scanner: inout ByteScanner) -> Bool {
    switch scanner.current {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "`"), 0xC2, 0xE2:
      marks.contains { scanner.skip($0) }
    default: false
    }
  }

  /// Whether a label of this form can begin with `byte`.
  static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"), UInt8(ascii: "["),
      UInt8(ascii: "`"), UInt8(ascii: "("), UInt8(ascii: ">"), 0xC2, 0xE2, 0xF0:
      true
    default: false
    }
  }

  /// The shape at the head of `line`.
  static func shape(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    var scanner = ByteScanner(bytes, line)
    let isLed = skipLead(&scanner)
    scanner.skipSpaces()
    var time = scanner.leadingTime()
    var isWrapped = false
    var isBracketed = false
    while skip(openings, &scanner) {
      isWrapped = true
      isBracketed = isBracketed || scanner.bytes[scanner.position - 1] == UInt8(ascii: "[")
    }
    guard isWrapped || isLed, let words = words(&scanner) else { return nil }
    var hasColon = false
    var hasStop = scanner.current == UInt8(ascii: ".")
    if hasStop { scanner.advance() }
    while true {
      if skip(closings, &scanner) {
        skipDestination(&scanner)
      } else if !hasColon, scanner.skipColon() {
        hasColon = true
      } else if time == nil, let found = spacedTime(&scanner) {
        time = found
      } else {
        break
      }
    }
    if !hasStop, !hasColon { _ = scanner.skip(".") }
    hasStop = hasStop && scanner.isAtSpace
    scanner.skipSpaces()
    let hasDash = !hasColon && DashedLabel.skipDash(&scanner)
    let form: SpeakerLabel.Form? =
      hasColon
      ? .dressed : hasDash ? .dashed : hasStop ? .dotted : isBracketed ? .bracketed : nil
    guard let form, !scanner.isAtEnd || hasColon else { return nil }
    return LabelShape(
      form: form, words: words, time: time, contentStart: scanner.position, hasColon: hasColon,
      allowLowercase: false)
  }

  /// Skips a dash, a picture or the turn's number before the label; whether there was one.
  private static func skipLead(_ scanner: inout ByteScanner) -> Bool {
    if scanner.skip("— ") || scanner.skip("– ") || scanner.skip(">> ") || scanner.skip(">>> ") {
      return true
    }
    if skipNumber(&scanner) { return true }
    let start = scanner.position
    // Pictures lie in the planes behind U+10000, and may have joiners and selectors behind them.
    while let byte = scanner.current, byte >= 0x80, scanner.position - start < 32 {
      guard byte >= 0xF0 || scanner.position > start else { return false }
      scanner.advance()
    }
    return scanner.position > start && scanner.isAtSpace
  }

  /// Skips a number in brackets, `[12] ` or `(12) `; whether there was one.
  private static func skipNumber(_ scanner: inout ByteScanner) -> Bool {
    guard let open = scanner.current, open == UInt8(ascii: "[") || open == UInt8(ascii: "(") else {
      return false
    }
    var number = scanner
    number.advance()
    while let byte = number.current, (0x30...0x39).contains(byte) { number.advance() }
    let digits = number.position - scanner.position - 1
    guard (1...4).contains(digits), number.skip("] ") || number.skip(") ") else { return false }
    scanner = number
    return true
  }

  /// The bytes up to what closes the dress; those after the bar in a wiki-link.
  private static func words(_ scanner: inout ByteScanner) -> ByteSpan? {
    var start = scanner.position
    while let byte = scanner.current, scanner.position - start <= 80 {
      switch byte {
      case UInt8(ascii: "|"): start = scanner.position + 1
      case UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "]"),
        UInt8(ascii: "`"), 0xEF:
        return span(start, scanner)
      case UInt8(ascii: "."):
        guard let next = scanner.peek(1) else { return nil }
        // A full stop that ends the label stands before what closes it.
        if "*_<".utf8.contains(next) { return span(start, scanner) }
      case 0xC2, 0xE2:
        if closings.contains(where: {
          scanner.bytes[scanner.position..<scanner.end].starts(with: $0)
        }) {
          return span(start, scanner)
        }
      default: break
      }
      scanner.advance()
    }
    return nil
  }

  private static func span(_ start: Int, _ scanner: ByteScanner) -> ByteSpan? {
    var end = scanner.position
    while end > start, scanner.isSpace(at: end - 1) { end -= 1 }
    return end > start ? ByteSpan(start, end) : nil
  }

  /// Skips the destination of a link whose bracket has just closed.
  private static func skipDestination(_ scanner: inout ByteScanner) {
    guard scanner.current == UInt8(ascii: "("), scanner.bytes[scanner.position - 1] == 0x5D else {
      return
    }
    _ = scanner.upTo([UInt8(ascii: ")")])
  }

  private static func spacedTime(_ scanner: inout ByteScanner) -> String? {
    var probe = scanner
    probe.skipSpaces()
    guard let time = probe.markedTime() else { return nil }
    scanner = probe
    return time
  }
}
