import DictumModel

/// The part of a passage's text that shows why it was found.
struct Snippet {
  /// Bytes of text shown at most.
  private static let length = 320

  /// The words, white space run together, the matches marked: in colour where there are colours,
  /// else between `**`.
  static func text(_ hit: SearchHit, style: Style) -> String {
    let bytes = Array(hit.passage.text.utf8)
    let window = window(in: bytes, around: hit.highlights)
    var text = ""
    var at = window.start
    for span in hit.highlights where span.start >= window.start && span.end <= window.end {
      text += string(bytes, at, span.start, style)
      let words = string(bytes, span.start, span.end, style)
      text += style.hasColour ? style.paint(words, .match) : "**\(words)**"
      at = span.end
    }
    text += string(bytes, at, window.end, style)
    return (window.start > 0 ? "…" : "") + text + (window.end < bytes.count ? "…" : "")
  }

  private static func string(_ bytes: [UInt8], _ start: Int, _ end: Int, _ style: Style) -> String {
    guard start < end else { return "" }
    return style.safe(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// The bytes to show: the stretch that holds the most matches, widened to whole words.
  private static func window(in bytes: [UInt8], around highlights: [ByteSpan]) -> ByteSpan {
    guard bytes.count > length else { return ByteSpan(0, bytes.count) }
    var best = (start: 0, count: 0)
    var last = 0
    for (first, span) in highlights.enumerated() {
      while last < highlights.count, highlights[last].end <= span.start + length * 3 / 4 {
        last += 1
      }
      if last - first > best.count { best = (span.start, last - first) }
    }
    var start = max(0, min(best.start - length / 4, bytes.count - length))
    while start > 0, !isSpace(bytes[start - 1]) { start -= 1 }
    var end = min(bytes.count, start + length)
    while end < bytes.count, !isSpace(bytes[end]) { end += 1 }
    return ByteSpan(start, end)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }
}
