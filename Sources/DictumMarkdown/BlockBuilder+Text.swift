import DictumModel

extension BlockBuilder {
  /// Adds a paragraph, table or heading, or the footnote definitions it turns out to be; gives the
  /// last node that was used up.
  mutating func addText(_ node: CMarkNode, _ kind: CMarkNode.Kind, line: Int) -> CMarkNode {
    let first = lines.firstNonspace(of: line)
    let base = inlines.buffers.lines.count
    if kind == .heading, let piece = source.masked.numberSignContent(first, lines[line].end) {
      inlines.buffers.lines.append(piece)
      add(node, kind, pieces: base..<(base + 1), span: ByteSpan(first, lines[line].end))
      return node
    }
    let last = max(line, min(node.endLine - 1, lines.count - 1))
    inlines.buffers.lines.append(ByteSpan(first, lines[line].end))
    if last > line {
      for index in (line + 1)...last {
        let start = lines.firstNonspace(of: index)
        inlines.buffers.lines.append(ByteSpan(start, lines[index].end))
      }
    }
    let all = base..<inlines.buffers.lines.count
    // Nearly all paragraphs begin otherwise.
    var range = first < source.masked.count && source.masked[first] != 0x5B ? all : textLines(all)
    var end = lines[last].end
    if kind == .heading, let underlined = underlinedLines(all, firstLine: line) {
      range = underlined
      end = lines[line + underlined.upperBound - base].end
    }
    if footnoteDepth < 3, !source.masks.isEmpty,
      range.contains(where: { source.footnote(at: inlines.buffers.lines[$0].start) != nil })
    {
      return addFootnotes(
        node, kind, pieces: Array(inlines.buffers.lines.slice(all)),
        range: (range.lowerBound - base)..<(range.upperBound - base), firstLine: line)
    }
    let start = range.isEmpty ? end : inlines.buffers.lines[range.lowerBound].start
    add(node, kind, pieces: range, span: ByteSpan(start, end))
    return node
  }

  private mutating func add(
    _ node: CMarkNode, _ kind: CMarkNode.Kind, pieces: Range<Int>, span: ByteSpan
  ) {
    var record = BlockRecord(form: .paragraph, span: span, end: nextBlock + 1, lines: pieces)
    if kind == .heading {
      record.form = .heading
      record.number = node.level
    } else if DelimiterRow.makesTable(inlines.buffers.lines.slice(pieces), source.masked) {
      record.form = .table
    }
    let firstInline = inlines.buffers.inlines.count
    let firstByte = inlines.buffers.text.count
    inlines.build(node, pieces: pieces)
    if inlines.isMisaligned { misalignedBlocks += 1 }
    record.inlines = firstInline..<inlines.buffers.inlines.count
    record.text = firstByte..<inlines.buffers.text.count
    add(record)
  }

  /// Which of a paragraph's lines, by their numbers, are not link reference definitions.
  private func textLines(_ pieces: Range<Int>) -> Range<Int> {
    var cursor = ContentCursor(source.masked, pieces: inlines.buffers.lines.slice(pieces))
    while cursor.byte == 0x5B, cursor.takeDefinition() {
      if cursor.isAtEnd { return pieces.upperBound..<pieces.upperBound }
    }
    return (pieces.lowerBound + cursor.index)..<pieces.upperBound
  }

  /// Which lines, by their numbers, are the text above the underline that follows them; an
  /// underline below nothing but link definitions is itself text.
  private func underlinedLines(_ pieces: Range<Int>, firstLine: Int) -> Range<Int>? {
    for index in 1..<max(pieces.count, 1) where lines.isUnderline(firstLine + index) {
      let range = textLines(pieces.lowerBound..<(pieces.lowerBound + index))
      if !range.isEmpty { return range }
    }
    return nil
  }
}

extension ContainedLines {
  /// Whether a line underlines the ones before it, if they are a paragraph.
  fileprivate func isUnderline(_ index: Int) -> Bool {
    let (cursor, isWhole) = content(of: index)
    guard isWhole, cursor.indent <= 3, let mark = cursor.nonspace, mark == 0x3D || mark == 0x2D
    else { return false }
    let end = cursor.firstNonspace + cursor.run(of: mark)
    return (end..<cursor.line.end).allSatisfy { cursor.bytes[$0].isBlank }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The content of a `#` heading without its markers, or `nil` if the line is none.
  func numberSignContent(_ first: Int, _ end: Int) -> ByteSpan? {
    var start = first
    while start < end, self[start] == 0x23 { start += 1 }
    guard (1...6).contains(start - first), start == end || self[start].isBlank else { return nil }
    while start < end, self[start].isBlank { start += 1 }
    var end = trimmed(from: start, to: end)
    var closing = end
    while closing > start, self[closing - 1] == 0x23 { closing -= 1 }
    if closing < end, self[closing - 1].isBlank { end = trimmed(from: start, to: closing) }
    return ByteSpan(start, end)
  }

  private func trimmed(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return end
  }
}
