import DictumModel

/// A speaker's name and a dash, a bar or an arrow in place of the colon, at the head of a paragraph.
///
///     Ada Okafor — text
///     Ada Okafor -- text
///     Ada Okafor | text
///     Ada Okafor > text
///     Ada Okafor, 00:12: text        a comma and a time
///     Ada Okafor   text              a tab, as a table's cells are copied
///     00:12 | Ada Okafor | text
///
///     Ada Okafor. – text             a full stop and a dash, as parliaments print it
///     Ada Okafor, on behalf of the Moss Group. – text
///     Ada Okafor (PPE). – text
///     Ada Okafor.— text
///
/// Glossaries are written so too; `LabelProof` tells them apart.
enum DashedLabel {
  private static let dashes: [[UInt8]] = ["— ", "– ", "-- ", "--- ", "- ", "| ", "> ", "» "].map {
    Array($0.utf8)
  }

  /// Skips a dash and the white space after it; whether there was one.
  static func skipDash(_ scanner: inout ByteScanner) -> Bool {
    if scanner.current == 0x09 {
      scanner.skipSpaces()
      return true
    }
    guard let byte = scanner.current, byte >= 0x80 || byte == 0x2D || byte == 0x7C || byte == 0x3E,
      dashes.contains(where: { scanner.skip($0) })
    else { return false }
    scanner.skipSpaces()
    return true
  }

  /// The shape at the head of `line`, which begins with a capital or a letter without case.
  static func shape(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    guard let end = bytes.withUnsafeBufferPointer({ wordsEnd($0, line) }) else { return nil }
    var scanner = ByteScanner(bytes, ByteSpan(end, line.end))
    let words = ByteSpan(line.start, end)
    if scanner.skip([UInt8(ascii: ",")]) {
      scanner.skipSpaces()
      let start = scanner.position
      guard scanner.skipClock() else { return nil }
      let time = ByteSpan(start, scanner.position)
      guard scanner.skipColon(), scanner.isAtSpace else { return nil }
      scanner.skipSpaces()
      return LabelShape(
        form: .dressed, words: words, time: scanner.text(time), contentStart: scanner.position,
        allowLowercase: false)
    }
    while scanner.current == 0x20 { scanner.advance() }
    guard skipDash(&scanner), !scanner.isAtEnd else { return nil }
    return LabelShape(
      form: .dashed, words: words, time: nil, contentStart: scanner.position, hasColon: false,
      allowLowercase: false)
  }

  /// The shape at the head of `line`, which begins with a digit: a time, and a dash or a bar behind
  /// it and behind the name.
  static func timed(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    var scanner = ByteScanner(bytes, line)
    guard let time = scanner.bareTime() else { return nil }
    scanner.skipSpaces()
    guard skipDash(&scanner),
      var shape = shape(bytes, ByteSpan(scanner.position, line.end)), shape.time == nil
    else { return nil }
    shape.time = time
    return shape
  }

  /// The shape at the head of `line` that a full stop and a dash end, with an office or a party before
  /// them or not.
  static func stopped(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    bytes.withUnsafeBufferPointer { buffer in
      var from = line.start
      let last = min(line.end, line.start + 120)
      while let stop = buffer.firstIndex(of: UInt8(ascii: "."), from: from, to: last) {
        from = stop + 1
        var scanner = ByteScanner(bytes, ByteSpan(from, line.end))
        scanner.skipSpaces()
        guard skipDash(&scanner) else { continue }
        let label = ByteSpan(line.start, stop)
        let isOffice = buffer.isFrenchOffice(label)
        guard let end = isOffice ? stop : nameEnd(buffer, label) else { return nil }
        return LabelShape(
          form: .dashed, words: ByteSpan(line.start, end), time: nil,
          contentStart: scanner.position, hasColon: false, hasRemark: end < stop,
          allowLowercase: isOffice)
      }
      return nil
    }
  }

  /// Where a name of capital words in `label` ends: at a comma, before a bracket, or with the label.
  private static func nameEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ label: ByteSpan) -> Int? {
    var wordStart = label.start
    for at in label.start..<label.end {
      switch bytes[at] {
      case UInt8(ascii: ","): return at
      case UInt8(ascii: "("): return at - 1
      case 0x20:
        guard !(0x61...0x7A).contains(bytes[wordStart]) || at - wordStart <= 3 else { return nil }
        wordStart = at + 1
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "'"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        break
      default: return nil
      }
    }
    return label.end - label.start <= 60 ? label.end : nil
  }

  /// Where words that could be a name end: at a comma, or before a space with a dash behind it.
  ///
  /// Prose is given up on at its first word that begins small and is no particle by its length.
  private static func wordsEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) -> Int? {
    var words = 1
    var at = line.start
    while at < line.end, at - line.start <= 48 {
      switch bytes[at] {
      case UInt8(ascii: ","), 0x09: return at
      case 0x20:
        guard at + 1 < line.end else { return nil }
        let next = bytes[at + 1]
        if next == 0x2D || next == 0x7C || next == 0x3E || next == 0xE2 || next == 0xC2 {
          return at
        }
        words += 1
        let isParticle =
          next >= 0x61 && (at + 2..<min(at + 5, line.end)).contains { bytes[$0] == 0x20 }
        guard words <= 5, !(0x61...0x7A).contains(next) || isParticle else { return nil }
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, 0x30...0x39, UInt8(ascii: "'"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        break
      default: return nil
      }
      at += 1
    }
    return nil
  }
}
