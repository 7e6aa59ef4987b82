/// A word of fewer than sixteen bytes in small letters, comparable without making a string.
struct WordKey: Hashable, ExpressibleByStringLiteral {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  /// The key of no word, and of a word that is too long to be on any list.
  static let none: WordKey = ""

  init(stringLiteral word: String) {
    for byte in word.utf8 { add(byte) }
  }

  /// The key of the bytes from `start` to `end`, letters of ASCII in small, `’` as `'`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard end - start <= 20 else { return }
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

  /// Shifts a byte in; what is longer than sixteen bytes falls off at the front.
  private mutating func add(_ byte: UInt8) {
    tail = tail << 8 | head >> 56
    head = head << 8 | UInt64(byte)
  }
}
