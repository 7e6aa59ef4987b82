import DictumModel

extension ParseSource {
  /// The footnote reference at `offset` that is followed by a colon, and so a definition.
  func footnote(at offset: Int) -> (label: ByteSpan, contentStart: Int)? {
    guard !masks.isEmpty, offset < bytes.count, bytes[offset] == 0x5B else {
      return nil
    }
    let index = maskIndex(at: offset)
    guard index < masks.count else { return nil }
    let mask = masks[index]
    guard mask.span.start == offset, mask.form == .footnoteReference,
      mask.span.end < masked.count, masked[mask.span.end] == 0x3A
    else { return nil }
    return (ByteSpan(offset + 2, mask.span.end - 1), mask.span.end + 1)
  }
}

extension BlockBuilder {
  /// Adds a paragraph some of whose lines begin footnote definitions.
  ///
  /// First what is before the first definition, then the definitions, the last of them with the
  /// indented block that follows. Gives the last node that was used up. libcmark has read the lines as one paragraph, so each part is parsed anew by itself.
  mutating func addFootnotes(
    _ node: CMarkNode, _ kind: CMarkNode.Kind, pieces: [ByteSpan], range: Range<Int>,
    firstLine: Int
  ) -> CMarkNode {
    let starts = range.filter { source.footnote(at: pieces[$0].start) != nil }
    guard let firstStart = starts.first, let lastStart = starts.last else { return node }
    if firstStart > range.lowerBound {
      let before = (range.lowerBound..<firstStart).map { index in
        ByteSpan(lines.content(of: firstLine + index).cursor.contentStart, pieces[index].end)
      }
      addParsed(before)
    }
    for (start, end) in zip(starts, starts.dropFirst() + [range.upperBound]) {
      var body = footnoteLines(start..<end, firstLine: firstLine)
      if start == lastStart, kind == .paragraph, let next = node.next,
        next.kind == .codeBlock, lines.isIndented(next)
      {
        let between = max(0, lines.index(of: next) - firstLine - pieces.count)
        body += repeatElement(ByteSpan(pieces[end - 1].end, pieces[end - 1].end), count: between)
        body += lines.indented(next)
        addFootnote(pieces[start], body)
        return next
      }
      addFootnote(pieces[start], body)
    }
    if kind == .heading, range.upperBound < pieces.count {
      // What would underline a paragraph stands outside of the footnote.
      addParsed([pieces[range.upperBound]])
    }
    return node
  }

  private mutating func addFootnote(_ first: ByteSpan, _ body: [ByteSpan]) {
    guard let (label, contentStart) = source.footnote(at: first.start) else { return }
    let firstByte = inlines.buffers.literals.count
    inlines.buffers.literals.append(
      withoutNUL: UnsafeBufferPointer(rebasing: source.bytes[label.range]))
    let record = nextBlock
    add(
      BlockRecord(
        form: .footnoteDefinition, span: ByteSpan(first.start, contentStart), end: record + 1,
        literal: firstByte..<inlines.buffers.literals.count))
    let end = parse(body) ?? contentStart
    close(record, end: end)
    noteEnd(end)
  }

  /// Parses lines by themselves and adds their blocks to the innermost container.
  private mutating func addParsed(_ body: [ByteSpan]) {
    if let end = parse(body) { noteEnd(end) }
  }

  /// The lines of a definition without its label and up to four columns of indentation.
  private func footnoteLines(_ range: Range<Int>, firstLine: Int) -> [ByteSpan] {
    range.map { index in
      var cursor = lines.content(of: firstLine + index).cursor
      if index == range.lowerBound, let (_, start) = source.footnote(at: cursor.firstNonspace) {
        var start = start
        while start < cursor.line.end, source.masked[start].isBlank { start += 1 }
        return ByteSpan(start, cursor.line.end)
      }
      cursor.advance(columns: min(4, cursor.indent))
      return ByteSpan(cursor.contentStart, cursor.line.end)
    }
  }

  /// Parses lines by themselves, with the link definitions of the document that they name; gives the
  /// end of the last block.
  private mutating func parse(_ body: [ByteSpan]) -> Int? {
    var body = body
    // libcmark would skip a byte order mark, as if a file began here.
    while let first = body.first, source.masked[first.range].starts(with: [0xEF, 0xBB, 0xBF]) {
      body[0] = ByteSpan(first.start + 3, first.end)
    }
    if let end = addParagraph(body) { return end }
    let lent = definitions.named(in: body)
    var buffer: [UInt8] = []
    for span in lent {
      buffer.append(contentsOf: source.masked[span.range])
      buffer.append(0x0A)
    }
    // A blank line keeps them apart from the text.
    if !lent.isEmpty { buffer.append(0x0A) }
    for span in body {
      buffer.append(contentsOf: source.masked[span.range])
      buffer.append(0x0A)
    }
    let lentLines = lent.isEmpty ? 0 : lent.count + 1
    let start = body.first?.start ?? 0
    return buffer.withUnsafeBufferPointer { buffer in
      build(
        inside: Array(repeating: ByteSpan(start, start), count: lentLines) + body,
        lentLines: lentLines, text: buffer)
    }
  }
}
