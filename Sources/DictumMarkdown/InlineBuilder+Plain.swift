import DictumModel

extension InlineBuilder {
  /// Whether no byte of the content can be markup, so that libcmark's inlines need not be looked at.
  var isPlain: Bool {
    for index in cursor.pieces.indices {
      let piece = cursor.pieces[index]
      let end = index + 1 < cursor.pieces.count ? piece.end : cursor.lastEnd
      // A line of white space alone is none to libcmark, or a form feed.
      guard end > piece.start, source.masked.isPlain(piece.start, end) else { return false }
    }
    return true
  }

  /// Adds content that is but words and line ends.
  mutating func addPlain() {
    let pieces = cursor.pieces
    for index in pieces.indices {
      let start = pieces[index].start
      let isLast = index + 1 == pieces.count
      let lineEnd = isLast ? cursor.lastEnd : pieces[index].end
      var end = lineEnd
      while end > start, source.masked[end - 1].isBlank { end -= 1 }
      let firstByte = buffers.text.count
      if end > start {
        buffers.text.append(contentsOf: UnsafeBufferPointer(rebasing: source.bytes[start..<end]))
        add(.text, ByteSpan(start, end), text: firstByte..<buffers.text.count)
      }
      guard !isLast else { return }
      let isHard =
        lineEnd - end >= 2 && source.masked[lineEnd - 1] == 0x20
        && source.masked[lineEnd - 2] == 0x20
      let isPair = source.masked[lineEnd] == 0x0D && source.masked[lineEnd + 1] == 0x0A
      let lineFeed = buffers.text.count
      buffers.text.append(0x0A)
      add(
        isHard ? .hardBreak : .softBreak, ByteSpan(end, lineEnd + (isPair ? 2 : 1)),
        text: lineFeed..<(lineFeed + 1))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes of a range hold none that Markdown may take for markup within a line, no mask
  /// and no control character.
  fileprivate func isPlain(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset + 8 <= end {
      guard eight(at: offset).isPlain else { return false }
      offset += 8
    }
    while offset < end {
      switch self[offset] {
      case 0..<0x20, 0x26, 0x2A, 0x3C, 0x5B...0x60, 0x7E, 0x7F: return false
      default: offset += 1
      }
    }
    return true
  }
}

extension UInt64 {
  /// Whether none of its eight bytes is a control character, `&`, `*`, `<`, `~` or from `[` to the
  /// backtick, where `\` and `_` lie too.
  fileprivate var isPlain: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Of ASCII a carry into the high bit says that a byte is not less than a bound.
    let low = self & (ones &* 0x7F)
    let isBracketed = (low &+ ones &* (0x80 - 0x5B)) & ~(low &+ ones &* (0x80 - 0x61))
    let isTilde = low &+ ones &* (0x80 - 0x7E)
    let isControl = ~(low &+ ones &* (0x80 - 0x20))
    let high = ones &* 0x80
    return (isBracketed | isTilde | isControl) & ~self & high == 0
      && !holds(0x26) && !holds(0x2A) && !holds(0x3C)
  }
}
