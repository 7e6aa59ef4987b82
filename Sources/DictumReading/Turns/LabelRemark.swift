import DictumModel

/// What a label says of a speaker between the name and the colon, and is no part of the name.
///
///     Ada (MIRI):    Ada (after the fact):
///     Ada [crosstalk]:
///     **Ada** *(laughing)*:    Ada _[quietly]_:    Ada *quietly*:
///
/// `**The Pier** (2019): …` is a work and its year, and `Ada [1]: …` has a reference.
extension ByteScanner {
  /// The most bytes of a remark, its brackets not counted.
  private static let longestRemark = 79

  /// The words of a remark, which is skipped; `nil`, and no move, when none stands here.
  mutating func remark() -> ByteSpan? {
    switch current {
    case UInt8(ascii: "("), UInt8(ascii: "["), 0xEF: bracketed()
    case UInt8(ascii: "*"), UInt8(ascii: "_"): emphasised()
    default: nil
    }
  }

  /// The words in brackets that stand here.
  private mutating func bracketed() -> ByteSpan? {
    let isWide = isWideBracket(position)
    guard isWide || current != 0xEF else { return nil }
    let isSquare = current == UInt8(ascii: "[")
    let close = isSquare ? UInt8(ascii: "]") : UInt8(ascii: ")")
    let start = position + (isWide ? 3 : 1)
    var at = start
    while at < end, at - start <= ByteScanner.longestRemark {
      let closes =
        isWide
        ? at + 2 < end && bytes[at] == 0xEF && bytes[at + 1] == 0xBC && bytes[at + 2] == 0x89
        : bytes[at] == close
      if closes {
        let words = ByteSpan(start, at)
        guard isSquare ? isDirection(words) : !endsWithYear(words) else { return nil }
        position = at + (isWide ? 3 : 1)
        return words
      }
      at += 1
    }
    return nil
  }

  /// A stage direction in italics, in brackets or in small letters.
  private mutating func emphasised() -> ByteSpan? {
    guard let mark = current, let next = peek(1), next != mark else { return nil }
    var scanner = self
    scanner.advance()
    if let words = scanner.bracketed() {
      guard scanner.skip([mark]) else { return nil }
      self = scanner
      return words
    }
    guard (0x61...0x7A).contains(next), let words = scanner.upTo([mark]),
      words.count <= ByteScanner.longestRemark
    else { return nil }
    self = scanner
    return words
  }

  /// Whether the words in square brackets are a direction: neither a number nor a link's.
  private func isDirection(_ words: ByteSpan) -> Bool {
    guard !words.isEmpty, (0x61...0x7A).contains(bytes[words.start] | 0x20) else { return false }
    let after = words.end + 1
    return after >= end
      || (bytes[after] != UInt8(ascii: "(") && bytes[after] != UInt8(ascii: "["))
  }

  /// Whether the words are a year, or end with one behind a comma, as a work's do.
  private func endsWithYear(_ words: ByteSpan) -> Bool {
    guard words.count >= 4,
      bytes[words.end - 4..<words.end].allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return words.count == 4
      || (words.count > 6 && bytes[words.end - 5] == 0x20
        && bytes[words.end - 6] == UInt8(ascii: ","))
  }

  /// Whether a full-width opening bracket, U+FF08, stands at `at`.
  private func isWideBracket(_ at: Int) -> Bool {
    bytes.withUnsafeBufferPointer { $0.isWide(0x88, at, end) }
  }
}

/// An office, and who holds it in brackets.
///
///     The Minister for Moss (Ada Okafor): text
///     The PRESIDING OFFICER (Mr. VISSER). text
enum OfficeLabel {
  /// The words that name somebody: those in the brackets behind an office, where two or more begin
  /// with a capital each, else the words before them.
  static func name(
    _ words: ByteSpan, _ remark: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> ByteSpan {
    guard bytes[words.range].starts(with: "The ".utf8), !remark.isEmpty,
      (0x41...0x5A).contains(bytes[remark.start]), bytes[remark.range].contains(0x20)
    else { return words }
    var before: UInt8 = 0x20
    for byte in bytes[remark.range] {
      if before == 0x20, !(0x41...0x5A).contains(byte), byte < 0x80 { return words }
      guard (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || " .'-".utf8.contains(byte) else {
        return words
      }
      before = byte
    }
    return remark
  }
}
