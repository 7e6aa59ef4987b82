import DictumModel

extension UnsafeBufferPointer<UInt8> {
  /// Where words from `start` on that could be a name end: at a colon, a bracket, a mark, or a time.
  ///
  /// `nil` when none of these comes soon, or a byte first that no name has. In plain text a word of
  /// more than five letters that begins small ends the search, which is how most prose ends it.
  func nameEnd(from start: Int, to end: Int, _ isMarked: Bool) -> Int? {
    var at = start
    var wordStart = start
    var words = 1
    // A mark must close, and a plain label end with something.
    let last = Swift.min(end, start + 81)
    while true {
      let letters = at
      at = lettersEnd(from: at, to: last)
      let sixth = wordStart + 5
      if !isMarked, at > sixth, sixth >= letters, (0x61...0x7A).contains(self[wordStart]),
        self[sixth] >= 0x61
      {
        return nil
      }
      guard at < last else { return nil }
      let byte = self[at]
      switch byte {
      case 0x20, 0x09:
        words += wordStart == at ? 0 : 1
        guard words <= 7 else { return nil }
        wordStart = at + 1
      case UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "("): return at
      case UInt8(ascii: "_") where isMarked || (at == wordStart && at > start): return at
      case UInt8(ascii: "["):
        // A sound in brackets, `**[Laughter]:**`, has no words before it.
        return at == start && isMarked ? bracketEnd(at, end) ?? at : at
      case UInt8(ascii: "\\"):
        guard at == start, isMarked, at + 1 < end, self[at + 1] == UInt8(ascii: "[") else {
          return nil
        }
        return bracketEnd(at + 1, end)
      case 0xEF where isWide(0x9A, at, end) || isWide(0x88, at, end): return at
      case 0x30...0x39 where at == wordStart && at > start:
        if timeEnd(from: at, to: end) != nil { return at }
      case 0x80...0xFF:
        while at + 1 < last, self[at + 1] >= 0x80, self[at + 1] != 0xEF { at += 1 }
      case 0x30...0x39: break
      // The ASCII punctuation of names and labels: `O'Hara`, `DH/YK`, `J. S.`, `Speaker #2`.
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "'"), UInt8(ascii: "&"),
        UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "?"),
        UInt8(ascii: "#"):
        break
      default: return nil
      }
      at += 1
    }
  }

  /// Where the letters of ASCII from `start` on end, at `end` at the latest.
  private func lettersEnd(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, at + 16 <= count {
      let small = block(at: at) | ByteBlock(repeating: 0x20)
      let others = .!small.places(from: 0x61, count: 26)
      if let first = others.first { return Swift.min(at + first, end) }
      at += 16
    }
    while at < end, (0x61...0x7A).contains(self[at] | 0x20) { at += 1 }
    return Swift.min(at, end)
  }

  /// Whether a word of letters stands at the head of `line` and behind it, with no more than short small
  /// words between them, a small one of four letters or more, as in most prose: no name goes on so.
  func beginsAsProse(_ line: ByteSpan) -> Bool {
    var at = line.start
    while at < line.end, (0x61...0x7A).contains(self[at] | 0x20) { at += 1 }
    while at < line.end, self[at] == 0x20 {
      let word = at + 1
      at = word
      while at < line.end, (0x61...0x7A).contains(self[at]) { at += 1 }
      if at - word >= 4 { return true }
      if at == word { return false }
    }
    return false
  }

  /// Where a time code without brackets that ends a word, `0:12` or `00:01:02.5`, ends.
  func timeEnd(from start: Int, to end: Int) -> Int? {
    func isDigit(_ at: Int) -> Bool { at < end && (0x30...0x39).contains(self[at]) }
    var at = start
    var colons = 0
    var digits = 0
    while at < end {
      if isDigit(at) {
        digits += 1
      } else if self[at] == UInt8(ascii: ":"), digits > 0, digits < 4, colons < 2 {
        guard isDigit(at + 1), isDigit(at + 2) else { return nil }
        colons += 1
        digits = 0
      } else if self[at] == UInt8(ascii: "."), colons > 0, isDigit(at + 1) {
        digits = 0
      } else {
        break
      }
      at += 1
    }
    guard colons > 0 else { return nil }
    return at == end || " \t*_:-)]\\".utf8.contains(self[at]) ? at : nil
  }

  /// Whether a full-width form, U+FF00 and more, stands at `at`; its last byte is `last`.
  func isWide(_ last: UInt8, _ at: Int, _ end: Int) -> Bool {
    at + 2 < end && self[at] == 0xEF && self[at + 1] == 0xBC && self[at + 2] == last
  }

  /// The byte after the square bracket that closes the one at `at`, if it does so soon.
  private func bracketEnd(_ at: Int, _ end: Int) -> Int? {
    var next = at + 1
    while next < end, next - at <= 60 {
      if self[next] == UInt8(ascii: "]") { return next + 1 }
      next += 1
    }
    return nil
  }
}
