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

  init(_ passages: [Passage]) {
    ranges.reserveCapacity(passages.count)
    for passage in passages {
      let start = words.count
      if passage.utterance != nil, WordStream.canBeQuoted(passage.kind) { add(passage.text) }
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
      var hash: UInt32 = 0
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        switch byte {
        case 0x61...0x7A, 0x30...0x39: hash = WordStream.mixed(hash, byte)
        case 0x41...0x5A: hash = WordStream.mixed(hash, byte | 0x20)
        case 0x27: break
        case 0x80...:
          let length = WordStream.length(of: byte)
          let end = min(at + length, bytes.count)
          switch WordStream.role(bytes[at..<end]) {
          case .part: for byte in bytes[at..<end] { hash = WordStream.mixed(hash, byte) }
          case .nothing: break
          case .space: close(&hash)
          case .word:
            close(&hash)
            for byte in bytes[at..<end] { hash = WordStream.mixed(hash, byte) }
            close(&hash)
          }
          at = end - 1
        default: close(&hash)
        }
        at += 1
      }
      close(&hash)
    }
  }

  private mutating func close(_ hash: inout UInt32) {
    if hash != 0 { words.append(hash) }
    hash = 0
  }

  /// FNV-1a, never 0 for a word.
  private static func mixed(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    let next = ((hash == 0 ? 2_166_136_261 : hash) ^ UInt32(byte)) &* 16_777_619
    return next == 0 ? 1 : next
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
