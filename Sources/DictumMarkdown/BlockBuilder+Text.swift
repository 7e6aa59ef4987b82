import DictumModel

extension BlockBuilder {
  /// Adds a paragraph, table or heading, or the footnote definitions it turns out to be; gives the
  /// last node that was used up.
  mutating func addText(_ node: CMarkNode, line: Int) -> CMarkNode {
    let first = content(ofLine: line).cursor
    if node.kind == .heading, let piece = numberSignContent(first) {
      add(node, pieces: [piece], span: ByteSpan(first.firstNonspace, lines[line].end))
      return node
    }
    let last = max(line, min(node.endLine - 1, lines.count - 1))
    let all = (line...last).map { index in
      ByteSpan(content(ofLine: index).cursor.firstNonspace, lines[index].end)
    }
    var range = textLines(all)
    var end = lines[last].end
    if node.kind == .heading, let underlined = underlinedLines(all, firstLine: line) {
      range = underlined
      end = lines[line + underlined.upperBound].end
    }
    if footnoteDepth < 3, range.contains(where: { footnote(at: all[$0].start) != nil }) {
      return addFootnotes(node, pieces: all, range: range, firstLine: line)
    }
    let pieces = range == all.indices ? all : Array(all[range])
    add(node, pieces: pieces, span: ByteSpan(pieces.first?.start ?? end, end))
    return node
  }

  private mutating func add(_ node: CMarkNode, pieces: [ByteSpan], span: ByteSpan) {
    var builder = InlineBuilder(source, entities: entities, block: node, pieces: pieces)
    let inlines = builder.build()
    if builder.isMisaligned { misalignedBlocks += 1 }
    let kind: Block.Kind =
      if node.kind == .heading {
        .heading(level: node.level)
      } else if DelimiterRow.makesTable(pieces, source.masked) {
        .table
      } else {
        .paragraph
      }
    add(
      Block(
        kind: kind, span: span, lines: pieces, inlines: inlines,
        text: builder.textString(inlines)))
  }

  /// The content of a `#` heading without its markers, or `nil` if the line is none.
  private func numberSignContent(_ cursor: LineCursor) -> ByteSpan? {
    let level = cursor.run(of: 0x23)
    var start = cursor.firstNonspace + level
    var end = cursor.line.end
    guard (1...6).contains(level), start == end || source.masked[start].isBlank else { return nil }
    while start < end, source.masked[start].isBlank { start += 1 }
    end = trimmed(from: start, to: end)
    var closing = end
    while closing > start, source.masked[closing - 1] == 0x23 { closing -= 1 }
    if closing < end, source.masked[closing - 1].isBlank { end = trimmed(from: start, to: closing) }
    return ByteSpan(start, end)
  }

  private func trimmed(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, source.masked[end - 1].isWhitespace { end -= 1 }
    return end
  }

  /// Which of a paragraph's lines, by their indices, are not link reference definitions.
  private func textLines(_ pieces: [ByteSpan]) -> Range<Int> {
    var cursor = ContentCursor(source.masked, pieces: pieces)
    while cursor.byte == 0x5B, cursor.takeDefinition() {
      if cursor.isAtEnd { return pieces.count..<pieces.count }
    }
    return cursor.index..<pieces.count
  }

  /// Which lines, by their indices, are the text above the underline that follows them; an
  /// underline below nothing but link definitions is itself text.
  private func underlinedLines(_ pieces: [ByteSpan], firstLine: Int) -> Range<Int>? {
    for index in pieces.indices.dropFirst() where isUnderline(line: firstLine + index) {
      let range = textLines(Array(pieces[..<index]))
      if !range.isEmpty { return range }
    }
    return nil
  }

  /// Whether a line underlines the ones before it, if they are a paragraph.
  private func isUnderline(line index: Int) -> Bool {
    let (cursor, isWhole) = content(ofLine: index)
    guard isWhole, cursor.indent <= 3, let mark = cursor.nonspace, mark == 0x3D || mark == 0x2D
    else { return false }
    let end = cursor.firstNonspace + cursor.run(of: mark)
    return (end..<cursor.line.end).allSatisfy { source.masked[$0].isBlank }
  }
}
