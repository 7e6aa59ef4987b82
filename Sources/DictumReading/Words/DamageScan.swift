import DictumModel

/// The shapes of losses in the bytes of one passage.
struct DamageScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let span: ByteSpan

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) {
    self.bytes = bytes
    self.span = span
  }

  /// Where the first loss of a kind stands; bytes of the file, 0-based.
  func first(_ kind: Damage, isPlain: Bool) -> Int? {
    switch kind {
    case .hole: hole()
    case .fraction: fraction()
    case .runTogether: runTogether()
    case .entity: entity()
    case .mojibake: mojibake()
    case .replacement: position(of: "\u{FFFD}")
    case .truncated: truncated(isPlain: isPlain)
    case .image:
      position(of: "[image]") ?? position(of: "[Image]") ?? position(of: "mage not available")
        ?? position(of: "mage unavailable")
    case .emptyLink: nil
    }
  }

  /// Some words around a place, on one line.
  func excerpt(around at: Int) -> String {
    var start = max(span.start, at - 30)
    while start > span.start, bytes[start - 1] != 0x20, at - start < 60 { start -= 1 }
    var end = min(span.end, at + 30)
    while end < span.end, bytes[end] != 0x20, end - at < 60 { end += 1 }
    while start < at, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > at, end < span.end, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    // White space is shown as it is, for a hole is made of it.
    var shown = String(decoding: bytes[start..<end], as: UTF8.self)
    for lineEnd in ["\r\n", "\n", "\r"] { shown = shown.replacing(lineEnd, with: " ") }
    return (start > span.start ? "…" : "") + shown + (end < span.end ? "…" : "")
  }

  // MARK: Bytes

  private func isSmall(_ at: Int) -> Bool { (0x61...0x7A).contains(byte(at)) }
  private func isDigit(_ at: Int) -> Bool { (0x30...0x39).contains(byte(at)) }
  private func isLetter(_ at: Int) -> Bool { (0x61...0x7A).contains(byte(at) | 0x20) }

  /// The byte at a place of the passage; 0 outside it.
  private func byte(_ at: Int) -> UInt8 { at >= span.start && at < span.end ? bytes[at] : 0 }

  private func holds(_ word: StaticString, at: Int) -> Bool {
    guard at >= span.start, at + word.utf8CodeUnitCount <= span.end else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[at + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  private func position(of word: StaticString) -> Int? {
    UnsafeBufferPointer(rebasing: bytes[..<span.end]).place(of: word, from: span.start)
  }

  // MARK: Holes

  /// Two spaces between words of one sentence, or a space before a comma or a full stop: something
  /// stood there.
  ///
  /// A space is one of ASCII or U+00A0, which exports put on either side of a formula. A table made
  /// with spaces has many such gaps and is none, and neither has a text with tabs. A full stop that
  /// stands alone is one only beside another hole: `jq .` ends so.
  private func hole() -> Int? {
    var first: Int?
    var stop: Int?
    var wide = 0
    var at = span.start
    while at < span.end {
      let gap = gap(at)
      guard gap.count > 0 else {
        if byte(at) == 0x09 { return nil }
        at += 1
        continue
      }
      let before = byte(at - 1)
      let after = at + gap.length
      if gap.count > 2 || (gap.count > 1 && (before == 0x0A || isDigit(at - 1))) { wide += 1 }
      if at > span.start, isHole(gap, before: before, at: at, after: after) {
        if byte(after) == UInt8(ascii: ".") { stop = stop ?? at } else { first = first ?? at }
      }
      at = after
    }
    guard wide <= 1, let first else { return nil }
    return min(first, stop ?? first)
  }

  private struct Gap {
    var count = 0
    var length = 0
    var hasHardSpace = false
  }

  /// The spaces that stand at a place.
  private func gap(_ start: Int) -> Gap {
    var gap = Gap()
    while true {
      if byte(start + gap.length) == 0x20 {
        gap.length += 1
      } else if byte(start + gap.length) == 0xC2, byte(start + gap.length + 1) == 0xA0 {
        gap.length += 2
        gap.hasHardSpace = true
      } else {
        return gap
      }
      gap.count += 1
    }
  }

  /// Between words of prose the second is a small one, and the first has more than a letter: `x  the
  /// key` explains a key, and `.gsm  Bug 12` begins anew.
  private func isHole(_ gap: Gap, before: UInt8, at: Int, after: Int) -> Bool {
    let isAfterWord = isSmall(at - 1) || before == UInt8(ascii: ",")
    switch byte(after) {
    case UInt8(ascii: ","), UInt8(ascii: "."):
      // ".NET" and ".5" are words.
      return isAfterWord && (byte(after + 1) <= 0x20 || byte(after + 1) == 0xC2)
    case let byte where (0x61...0x7A).contains(byte | 0x20):
      let isOpening = before == UInt8(ascii: "(")
      return gap.count == 2 && isAfterWord && isSmall(after) && isLetter(at - 2)
        || isOpening && gap.count == 1
    default: return false
    }
  }

  // MARK: Fractions

  /// `and 14 time afterwards` for ¼, `like 13 of them` for ⅓, `an 8020` for 80/20.
  private func fraction() -> Int? {
    var at = span.start + 1
    while at + 6 < span.end {
      defer { at += 1 }
      guard isDigit(at), byte(at - 1) == 0x20, isDigit(at + 1) else { continue }
      if holds("8020 ", at: at) || holds("8020.", at: at) {
        if wordBefore(at, isOneOf: ["a", "an", "the", "like", "an"]) { return at }
      }
      let isFraction = byte(at) < byte(at + 1) && byte(at) <= UInt8(ascii: "3")
      guard isFraction, byte(at) > UInt8(ascii: "0"), byte(at + 2) == 0x20 else { continue }
      if holds("time", at: at + 3), !isLetter(at + 7), byte(at + 7) != UInt8(ascii: "-") {
        return at
      }
      if holds("of ", at: at + 3), byte(at + 1) <= UInt8(ascii: "5"),
        wordBefore(at, isOneOf: ["like", "about", "around", "roughly", "almost", "nearly"])
      {
        return at
      }
    }
    return nil
  }

  private func wordBefore(_ at: Int, isOneOf words: [StaticString]) -> Bool {
    words.contains { word in
      let start = at - 1 - word.utf8CodeUnitCount
      return holds(word, at: start) && !isLetter(start - 1)
    }
  }

  // MARK: Flattened text

  /// `steps.Then`, twice or more: sentences that lost what was between them.
  private func runTogether() -> Int? {
    var first: Int?
    var at = span.start + 4
    while at + 3 < span.end {
      defer { at += 1 }
      guard bytes[at] == UInt8(ascii: "."), (0x41...0x5A).contains(bytes[at + 1]),
        isSmall(at - 1), isSmall(at - 2), isSmall(at - 3)
      else { continue }
      // A name of a program's thing goes on otherwise: `node.Parent`, `self.Type`.
      var end = at + 1
      while isLetter(end) { end += 1 }
      let key = WordKey(bytes, at + 1, end)
      guard byte(end) == 0x20 || byte(end) == UInt8(ascii: ","), DamageScan.openers.contains(key)
      else { continue }
      if let first { return first }
      first = at
    }
    return nil
  }

  /// Words that sentences begin with.
  private static let openers: WordList = [
    "the", "this", "that", "then", "there", "these", "those", "it", "we", "you", "he", "she",
    "they", "in", "and", "but", "for", "if", "when", "as", "so", "at", "on", "to", "my", "our",
    "no", "not", "also", "however", "what", "how", "why", "a", "an", "his", "her", "their", "its",
  ]

  // MARK: Characters

  /// `AT&amp;T`; but who writes `<`, or `&` alone, as well, or sets the entity in quotation marks,
  /// writes about it.
  private func entity() -> Int? {
    var first: Int?
    var at = span.start
    while at + 3 < span.end {
      defer { at += 1 }
      if bytes[at] == UInt8(ascii: "<") { return nil }
      guard bytes[at] == UInt8(ascii: "&") else { continue }
      if byte(at + 1) == 0x20 || DamageScan.quotes.contains(byte(at + 1)) { return nil }
      guard first == nil else { continue }
      for name: StaticString in [
        "&amp;", "&lt;", "&gt;", "&nbsp;", "&quot;", "&#39;", "&#x27;", "&rsquo;", "&ldquo;",
        "&rdquo;", "&mdash;", "&hellip;",
      ] where holds(name, at: at) {
        let isQuoted =
          DamageScan.quotes.contains(byte(at - 1))
          && byte(at + name.utf8CodeUnitCount) == byte(at - 1)
        if !isQuoted { first = at }
      }
    }
    return first
  }

  private static let quotes: [UInt8] = Array("\"'`".utf8)

  /// UTF-8 that was taken for Windows-1252 and made UTF-8 again: `â€™`, `Ã©`.
  private func mojibake() -> Int? {
    var start = span.start
    while let at = bytes.firstIndex(of: 0xC3, from: start, to: span.end - 3) {
      // "â€" and "Ã" before what was a second byte.
      if bytes[at + 1] == 0xA2, bytes[at + 2] == 0xE2, bytes[at + 3] == 0x82 { return at }
      if bytes[at + 1] == 0x83, bytes[at + 2] == 0xC2 { return at }
      start = at + 1
    }
    return nil
  }

  // MARK: What is missing

  private func truncated(isPlain: Bool) -> Int? {
    if let place = position(of: "[Content truncated") ?? position(of: "[truncated]") {
      return place
    }
    for ending: StaticString in [
      "…(more)", "... (more)", "...(more)", "… (more)", "... Read more", "...Read more",
      "… Read more", "…Read more", "... read more", "… read more",
    ] {
      let start = span.end - ending.utf8CodeUnitCount
      if holds(ending, at: start) { return start }
    }
    return isPlain && span.count == 9
      && (holds("Read more", at: span.start)
        || holds("Read More", at: span.start))
      ? span.start : nil
  }
}
