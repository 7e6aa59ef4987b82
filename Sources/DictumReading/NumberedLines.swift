import DictumModel

/// A transcript whose lines are numbered page by page, as courts print depositions.
///
///      1          MR. VISSER:  Good morning.  Would you state
///      2     your name for the record?
///      3          THE WITNESS:  Ada Okafor.
///
/// The numbers are no words, nor are the numbers of pages, and a label begins a paragraph though no
/// blank line parts it from the last. A list of things to buy is numbered by what it counts, and has no
/// labels; `12 men` below line 3 is no line 12.
struct NumberedLines {
  /// The lines of a file that must tell it.
  private static let fewest = 8

  private let bytes: [UInt8]

  /// The number of the last line that had one.
  private var last = 0

  /// The numbering of the text from `start` on; `nil` where its lines are not numbered: nearly every
  /// file is told by its first lines.
  init?(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var cursor = LineCursor(bytes, from: start)
    var counts = (filled: 0, numbered: 0)
    var last = 0
    while counts.filled < 60, let line = cursor.next() {
      guard let first = bytes[line.range].firstIndex(where: { $0 > 0x20 }) else { continue }
      counts.filled += 1
      if let (number, _) = NumberedLines.number(bytes, first, line.end) {
        if number == last + 1 || number == 1 { counts.numbered += 1 }
        last = number
      }
      if counts.filled == 4, counts.numbered < 2 { return nil }
    }
    guard counts.numbered >= NumberedLines.fewest, counts.numbered * 5 >= counts.filled * 4 else {
      return nil
    }
    cursor = LineCursor(bytes, from: start)
    var labels = 0
    while labels < 2 {
      guard let line = cursor.next() else { return nil }
      if beginsTurn(words(of: line)) { labels += 1 }
    }
    self.last = 0
  }

  /// The words of the next line behind its number; a number alone is none.
  mutating func words(of line: ByteSpan) -> ByteSpan {
    guard let first = bytes[line.range].firstIndex(where: { $0 > 0x20 }),
      let (number, end) = NumberedLines.number(bytes, first, line.end)
    else { return line }
    // A page may begin again, and a number be missing.
    guard number == 1 || (last + 1...last + 2).contains(number) else {
      return bytes[end..<line.end].allSatisfy { $0 <= 0x20 } ? ByteSpan(end, line.end) : line
    }
    last = number
    return ByteSpan(end, line.end)
  }

  /// Whether words begin with the label of one who speaks, asks or answers.
  func beginsTurn(_ words: ByteSpan) -> Bool {
    guard let first = bytes[words.range].firstIndex(where: { $0 > 0x20 }) else { return false }
    return bytes.withUnsafeBufferPointer {
      ExaminedLabel.shape($0, ByteSpan(first, words.end)) != nil
    }
  }

  /// A number of up to three digits with a space or nothing behind it, and where it ends.
  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Int, end: Int)? {
    var at = start
    var number = 0
    while at < end, at - start < 4, (0x30...0x39).contains(bytes[at]) {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > start, at - start < 4, at == end || bytes[at] == 0x20 || bytes[at] == 0x09 else {
      return nil
    }
    return (number, at)
  }
}
