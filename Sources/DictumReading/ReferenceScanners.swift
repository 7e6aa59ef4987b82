import DictumModel

/// Bare URLs in prose, after the extended autolinks of GitHub Flavored Markdown.
enum URLScanner {
  /// The end of the URL that begins at the start of `span`, or `nil`.
  ///
  /// Punctuation at its end is the sentence's, and so is a closing bracket without an opening one.
  static func end(in bytes: [UInt8], _ span: ByteSpan) -> Int? {
    let rest = bytes[span.range]
    guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else {
      return nil
    }
    var end = span.start
    var open = 0
    while end < span.end, isURLByte(bytes[end]) {
      if bytes[end] == UInt8(ascii: "(") { open += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      end += 1
    }
    while end > span.start, ".,;:!?'\"*_~".utf8.contains(bytes[end - 1]) { end -= 1 }
    let scheme = rest.starts(with: "https".utf8) ? 8 : 7
    return end - span.start > scheme ? end : nil
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
      && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "`") && byte != UInt8(ascii: "]")
      && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "|") && byte < 0x7F
  }
}

/// `@Name` in prose: who is spoken to or of.
enum MentionScanner {
  /// The end of the mention that begins at the start of `span`, or `nil`.
  ///
  /// A handle of letters, digits, `_` and `-`; when it begins with a capital, a second capitalised
  /// word belongs to it, as in `@Jeremy Gillen`.
  static func end(in bytes: [UInt8], _ span: ByteSpan) -> Int? {
    var end = word(in: bytes, span.start + 1, span.end)
    guard end > span.start + 2, CitationScanner.isLetter(bytes[span.start + 1]) else { return nil }
    if isCapital(bytes[span.start + 1]), end + 1 < span.end, bytes[end] == 0x20,
      isCapital(bytes[end + 1])
    {
      let second = word(in: bytes, end + 1, span.end)
      if second > end + 2 { end = second }
    }
    return end
  }

  private static func word(in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    // The curly quotes and dashes of U+2000 begin with 0xE2, wide punctuation with 0xE3 or 0xEF.
    while at < end, CitationScanner.isWordByte(bytes[at]), ![0xE2, 0xE3, 0xEF].contains(bytes[at]) {
      at += 1
    }
    while at > start, bytes[at - 1] == UInt8(ascii: "-") { at -= 1 }
    return at
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || byte >= 0xC3
  }
}

/// Citations as Pandoc writes them: `[@key, p. 3]`, `[see @a; @b, sec. 2]`, `[-@key]`.
enum CitationScanner {
  /// One citation of a bracket.
  struct Citation: Hashable {
    var key: String
    var locator: String?
    var span: ByteSpan
  }

  /// How far a bracket may reach; a limit keeps a line of a million `[` linear.
  private static let maximumBytes = 500

  /// The citations of the bracket at the start of `span`, and where it ends; `nil` when it holds none
  /// or is the text of a link.
  static func citations(in bytes: [UInt8], _ span: ByteSpan) -> ([Citation], Int)? {
    let near = span.start..<min(span.end, span.start + maximumBytes)
    guard let close = bytes[near].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    if close + 1 < span.end, bytes[close + 1] == UInt8(ascii: "(") { return nil }
    var citations: [Citation] = []
    var start = span.start + 1
    for end in span.start + 1...close where end == close || bytes[end] == UInt8(ascii: ";") {
      if let citation = citation(in: bytes, ByteSpan(start, end)) { citations.append(citation) }
      start = end + 1
    }
    return citations.isEmpty ? nil : (citations, close + 1)
  }

  private static func citation(in bytes: [UInt8], _ part: ByteSpan) -> Citation? {
    guard let at = bytes[part.range].firstIndex(of: UInt8(ascii: "@")),
      at == part.start || !isWordByte(bytes[at - 1]) || bytes[at - 1] == UInt8(ascii: "-")
    else { return nil }
    var end = at + 1
    while end < part.end, isKeyByte(bytes[end]) { end += 1 }
    while end > at + 1, ".:/".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > at + 1 else { return nil }
    var locator: String?
    if end < part.end, bytes[end] == UInt8(ascii: ",") {
      locator = String(decoding: bytes[(end + 1)..<part.end], as: UTF8.self).trimmingSpaces
    }
    return Citation(
      key: String(decoding: bytes[(at + 1)..<end], as: UTF8.self), locator: locator, span: part)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || ".:/+#$%&".utf8.contains(byte)
  }
}
