import DictumModel

/// The words of a text that can be parts of a name.
///
/// A name's word begins with a capital and goes on with a small letter: `Ada`, `O’Hara`, `Émile`, not
/// `I`, `I’d` or `NASA`.
struct NameWords {
  /// A word with its place in the text, bytes of UTF-8.
  struct Word {
    var text: String
    var range: Range<Int>
    /// Whether `'s` follows, which is no part of `text`.
    var isPossessive = false
    var isName: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The word that begins at `at`; `nil` when none does.
  func word(at: Int) -> Word? {
    let end = wordEnd(at)
    guard end > at else { return nil }
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    return Word(
      text: text, range: at..<end, isPossessive: isPossessive(end), isName: NameWords.isName(text))
  }

  /// Where the word that begins at `at` ends; `at` when none does.
  func wordEnd(_ at: Int) -> Int {
    var end = at
    while end < bytes.count, let length = letterLength(end) { end += length }
    // What joins two letters is part of the word: `O’Hara`, `Mary-Ann`.
    while end > at, end < bytes.count, let joint = jointLength(end),
      letterLength(end + joint) != nil,
      !isPossessive(end)
    {
      end += joint
      while end < bytes.count, let length = letterLength(end) { end += length }
    }
    return end
  }

  /// The first place from `start` on, where a word may begin, at which one does with one of the bytes
  /// `initials`.
  func start(from start: Int, initials: [UInt8]) -> Int? {
    var at = start
    while at < bytes.count {
      if at > start, at + 16 <= bytes.count {
        let (block, before) = (bytes.block(at: at), bytes.block(at: at - 1))
        var places = ByteBlock.Places()
        for initial in initials { places .|= block.places(of: initial) }
        // Most of them stand within a word.
        places .&= .!(before | ByteBlock(repeating: 0x20)).places(from: 0x61, count: 26)
        guard let place = places.first else {
          at += 16
          continue
        }
        at += place
      }
      if initials.contains(bytes[at]), at == start || !isAfterLetter(at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether a letter ends at `at`.
  private func isAfterLetter(_ at: Int) -> Bool {
    var before = at - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return letterLength(before) == at - before
  }

  /// Whether a word has the shape of a name's part.
  static func isName(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next(), let second = scalars.next(), first.properties.isUppercase
    else { return false }
    if second.properties.isLowercase { return true }
    // O’Hara.
    return (second == "'" || second == "’") && scalars.next()?.properties.isUppercase == true
  }

  /// Past the white space at `at`.
  func skippingSpaces(_ at: Int) -> Int {
    var at = at
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A { at += 1 }
    return at
  }

  /// Where `'s` or `’s` at `at`, or the apostrophe alone, ends.
  func pastPossessive(_ at: Int) -> Int {
    guard let joint = jointLength(at) else { return at }
    let end = at + joint
    return end < bytes.count && bytes[end] | 0x20 == UInt8(ascii: "s") ? end + 1 : end
  }

  private func isPossessive(_ at: Int) -> Bool {
    guard at < bytes.count, bytes[at] != UInt8(ascii: "-"), let joint = jointLength(at) else {
      return false
    }
    let next = at + joint
    guard next < bytes.count else { return true }
    if bytes[next] | 0x20 == UInt8(ascii: "s") { return letterLength(next + 1) == nil }
    return letterLength(next) == nil
  }

  private func letterLength(_ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    if byte < 0x80 {
      return (0x61...0x7A).contains(byte | 0x20) ? 1 : nil
    }
    switch byte {
    case 0xC3...0xDF: return 2
    case 0xE1, 0xEA...0xED: return 3
    default: return nil
    }
  }

  private func jointLength(_ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: "-") { return 1 }
    let isTypographic = bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80
    return isTypographic && bytes[at + 2] == 0x99 ? 3 : nil
  }
}
