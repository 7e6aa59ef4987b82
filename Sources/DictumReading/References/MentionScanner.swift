import DictumModel

/// `@Name` in prose: who is spoken to or of.
///
///     @ada said        as @Jeremy Gillen has it        hi @Zoë, hi
///
/// A handle of letters, digits, `_` and `-`; when it begins with a capital, a second capitalised word
/// belongs to it. The parts of a mail address, of `@scope/package`, and of a path are none.
enum MentionScanner {
  /// The end of the mention whose `@` a stretch stops at, or `nil`.
  static func end(in stretch: Stretch) -> Int? {
    let before = stretch.byte(stretch.at - 1)
    guard !ByteKind.isLetter(before), !ByteKind.isASCIIWord(before),
      !"-/.@+\\".utf8.contains(before)
    else { return nil }
    let start = stretch.at + 1
    guard ByteKind.isLetter(stretch.byte(start)) else { return nil }
    var end = word(in: stretch, start)
    guard end > start + 1 else { return nil }
    if stretch.byte(end) == UInt8(ascii: "/"), ByteKind.isWord(stretch.byte(end + 1)) { return nil }
    if isCapital(stretch.byte(start)), stretch.byte(end) == 0x20, isCapital(stretch.byte(end + 1)) {
      let second = word(in: stretch, end + 1)
      if second > end + 2 { end = second }
    }
    return end
  }

  private static func word(in stretch: Stretch, _ start: Int) -> Int {
    var at = start
    while ByteKind.isWord(stretch.byte(at)) || stretch.byte(at) == UInt8(ascii: "-") { at += 1 }
    while at > start, stretch.byte(at - 1) == UInt8(ascii: "-") { at -= 1 }
    return at
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || byte >= 0xC3
  }
}
