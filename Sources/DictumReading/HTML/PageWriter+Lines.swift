import DictumHTML
import DictumModel

extension PageWriter {
  /// Writes the characters of a text node inside preformatted text, line by line; of the first one
  /// not the line end it may begin with, which a page has for looks.
  mutating func lines(of index: Int, isFirst: Bool) {
    let node = page.nodes[index]
    let text = Array((node.text ?? "").utf8)
    var start = 0
    if isFirst {
      if text.first == 0x0D { start = 1 }
      if start < text.count, text[start] == 0x0A { start += 1 }
    }
    while start < text.count {
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
      if end > start {
        verbatim(
          text[start..<end],
          node.isVerbatim
            ? ByteSpan(node.span.start + start, node.span.start + end) : node.span,
          node.isVerbatim ? .verbatim : .replaced)
      }
      guard end < text.count else { return }
      waitingLines += 1
      start = end + 1
      if text[end] == 0x0D, start < text.count, text[start] == 0x0A { start += 1 }
    }
  }
}
