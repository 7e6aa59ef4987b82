import DictumModel

/// The words of a document that libcmark need not see, because no markup can lie in them.
///
/// They are most of its bytes. libcmark, which only has to say which blocks and inlines there are, is
/// given one letter for each run of them, and the builders take the words from the source.
///
/// A document is looked at in stretches, from blank line to blank line or block of code. In one
/// without markup but at the heads of its lines, the words of each line are left out whole; in others
/// what `InlineRuns` finds. Nothing is left out from the first line on that may begin a block of code
/// in a container, or of HTML, that goes on over blank lines.
struct Abridgement {
  /// The stretches that hold words alone, each from the beginning of its first line to the end of
  /// its last, in order.
  private(set) var plain: [ByteSpan] = []

  /// What is left out, in order, each on one line.
  private(set) var omitted: [ByteSpan] = []

  /// The abridgement that leaves nothing out.
  static let none = Abridgement()

  private init() {}

  /// What can be left out of `lines` of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [ByteSpan]) {
    omitted.reserveCapacity(lines.count)
    var stretch = Stretch()
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard let head = bytes.firstNonblank(of: line) else {
        close(&stretch)
        continue
      }
      if let fence = CodeFence(openedBy: line, bytes), !stretch.isWhole {
        close(&stretch)
        while index < lines.count, !fence.isClosed(by: lines[index], bytes) { index += 1 }
        index += 1
        continue
      }
      if stretch.isEmpty { stretch.omitted = omitted.count }
      stretch.span = ByteSpan(stretch.isEmpty ? line.start : stretch.span.start, line.end)
      if bytes.isPlain(line.start, line.end) {
        guard stretch.runs.isOutside, let start = bytes.words(of: line) else {
          stretch.isPlain = false
          continue
        }
        let end = bytes.lastNonblank(from: start, to: line.end)
        if start < end { omitted.append(ByteSpan(start, end)) }
        continue
      }
      stretch.isPlain = false
      if Abridgement.mayGoOn(bytes, from: head, to: line.end) {
        omitted.removeLast(omitted.count - stretch.omitted)
        return
      }
      if !stretch.isWhole, !stretch.runs.add(line, bytes, to: &omitted) { stretch.isWhole = true }
    }
    close(&stretch)
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
      for span in omitted {
        add(position..<span.start)
        text[count] = UInt8(ascii: "a")
        count += 1
        position = span.end
      }
      add(position..<bytes.count)
    }
  }

  /// Lines one after another that are not blank.
  private struct Stretch {
    var span = ByteSpan(0, 0)
    /// How much was left out before it.
    var omitted = 0
    /// Whether it holds words alone.
    var isPlain = true
    /// Whether nothing may be left out of it.
    var isWhole = false
    var runs = InlineRuns()

    var isEmpty: Bool { span.isEmpty }
  }

  private mutating func close(_ stretch: inout Stretch) {
    if !stretch.isEmpty {
      if stretch.isPlain { plain.append(stretch.span) }
      if stretch.isWhole { omitted.removeLast(omitted.count - stretch.omitted) }
    }
    stretch = Stretch()
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

/// The fence of a block of code that stands at the very beginning of its line, and so in no container.
private struct CodeFence {
  let mark: UInt8
  let count: Int

  /// The fence that `line` is (CommonMark 4.5), if it is one.
  init?(openedBy line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard line.count >= 3, bytes[line.start] == 0x60 || bytes[line.start] == 0x7E else { return nil }
    mark = bytes[line.start]
    var end = line.start
    while end < line.end, bytes[end] == mark { end += 1 }
    count = end - line.start
    guard count >= 3 else { return nil }
    while end < line.end {
      if mark == 0x60, bytes[end] == 0x60 { return nil }
      end += 1
    }
  }

  func isClosed(by line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = line.start
    while start < line.end, start < line.start + 3, bytes[start] == 0x20 { start += 1 }
    var end = start
    while end < line.end, bytes[end] == mark { end += 1 }
    return end - start >= count && bytes.lastNonblank(from: end, to: line.end) == end
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
  /// Where the first letter of a line stands; `nil` where what stands before it may be the
  /// indentation of code.
  func words(of line: ByteSpan) -> Int? {
    var start = line.start
    var blanks = 0
    while start < line.end, !self[start].isLetter {
      blanks = self[start] == 0x20 ? blanks + 1 : 0
      if blanks == 4 { return nil }
      start += 1
    }
    return start
  }

  /// The end of a line, from `start` on, without the spaces and tabs there.
  fileprivate func lastNonblank(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The first byte of a line that is neither space nor tab; `nil` for a blank line.
  fileprivate func firstNonblank(of line: ByteSpan) -> Int? {
    var start = line.start
    while start < line.end, self[start].isBlank { start += 1 }
    return start < line.end ? start : nil
  }
}
