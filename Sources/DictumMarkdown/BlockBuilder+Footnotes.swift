import DictumModel

extension BlockBuilder {
  /// The footnote reference at `offset` that is followed by a colon, and so a definition.
  func footnote(at offset: Int) -> (label: String, contentStart: Int)? {
    guard !source.masks.isEmpty else { return nil }
    let index = source.maskIndex(at: offset)
    guard index < source.masks.count else { return nil }
    let mask = source.masks[index]
    guard mask.span.start == offset, case .footnoteReference(let label) = mask.kind,
      mask.span.end < source.masked.count, source.masked[mask.span.end] == 0x3A
    else { return nil }
    return (label, mask.span.end + 1)
  }

  /// Adds a paragraph some of whose lines begin footnote definitions.
  ///
  /// First what is before the first definition, then the definitions, the last of them with the
  /// indented block that follows. Gives the last node that was used up. libcmark has read the lines as one paragraph, so each part is parsed anew by itself.
  mutating func addFootnotes(
    _ node: CMarkNode, pieces: [ByteSpan], range: Range<Int>, firstLine: Int
  ) -> CMarkNode {
    let starts = range.filter { footnote(at: pieces[$0].start) != nil }
    guard let firstStart = starts.first, let lastStart = starts.last else { return node }
    if firstStart > range.lowerBound {
      let before = (range.lowerBound..<firstStart).map { index in
        ByteSpan(content(ofLine: firstLine + index).cursor.contentStart, pieces[index].end)
      }
      for block in parse(before) { add(block) }
    }
    for (start, end) in zip(starts, starts.dropFirst() + [range.upperBound]) {
      var body = footnoteLines(start..<end, firstLine: firstLine)
      if start == lastStart, node.kind == .paragraph, let next = node.next,
        next.kind == .codeBlock, isIndented(next)
      {
        let between = max(0, lineIndex(next) - firstLine - pieces.count)
        body += repeatElement(ByteSpan(pieces[end - 1].end, pieces[end - 1].end), count: between)
        body += indentedLines(next)
        addFootnote(pieces[start], body)
        return next
      }
      addFootnote(pieces[start], body)
    }
    if node.kind == .heading, range.upperBound < pieces.count {
      // What would underline a paragraph stands outside of the footnote.
      for block in parse([pieces[range.upperBound]]) { add(block) }
    }
    return node
  }

  private mutating func addFootnote(_ first: ByteSpan, _ body: [ByteSpan]) {
    guard let (label, contentStart) = footnote(at: first.start) else { return }
    let children = parse(body)
    add(
      Block(
        kind: .footnoteDefinition(label: label),
        span: ByteSpan(first.start, children.last?.span.end ?? contentStart),
        children: children))
  }

  /// The lines of a definition without its label and up to four columns of indentation.
  private func footnoteLines(_ range: Range<Int>, firstLine: Int) -> [ByteSpan] {
    range.map { index in
      var cursor = content(ofLine: firstLine + index).cursor
      if index == range.lowerBound, let (_, start) = footnote(at: cursor.firstNonspace) {
        var start = start
        while start < cursor.line.end, source.masked[start].isBlank { start += 1 }
        return ByteSpan(start, cursor.line.end)
      }
      cursor.advance(columns: min(4, cursor.indent))
      return ByteSpan(cursor.contentStart, cursor.line.end)
    }
  }

  /// Parses lines by themselves, with the link definitions of the document that they name.
  private mutating func parse(_ body: [ByteSpan]) -> [Block] {
    var body = body
    // libcmark would skip a byte order mark, as if a file began here.
    while let first = body.first, source.masked[first.range].starts(with: [0xEF, 0xBB, 0xBF]) {
      body[0] = ByteSpan(first.start + 3, first.end)
    }
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
    var builder = BlockBuilder(
      source, lines: Array(repeating: ByteSpan(start, start), count: lentLines) + body,
      lentLines: lentLines, definitions: definitions, entities: entities,
      footnoteDepth: footnoteDepth + 1)
    let blocks = buffer.withUnsafeBufferPointer { buffer in
      CMarkTree.withRoot(parsing: buffer) { builder.build($0) }
    }
    misalignedBlocks += builder.misalignedBlocks
    return blocks ?? []
  }
}
