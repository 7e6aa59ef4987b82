import DictumModel

/// Citations as Pandoc writes them (manual, section "Citation syntax").
///
///     [@key, p. 3]   [see @a, pp. 1-3; -@b, sec. 2]   [@{https://a.org/x}, {turn 33}]   @key [p. 3]
///
/// An `@name` in a sentence in brackets, `[thanks to @ada for this]`, is a mention; so is a bare one
/// without a locator.
enum CitationScanner {
  /// One citation of a bracket.
  struct Citation: Hashable {
    var key: String
    var locator: String?
    var span: ByteSpan
  }

  /// How far a bracket may reach, in bytes; a limit keeps a line of a million `[` linear.
  private static let maximumBytes = 500

  /// The citations of the bracket that a stretch stops at, and where it ends; `nil` when it holds
  /// none or is the text of a link.
  static func citations(in stretch: Stretch) -> ([Citation], Int)? {
    guard let close = close(in: stretch, from: stretch.at),
      stretch.bytes[stretch.at..<close].contains(UInt8(ascii: "@"))
    else { return nil }
    let found = parts(in: stretch, stretch.at + 1, close).compactMap { citation(in: stretch, $0) }
    return found.isEmpty ? nil : (found, close + 1)
  }

  /// The citation that begins in the text, at the `@` a stretch stops at, and where it ends: `@key`
  /// with a locator in brackets behind it, or a key in braces.
  static func inText(_ stretch: Stretch) -> ([Citation], Int)? {
    var before = stretch.at - 1
    if stretch.byte(before) == UInt8(ascii: "-") { before -= 1 }
    guard !ByteKind.isLetter(stretch.byte(before)), !ByteKind.isASCIIWord(stretch.byte(before)),
      let (key, end) = key(in: stretch, stretch.at, stretch.end)
    else { return nil }
    let start = before + 1
    if stretch.byte(end) == 0x20, stretch.byte(end + 1) == UInt8(ascii: "["),
      let close = close(in: stretch, from: end + 1)
    {
      var all = parts(in: stretch, end + 2, close)
      let first = all.removeFirst()
      let locator = CitationLocator.locator(in: stretch.text(first.range))
      if let locator {
        let cited = Citation(key: key, locator: locator, span: ByteSpan(start, close + 1))
        return ([cited] + all.compactMap { citation(in: stretch, $0) }, close + 1)
      }
    }
    guard stretch.byte(stretch.at + 1) == UInt8(ascii: "{") else { return nil }
    return ([Citation(key: key, span: ByteSpan(start, end))], end)
  }

  private static func close(in stretch: Stretch, from open: Int) -> Int? {
    let limit = min(stretch.leafEnd, open + maximumBytes)
    guard let close = Bracket.close(in: stretch.bytes, from: open, to: limit) else { return nil }
    let after = close + 1 < stretch.leafEnd ? stretch.bytes[close + 1] : 0
    return after == UInt8(ascii: "(") || after == UInt8(ascii: ":") ? nil : close
  }

  /// What semicolons part.
  private static func parts(in stretch: Stretch, _ start: Int, _ end: Int) -> [ByteSpan] {
    var parts: [ByteSpan] = []
    var first = start
    for at in start..<max(start, end) where stretch.bytes[at] == UInt8(ascii: ";") {
      parts.append(ByteSpan(first, at))
      first = at + 1
    }
    parts.append(ByteSpan(first, max(first, end)))
    return parts
  }

  private static func citation(in stretch: Stretch, _ part: ByteSpan) -> Citation? {
    let bytes = stretch.bytes
    guard let at = bytes[part.range].firstIndex(of: UInt8(ascii: "@")) else { return nil }
    var before = at
    if before > part.start, bytes[before - 1] == UInt8(ascii: "-") { before -= 1 }
    guard before == part.start || !ByteKind.isWord(bytes[before - 1]),
      isPrefix(bytes[part.start..<before]), let (key, end) = key(in: stretch, at, part.end)
    else { return nil }
    let rest = stretch.text(end..<part.end)
    let locator = CitationLocator.locator(in: rest)
    let first = rest.utf8.first
    guard locator != nil || rest.allSatisfy(\.isWhitespace) || first == UInt8(ascii: ",") else {
      return nil
    }
    return Citation(key: key, locator: locator, span: part)
  }

  /// Whether words before a key, `see` or `see also`, are few and no sentence.
  private static func isPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(UInt8(ascii: ":")) && bytes.split(separator: 0x20).count <= 4
  }

  /// The key after the `@` at `at`, and where it ends: in braces, or letters, digits and `_` with
  /// single punctuation marks between them.
  private static func key(in stretch: Stretch, _ at: Int, _ limit: Int) -> (String, Int)? {
    let bytes = stretch.bytes
    var end = at + 1
    if end < limit, bytes[end] == UInt8(ascii: "{") {
      guard
        let close = bytes[end..<min(limit, end + maximumBytes)].firstIndex(of: UInt8(ascii: "}")),
        close > end + 1
      else { return nil }
      return (stretch.text(end + 1..<close), close + 1)
    }
    while end < limit,
      ByteKind.isWord(bytes[end])
        || (end > at + 1 && ":.#$%&-+?<>~/".utf8.contains(bytes[end]) && end + 1 < limit
          && ByteKind.isWord(bytes[end + 1]))
    {
      end += 1
    }
    return end > at + 1 ? (stretch.text(at + 1..<end), end) : nil
  }
}

/// The place in a work that a citation names.
///
///     , p. 33        pp. 33-35, 38 and passim        {turn 33}        {^c-linear}        § 4
enum CitationLocator {
  /// The locator at the beginning of what stands behind a key; `nil` for none.
  ///
  /// In braces whatever stands there; else a word or a section sign and numbers, Arabic or Roman, or
  /// numbers alone.
  static func locator(in text: String) -> String? {
    var rest = text.onOneLine[...]
    if rest.hasPrefix(",") { rest = rest.dropFirst().drop { $0 == " " } }
    if rest.hasPrefix("{") {
      guard let close = rest.firstIndex(of: "}") else { return nil }
      let inner = String(rest[rest.index(after: rest.startIndex)..<close]).trimmingSpaces
      return inner.isEmpty ? nil : inner
    }
    let words = rest.split(separator: " ")
    var count = words.first.map { isNumber($0) ? 0 : 1 } ?? 0
    if count == 1, words.count > 1, !words[1].contains(where: \.isNumber), !isTerm(words[0]) {
      return nil
    }
    let first = count
    while count < words.count, isNumber(words[count]) { count += 1 }
    guard count > first else { return nil }
    var locator = words[..<count].joined(separator: " ")[...]
    while locator.hasSuffix(",") { locator = locator.dropLast() }
    return String(locator)
  }

  /// Whether a word ends like an abbreviation or is a section or paragraph sign.
  private static func isTerm(_ word: Substring) -> Bool {
    word.hasSuffix(".") || word.allSatisfy { $0 == "§" || $0 == "¶" }
  }

  /// Whether a word holds a digit, or is a Roman number, perhaps a range of them.
  private static func isNumber(_ word: Substring) -> Bool {
    if word.utf8.contains(where: ByteKind.isDigit) { return !word.contains("://") }
    let bare = word.utf8.drop { $0 == UInt8(ascii: "(") }
    return !bare.isEmpty && bare.contains { "ivxlcIVXLC".utf8.contains($0) }
      && bare.allSatisfy { "ivxlcdmIVXLCDM-,".utf8.contains($0) }
  }
}
