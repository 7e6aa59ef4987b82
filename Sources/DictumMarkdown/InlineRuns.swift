import DictumModel

/// Finds what can be left out of the lines of a stretch that holds markup: runs of words between
/// marks, from the first ASCII letter to the last, so that every mark keeps the neighbours by which
/// libcmark tells what it means.
///
///     See [the *old* notes](old/notes.md), and **all of the rest** of them.
///     a [the *old* a](a), a **a** a.
///
/// What stands in brackets may be the label of a link, and stays where links may be defined by labels.
/// Where HTML, link definitions or tabs may come, or code and links that go on over lines, the stretch
/// is left as it is.
struct InlineRuns {
  /// Whether brackets may name a link that is defined elsewhere.
  let mayNameLinks: Bool

  /// How many brackets are open that may do so.
  private var depth = 0

  /// Whether a footnote reference, a wiki-link or maths may stand in the lines, not in code.
  private(set) var mayBeMasked = false

  /// Whether the next byte stands in no bracket.
  var isOutside: Bool { depth == 0 }

  init(mayNameLinks: Bool) { self.mayNameLinks = mayNameLinks }

  /// Adds the runs of the next line, whose first mark is `first`, to `omitted`; `false` where the
  /// stretch must be left as it is.
  mutating func add(
    _ line: ByteSpan, _ first: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    to omitted: inout [ByteSpan]
  ) -> Bool {
    let mayBeCode = bytes.firstLetter(of: line) == nil
    var start = line.start
    var mark = first
    while true {
      if depth == 0, !mayBeCode, let run = bytes.run(start, mark) { omitted.append(run) }
      guard mark < line.end else { return true }
      start = mark + 1
      let next = start < line.end ? bytes[start] : 0x0A
      switch bytes[mark] {
      case 0x24: mayBeMasked = true
      case 0x26: while start < line.end, bytes[start].isOfEntity { start += 1 }
      case 0x2A, 0x5E, 0x5F, 0x7E: break
      case 0x3C:
        guard let end = bytes.tagEnd(from: start, to: line.end) else { return false }
        start = end
      case 0x5B:
        if mayNameLinks { depth += 1 }
        if next == 0x5B || next == 0x5E { mayBeMasked = true }
      case 0x5C:
        if depth > 0 { return false }
        if next == 0x28 || next == 0x5B { mayBeMasked = true }
        start = min(start + 1, line.end)
      case 0x5D:
        depth = max(depth - 1, 0)
        if next == 0x3A { return false }
        if next == 0x28 {
          guard let end = bytes.destinationEnd(from: start + 1, to: line.end),
            let behind = bytes.targetEnd(from: end, to: line.end)
          else { return false }
          let isPlain = bytes.isPlain(start, behind)
          if isPlain, depth == 0, !mayBeCode, let run = bytes.run(start + 1, end) {
            omitted.append(run)
          }
          // It may be no destination, and hold maths.
          if !isPlain, bytes[start..<behind].contains(where: { $0 == 0x24 || $0 == 0x5B }) {
            mayBeMasked = true
          }
          start = behind
        }
      case 0x60:
        guard let end = bytes.codeEnd(from: mark, to: line.end) else { return false }
        start = end
      default: return false
      }
      mark = bytes.markup(from: start, to: line.end)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What can be left out between two marks, where it is worth it.
  fileprivate func run(_ start: Int, _ end: Int) -> ByteSpan? {
    guard end - start >= 8 else { return nil }
    var (start, end) = (start, end)
    while start < end, !self[start].isASCIILetter { start += 1 }
    while end > start, !self[end - 1].isASCIILetter { end -= 1 }
    return end - start >= 4 ? ByteSpan(start, end) : nil
  }

  /// Behind the backticks that end the code whose backticks begin at `start`.
  fileprivate func codeEnd(from start: Int, to end: Int) -> Int? {
    var offset = start
    var count = 0
    while offset < end {
      let first = offset
      while offset < end, self[offset] == 0x60 { offset += 1 }
      if count == 0 {
        count = offset - first
      } else if offset - first == count {
        return offset
      }
      while offset < end, self[offset] != 0x60 { offset += 1 }
    }
    return nil
  }

  /// Behind the `>` that ends the tag or the address that may begin with the `<` before `start`, or
  /// `start` where none does; `nil` where it may be more than that.
  fileprivate func tagEnd(from start: Int, to end: Int) -> Int? {
    guard start < end else { return start }
    switch self[start] {
    case 0x21, 0x2F, 0x3F, 0x41...0x5A, 0x61...0x7A: break
    default: return start
    }
    var offset = start
    while offset < end {
      switch self[offset] {
      case 0x3E: return offset + 1
      case 0x20, 0x23, 0x25, 0x2D...0x3B, 0x3D, 0x3F...0x5A, 0x61...0x7A: offset += 1
      default: return nil
      }
    }
    return nil
  }

  /// The end of the destination that begins at `start`; `nil` where it may be none.
  fileprivate func destinationEnd(from start: Int, to end: Int) -> Int? {
    let stop = destinationStop(from: start, to: end)
    return stop < end && (self[stop] == 0x29 || self[stop] == 0x20) ? stop : nil
  }

  /// Behind the parenthesis that follows a destination, and perhaps a title in double quotes; `nil`
  /// where it may be more than that.
  fileprivate func targetEnd(from start: Int, to end: Int) -> Int? {
    if self[start] == 0x29 { return start + 1 }
    return start + 1 < end && self[start + 1] == 0x22 ? titleEnd(from: start + 2, to: end) : nil
  }

  /// Behind the parenthesis that comes after the double quotes that end a title.
  private func titleEnd(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end, self[offset] != 0x22 {
      if self[offset] == 0x5C { return nil }
      offset += 1
    }
    return offset + 1 < end && self[offset + 1] == 0x29 ? offset + 2 : nil
  }
}

extension UInt8 {
  /// Whether it may stand in a reference such as `&amp;` or `&#x20;`.
  fileprivate var isOfEntity: Bool { isAlphanumeric || self == 0x23 }

  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
