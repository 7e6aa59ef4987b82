import DictumModel

/// The questions and answers of a deposition, among labels in capitals of those who are in the room.
///
///     MR. VISSER: Good morning.
///     Q. Did you measure it?
///     A. I did.
///     THE COURT: You may go on.
///
/// Questions and answers alone are as well a list that one person wrote, and stay a post.
enum ExaminedLabel {
  /// Whether two questions and two answers or more are marked with a letter and a full stop.
  static func mayHold(_ bytes: [UInt8], _ leaves: [Leaf]) -> Bool {
    var counts = (questions: 0, answers: 0)
    for leaf in leaves.indices {
      let start = leaves[leaf].span.start
      guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: ".") else { continue }
      if bytes[start] == UInt8(ascii: "Q") { counts.questions += 1 }
      if bytes[start] == UInt8(ascii: "A") { counts.answers += 1 }
    }
    return counts.questions > 1 && counts.answers > 1
  }

  /// The shape at the head of `line`, which begins with a capital.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) -> LabelShape? {
    let start = line.start
    guard start + 2 < line.end else { return nil }
    if bytes[start] == UInt8(ascii: "Q") || bytes[start] == UInt8(ascii: "A") {
      let mark = bytes[start + 1]
      let isMark = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ":")
      if isMark || mark == 0x20, bytes[start + 2] == 0x20 {
        return shape(bytes, ByteSpan(start, start + 1), start + (isMark ? 2 : 1), line)
      }
    }
    var at = start
    var hasWord = false
    while at < line.end, at - start <= 40 {
      switch bytes[at] {
      case UInt8(ascii: ":"):
        guard hasWord else { return nil }
        // `BY MR. VISSER:` says who asks from here on.
        let isBy = at - start > 6 && bytes[start] == 0x42 && bytes[start + 1] == 0x59
        let name = isBy && bytes[start + 2] == 0x20 ? start + 3 : start
        return shape(bytes, ByteSpan(name, at), at + 1, line)
      case 0x41...0x5A:
        hasWord = hasWord || at - start >= 3
      case 0x20, UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "-"): break
      default: return nil
      }
      at += 1
    }
    return nil
  }

  private static func shape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: ByteSpan, _ end: Int, _ line: ByteSpan
  ) -> LabelShape {
    var start = end
    while start < line.end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return LabelShape(
      form: .examined, words: words, time: nil, contentStart: start, allowLowercase: false)
  }
}
