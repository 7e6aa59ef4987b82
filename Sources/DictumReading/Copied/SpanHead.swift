import DictumModel

extension CopiedShape {
  /// What a recogniser of voices prints: a voice, and from which second to which it speaks.
  ///
  ///     SPEAKER_00 [0.03 - 4.81]  text
  ///     (0.0s - 2.8s) SPEAKER_00: text
  ///     [0.03 --> 4.81] SPEAKER_00: text
  static let spans = CopiedShape(.recording) { page, index in
    let line = page.all[page.filled[index]]
    var scanner = ByteScanner(page.bytes, line)
    scanner.skipSpaces()
    var start = seconds(&scanner)
    scanner.skipSpaces()
    let from = scanner.position
    while let byte = scanner.current, scanner.position - from <= 40,
      byte != UInt8(ascii: ":"), byte != UInt8(ascii: "["), byte != UInt8(ascii: "(")
    {
      scanner.advance()
    }
    let words = scanner.trimmed(ByteSpan(from, scanner.position))
    if start == nil { start = seconds(&scanner) }
    guard let start, let name = CopiedName(scanner.text(words)), name.form == .plain else {
      return nil
    }
    _ = scanner.skip(":")
    guard scanner.isAtEnd || scanner.isAtSpace else { return nil }
    return CopiedHead(
      lines: index..<index + 1, name: name, time: JSONTime.code(seconds: start),
      words: scanner.rest(line))
  }

  /// The first of two numbers of seconds in brackets, which are skipped when they are there.
  private static func seconds(_ scanner: inout ByteScanner) -> Double? {
    var probe = scanner
    guard probe.skip("[") || probe.skip("("), let first = number(&probe) else { return nil }
    probe.skipSpaces()
    guard ["-->", "->", "-"].contains(where: { probe.skip(Array($0.utf8)) }) else { return nil }
    probe.skipSpaces()
    guard number(&probe) != nil, probe.skip("]") || probe.skip(")") else { return nil }
    scanner = probe
    return first
  }

  private static func number(_ scanner: inout ByteScanner) -> Double? {
    let start = scanner.position
    guard scanner.skipDigits(1...6), scanner.skipFraction() else { return nil }
    let number = Double(scanner.text(ByteSpan(start, scanner.position)))
    _ = scanner.skip("s")
    return number
  }
}
