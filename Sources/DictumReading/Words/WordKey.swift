/// A word of fewer than sixteen bytes in small letters, comparable without making a string.
struct WordKey: Equatable, ExpressibleByStringLiteral {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  /// The key of no word, and of a word that is too long to be on any list.
  static let none = WordKey()

  private init() {}

  init(stringLiteral word: StaticString) {
    self = word.withUTF8Buffer { word in
      var key = WordKey()
      for byte in word { key.add(byte) }
      return key
    }
  }

  /// The key of the bytes from `start` to `end`, letters of ASCII in small, `’` as `'`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard end - start <= 20 else { return }
    if end - start <= 8 {
      // Most words are short and of ASCII.
      var all: UInt8 = 0
      var at = start
      while at < end {
        let byte = bytes[at]
        all |= byte
        head = head << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        at += 1
      }
      if all < 0x80 { return }
      head = 0
    }
    var at = start
    while at < end {
      if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
        add(UInt8(ascii: "'"))
        at += 3
      } else {
        add((0x41...0x5A).contains(bytes[at]) ? bytes[at] | 0x20 : bytes[at])
        at += 1
      }
    }
    if head >> 56 != 0, tail >> 56 != 0 { self = .none }
  }

  /// The key of a word of ASCII, of eight bytes at most.
  init(_ piece: WordPiece) {
    if piece.count > 0 { head = piece.bytes.byteSwapped &>> UInt64(64 - 8 * piece.count) }
  }

  /// The key of the first letters of a label, `.none` where it has none; `nil` where a character beyond
  /// ASCII, which may be a letter or a mark, stands at either end of them.
  init?(firstWordOf label: String) {
    guard let key = label.utf8.withBytes({ WordKey(firstWordOf: $0) }) else { return nil }
    self = key
  }

  /// The same, of a label's bytes.
  init?(firstWordOf label: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < label.count, !SentenceCursor.isLetter(label[start]) { start += 1 }
    var end = start
    while end < label.count, label[end] < 0x80, SentenceCursor.isLetter(label[end]) { end += 1 }
    if end < label.count, label[end] >= 0x80 { return nil }
    self.init(label, start, end)
  }

  /// Shifts a byte in; what is longer than sixteen bytes falls off at the front.
  private mutating func add(_ byte: UInt8) {
    tail = tail << 8 | head >> 56
    head = head << 8 | UInt64(byte)
  }

  /// Bits to look the key up by.
  var hash: UInt64 {
    let mixed = (head ^ tail &* 0xBF58_476D_1CE4_E5B9) &* 0x9E37_79B9_7F4A_7C15
    return mixed >> 32
  }
}
