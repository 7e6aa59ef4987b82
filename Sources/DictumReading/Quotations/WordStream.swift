import DictumModel

/// The words of passages as numbers, one after another, so that runs of words can be compared.
///
/// Case, punctuation, apostrophes and white space do not count. In scripts without spaces each
/// character is a word.
struct WordStream {
  /// A hash for each word.
  private(set) var words: [UInt32] = []

  /// For each passage, its words: a range of `words`; empty for what nobody quotes, such as code.
  private(set) var ranges: [Range<Int>] = []

  init(_ passages: ArraySlice<Passage>) {
    ranges.reserveCapacity(passages.count)
    // A word and what parts it from the next are six bytes.
    words.reserveCapacity(passages.reduce(0) { $0 + $1.text.utf8.count } / 6)
    for index in passages.indices {
      let start = words.count
      if passages[index].utterance != nil, WordStream.canBeQuoted(passages[index].kind) {
        add(passages[index].text)
      }
      ranges.append(start..<words.count)
    }
  }

  /// The words of a text that is in no passage.
  init(text: String) { add(text) }

  private static func canBeQuoted(_ kind: Passage.Kind) -> Bool {
    switch kind {
    case .paragraph, .item, .quote, .cue: true
    case .claim, .code, .table, .html, .footnote: false
    }
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var word = WordHash()
      var at = 0
      while at < bytes.count {
        let piece = WordPiece(bytes, at)
        if piece.count > 0 {
          word.add(piece.bytes, count: piece.count)
          at += piece.count
          if piece.count == 8 || at == bytes.count { continue }
        }
        let byte = bytes[at]
        if byte < 0x80 {
          if byte != 0x27 { close(&word) }
          at += 1
          continue
        }
        let end = min(at + WordStream.length(of: byte), bytes.count)
        var character: UInt64 = 0
        for byte in bytes[at..<end].reversed() { character = character << 8 | UInt64(byte) }
        switch WordStream.role(bytes[at..<end]) {
        case .part: word.add(character, count: end - at)
        case .nothing: break
        case .space: close(&word)
        case .word:
          close(&word)
          word.add(character, count: end - at)
          close(&word)
        }
        at = end
      }
      close(&word)
    }
  }

  private mutating func close(_ word: inout WordHash) {
    if !word.isEmpty { words.append(word.value) }
    word = WordHash()
  }

  /// What a character outside ASCII is in a run of words.
  private enum Role { case part, word, space, nothing }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...: 4
    default: 1
    }
  }

  private static func role(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Role {
    guard bytes.count > 1, let lead = bytes.first else { return .space }
    let (second, third) = (bytes[bytes.startIndex + 1], bytes.last ?? 0)
    switch lead {
    case 0xC2: return .space
    case 0xE2:  // Punctuation and symbols; the apostrophes are parts of words.
      return second == 0x80 && (third == 0x98 || third == 0x99) ? .nothing : .space
    case 0xE3 where second == 0x80, 0xEF where second == 0xBC: return .space
    case 0xE3...0xE9: return .word
    default: return .part
    }
  }
}

extension WordStream {
  /// How many words a shingle has.
  static let shingle = 4

  /// A hash of the shingle that begins at word `at`, which has enough words after it.
  func shingle(at: Int) -> UInt64 {
    let low = UInt64(words[at]) << 32 | UInt64(words[at + 1])
    let high = UInt64(words[at + 2]) << 32 | UInt64(words[at + 3])
    var hash = (low &* 0x9E37_79B9_7F4A_7C15) ^ (low >> 29)
    hash = (hash &+ high) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 31)
  }

  /// Where the shingles within `range` begin.
  func shingles(in range: Range<Int>) -> Range<Int> {
    range.lowerBound..<max(range.lowerBound, range.upperBound - WordStream.shingle + 1)
  }
}
