import DictumModel

/// The words of passages as numbers, one after another, so that runs of words can be compared.
///
/// Case, punctuation, apostrophes and white space do not count. In scripts without spaces each
/// character is a word.
struct WordStream {
  /// A hash for each word.
  let words: [UInt32]

  /// For each passage, its words: a range of `words`; empty for what nobody quotes, such as code.
  let ranges: [Range<Int>]

  init(_ passages: ArraySlice<Passage>) {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(passages.count)
    let room = passages.indices.reduce(0) { $0 + WordStream.most(in: passages[$1].text) }
    words = Array(unsafeUninitializedCapacity: room) { words, count in
      for index in passages.indices {
        let start = count
        if passages[index].utterance != nil, WordStream.canBeQuoted(passages[index].kind) {
          count = WordStream.add(passages[index].text, to: words, from: start)
        }
        ranges.append(start..<count)
      }
    }
    self.ranges = ranges
  }

  /// The words of a text that is in no passage.
  init(text: String) {
    words = Array(unsafeUninitializedCapacity: WordStream.most(in: text)) { words, count in
      count = WordStream.add(text, to: words, from: 0)
    }
    ranges = []
  }

  private static func canBeQuoted(_ kind: Passage.Kind) -> Bool {
    switch kind {
    case .paragraph, .item, .quote, .cue: true
    case .claim, .code, .table, .html, .footnote: false
    }
  }

  /// The words that a text has at most: something parts two of them, or they are characters of three
  /// bytes.
  private static func most(in text: String) -> Int { (text.utf8.count + 1) / 2 }

  /// Writes the words of `text` to `words`, which has room for them from `start` on; returns where
  /// they end.
  private static func add(
    _ text: String, to words: UnsafeMutableBufferPointer<UInt32>, from start: Int
  ) -> Int {
    text.utf8.withBytes { bytes in
      var count = start
      var at = 0
      while at < bytes.count {
        let word = WordStream.wholeWord(in: bytes, &at) ?? WordStream.word(in: bytes, &at)
        if word.isEmpty { continue }
        words[count] = word.value
        count += 1
      }
      return count
    }
  }

  /// Reads a short word of ASCII and the mark or space after it, or a character of a script without
  /// spaces; most words are one of these.
  @inline(__always)
  private static func wholeWord(
    in bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> WordHash? {
    switch bytes[at] {
    case 0x30..<0x80:
      let piece = WordPiece(bytes, at)
      let end = at &+ piece.count
      guard (1..<8).contains(piece.count), end < bytes.count, bytes[end] < 0x80, bytes[end] != 0x27
      else { return nil }
      at = end &+ 1
      return WordHash(piece)
    case 0xE4...0xE9:
      let character = bytes.eight(at: at) & 0xFF_FFFF
      at += 3
      return WordHash(character: character)
    default: return nil
    }
  }

  /// Reads from `at` on to the end of a word, or past what is none.
  @inline(__always)
  private static func word(in bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> WordHash {
    var word = WordHash()
    while at < bytes.count {
      let byte = bytes[at]
      // Most marks come before the digits.
      if byte < 0x30 {
        at += 1
        if byte != 0x27 { return word }
      } else if byte < 0x80 {
        let piece = WordPiece(bytes, at)
        if piece.count == 0 {
          at &+= 1
          return word
        }
        at &+= piece.count
        word.add(piece.bytes, count: piece.count)
      } else {
        // As many bytes as ones at the head of the first.
        let length = (~byte).leadingZeroBitCount
        let character = bytes.eight(at: at) & ~(UInt64.max &<< UInt64(8 * length))
        switch WordStream.role(character) {
        case .part: word.add(character, count: length)
        case .nothing: break
        case .space:
          at += length
          return word
        case .word:
          if !word.isEmpty { return word }
          word.add(character, count: length)
          at += length
          return word
        }
        at += length
      }
    }
    return word
  }

  /// What a character outside ASCII is in a run of words.
  private enum Role { case part, word, space, nothing }

  /// The role of a character by its bytes, the first of them the lowest.
  @inline(__always)
  private static func role(_ character: UInt64) -> Role {
    switch character & 0xFF {
    case ..<0xC3: .space
    // Punctuation and symbols; the apostrophes are parts of words.
    case 0xE2: character == 0x98_80E2 || character == 0x99_80E2 ? .nothing : .space
    case 0xE3 where character & 0xFFFF == 0x80E3, 0xEF where character & 0xFFFF == 0xBCEF: .space
    case 0xE3...0xE9: .word
    default: .part
    }
  }
}

extension WordStream {
  /// How many words a shingle has.
  static let shingle = 4

  /// Gives each shingle within `range` to `body`: the word it begins with, and a hash of it.
  func forEachShingle(in range: Range<Int>, _ body: (Int, UInt64) -> Void) {
    // Sixteen bits of each word of the shingle.
    var window: UInt64 = 0
    for at in range.prefix(WordStream.shingle - 1) {
      window = window << 16 | UInt64(words[at] & 0xFFFF)
    }
    for at in range.dropFirst(WordStream.shingle - 1) {
      window = window << 16 | UInt64(words[at] & 0xFFFF)
      let mixed = window &* 0x9E37_79B9_7F4A_7C15
      body(at - WordStream.shingle + 1, mixed ^ (mixed >> 32))
    }
  }
}
