import DictumModel

/// Finds what can be left out of the lines of a stretch that holds markup: runs of words between
/// marks, from the first ASCII letter to the last, so that every mark keeps the neighbours by which
/// libcmark tells what it means.
///
///     See [the *old* notes](a.md), and **all of the rest** of them.
///     a [the *old* notes](a.md), a **a** a.
///
/// What stands in brackets may be the label of a link, and stays. Where entities, HTML, maths, link
/// definitions, titles or tabs may come, the stretch is left as it is.
struct InlineRuns {
  /// How many brackets are open.
  private var depth = 0

  /// Whether the next byte stands in no bracket.
  var isOutside: Bool { depth == 0 }

  /// Adds the runs of the next line to `omitted`; `false` where the stretch must be left as it is.
  mutating func add(
    _ line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>, to omitted: inout [ByteSpan]
  ) -> Bool {
    let mayBeCode = bytes.words(of: line) == nil
    var start = line.start
    while true {
      let mark = bytes.markup(from: start, to: line.end)
      if depth == 0, !mayBeCode, let run = bytes.run(start, mark) { omitted.append(run) }
      guard mark < line.end else { return true }
      start = mark + 1
      switch bytes[mark] {
      case 0x2A, 0x5E, 0x5F, 0x7E: continue
      case 0x60 where depth == 0: continue
      case 0x5B: depth += 1
      case 0x5C where depth == 0:
        guard start < line.end else { return true }
        // Maths, or a bracket that is none.
        if [0x28, 0x29, 0x5B, 0x5D].contains(bytes[start]) { return false }
        start += 1
      case 0x5D:
        depth = max(depth - 1, 0)
        guard start < line.end else { continue }
        if bytes[start] == 0x3A { return false }
        if bytes[start] == 0x28 {
          guard let end = bytes.destinationEnd(from: start + 1, to: line.end) else { return false }
          start = end
        }
      default: return false
      }
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

  /// Behind the parenthesis that ends a destination; `nil` where it may be more than a destination.
  fileprivate func destinationEnd(from start: Int, to end: Int) -> Int? {
    for offset in start..<end {
      switch self[offset] {
      case 0x29: return offset + 1
      case 0..<0x21, 0x28, 0x3C, 0x5C, 0x7F: return nil
      default: continue
      }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
