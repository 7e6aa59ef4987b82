import DictumModel

extension InlineBuilder {
  /// Adds the lines numbered `pieces`, which are words without markup and end with no white space but
  /// spaces and tabs.
  mutating func addPlain(_ pieces: Range<Int>) {
    let pieces = buffers.lines.slice(pieces)
    addPlain(pieces, upTo: pieces.last?.end ?? 0)
  }

  /// Adds content that is but words and line ends, and ends at `lastEnd`.
  mutating func addPlain(_ pieces: UnsafeBufferPointer<ByteSpan>, upTo lastEnd: Int) {
    for index in pieces.indices {
      let start = pieces[index].start
      let isLast = index + 1 == pieces.count
      let lineEnd = isLast ? lastEnd : pieces[index].end
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

extension ContentCursor {
  /// Whether no byte of the content can be markup, so that libcmark's inlines need not be looked at.
  var isPlain: Bool {
    for index in pieces.indices {
      let piece = pieces[index]
      let end = index + 1 < pieces.count ? piece.end : lastEnd
      // A line of white space alone is none to libcmark, or a form feed.
      guard end > piece.start, bytes.isPlain(piece.start, end) else { return false }
    }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes of a range hold none that Markdown may take for markup within a line, no mask,
  /// no dollar that may begin maths and no control character.
  func isPlain(_ start: Int, _ end: Int) -> Bool { markup(from: start, to: end) == end }

  /// The first of such bytes in a range, else its end.
  func markup(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, offset + 16 <= count {
      if let found = block(at: offset).markup.first { return Swift.min(offset + found, end) }
      offset += 16
    }
    while offset < end {
      switch self[offset] {
      case 0..<0x20, 0x24, 0x26, 0x2A, 0x3C, 0x5B...0x60, 0x7E, 0x7F: return offset
      default: offset += 1
      }
    }
    return end
  }
}

extension ByteBlock {
  /// Where a control character, `$`, `&`, `*`, `<`, `~` or one from `[` to the backtick stands, among
  /// which are `\` and `_`.
  @inline(__always)
  fileprivate var markup: Places {
    // The dollar and the ampersand differ in one bit.
    let money = (self & ByteBlock(repeating: 0xFD)).places(of: 0x24)
    return places(from: 0, count: 0x20) .| money .| places(of: 0x2A) .| places(of: 0x3C)
      .| places(from: 0x5B, count: 6) .| places(from: 0x7E, count: 2)
  }
}
