import DictumModel

/// The stretches of a document, from blank line to blank line, that hold no markup but at the heads of
/// their lines: paragraphs, headings, items and quotes that are words alone.
///
/// Of prose they are nearly half. Their words are taken from the source, so libcmark, which only has
/// to say which blocks and lines there are, is given one letter for the words of each line.
struct PlainStretches {
  /// Each from the beginning of its first line to the end of its last, in order.
  private(set) var spans: [ByteSpan] = []

  /// The words of their lines, from the first letter to the end of the line.
  private var words: [ByteSpan] = []

  /// The stretches in `lines` of `bytes`, up to the first line that may begin a block of code or HTML
  /// that goes on over blank lines.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [ByteSpan]) {
    var stretch: ByteSpan?
    var isPlain = true
    var known = 0
    words.reserveCapacity(lines.count)
    for line in lines {
      guard let head = bytes.firstNonblank(of: line) else {
        if isPlain, let stretch { spans.append(stretch) }
        stretch = nil
        isPlain = true
        known = words.count
        continue
      }
      stretch = ByteSpan(stretch?.start ?? line.start, line.end)
      if isPlain, let span = PlainStretches.words(of: line, bytes) {
        if !span.isEmpty { words.append(span) }
        continue
      }
      isPlain = false
      words.removeLast(words.count - known)
      if PlainStretches.mayGoOn(bytes, from: head, to: line.end) { return }
    }
    if isPlain, let stretch { spans.append(stretch) }
  }

  /// What libcmark is given of `bytes` from `start` on.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [UInt8] {
    let source = UnsafeRawBufferPointer(bytes)
    return [UInt8](unsafeUninitializedCapacity: bytes.count - start) { buffer, count in
      let text = UnsafeMutableRawBufferPointer(buffer)
      func add(_ range: Range<Int>) {
        UnsafeMutableRawBufferPointer(rebasing: text[count..<(count + range.count)])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
        count += range.count
      }
      var position = start
      for span in words {
        add(position..<span.start)
        text[count] = UInt8(ascii: "a")
        count += 1
        position = span.end
      }
      add(position..<bytes.count)
    }
  }

  /// The words of a line, which may be none; `nil` where it holds markup, maths, or what may be
  /// the indentation of code.
  private static func words(
    of line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> ByteSpan? {
    var start = line.start
    var blanks = 0
    while start < line.end, !bytes[start].isLetter {
      blanks = bytes[start] == 0x20 ? blanks + 1 : 0
      if blanks == 4 { return nil }
      start += 1
    }
    return bytes.isPlain(line.start, line.end) ? ByteSpan(start, line.end) : nil
  }

  /// Whether a block that blank lines do not end may begin on a line, behind the markers of
  /// containers: fenced code, or HTML of the first five kinds (CommonMark 4.6).
  private static func mayGoOn(
    _ bytes: UnsafeBufferPointer<UInt8>, from head: Int, to end: Int
  ) -> Bool {
    var at = head
    while at < end, bytes[at].isContainerMark { at += 1 }
    guard at + 1 < end else { return false }
    switch (bytes[at], bytes[at + 1]) {
    case (0x60, 0x60), (0x7E, 0x7E): return true
    case (0x3C, let next): return [0x21, 0x3F, 0x70, 0x73, 0x74].contains(next | 0x20)
    default: return false
    }
  }
}

extension UInt8 {
  /// An ASCII letter, or part of a character beyond ASCII.
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) || self >= 0x80 }

  /// A blank, `>`, or part of the marker of a list's item.
  fileprivate var isContainerMark: Bool {
    switch self {
    case 0x09, 0x20, 0x29, 0x2A, 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x3E: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte of a line that is neither space nor tab; `nil` for a blank line.
  fileprivate func firstNonblank(of line: ByteSpan) -> Int? {
    var start = line.start
    while start < line.end, self[start].isBlank { start += 1 }
    return start < line.end ? start : nil
  }
}
