import DictumModel

extension BlockBuilder {
  /// Adds the block or blocks that a leaf stands for; gives the last node that was used up.
  mutating func addLeaf(_ node: CMarkNode, _ kind: CMarkNode.Kind) -> CMarkNode {
    // Lent link definitions leave nothing; what they leave if they are none is not of this text.
    guard node.startLine > lentLines else { return node }
    let line = lines.index(of: node)
    switch kind {
    case .paragraph where takeProse(at: line): break
    case .paragraph, .heading: return addText(node, kind, line: line)
    case .codeBlock: addCode(node, line: line)
    case .htmlBlock: addHTML(node, line: line)
    case .thematicBreak:
      let span = ByteSpan(lines.firstNonspace(of: line), lines[line].end)
      add(BlockRecord(form: .thematicBreak, span: span, end: nextBlock + 1))
    default: break
    }
    return node
  }

  private mutating func addCode(_ node: CMarkNode, line: Int) {
    let opening = lines.content(of: line).cursor
    let first = inlines.buffers.lines.count
    if opening.indent >= 4 {
      let pieces = lines.indented(node)
      for piece in pieces { inlines.buffers.lines.append(piece) }
      let span = ByteSpan(
        pieces.first?.start ?? opening.firstNonspace, pieces.last?.end ?? lines[line].end)
      return addLiteral(.codeBlock, node.literal, span: span, firstLine: first)
    }
    let literal = node.literal
    let end = max(lines.contentEnd(literal, from: line + 1), line + 1)
    for index in (line + 1)..<end {
      var cursor = lines.content(of: index).cursor
      cursor.advance(columns: min(opening.indent, cursor.indent))
      inlines.buffers.lines.append(ByteSpan(cursor.contentStart, lines[index].end))
    }
    var last = lines[end - 1].end
    if end < lines.count, lines.isClosingFence(end, opening: opening) { last = lines[end].end }
    let info = inlines.buffers.literals.append(
      node.info, from: ByteSpan(opening.firstNonspace, lines[line].end), of: source)
    addLiteral(
      .codeBlock, literal, span: ByteSpan(opening.firstNonspace, last), firstLine: first, info: info
    )
  }

  private mutating func addHTML(_ node: CMarkNode, line: Int) {
    let literal = node.literal
    let first = inlines.buffers.lines.count
    let end = lines.contentEnd(literal, from: line)
    for index in line..<end {
      let start = lines.content(of: index).cursor.contentStart
      inlines.buffers.lines.append(ByteSpan(start, lines[index].end))
    }
    let start = end > line ? inlines.buffers.lines[first].start : lines[line].start
    let span = ByteSpan(start, lines[max(line, end - 1)].end)
    addLiteral(.htmlBlock, literal, span: span, firstLine: first)
  }

  /// Adds a block of code or HTML whose lines were added from `firstLine` on.
  private mutating func addLiteral(
    _ form: Block.Form, _ literal: UnsafeBufferPointer<UInt8>, span: ByteSpan, firstLine: Int,
    info: Range<Int> = 0..<0
  ) {
    let all = inlines.buffers.lines.count
    let content = ByteSpan(
      firstLine < all ? inlines.buffers.lines[firstLine].start : span.end, span.end)
    let start = inlines.buffers.text.count
    if literal.has(0x0D) {
      (source.restored(literal, from: content) ?? Array(literal)).withLineFeeds
        .withUnsafeBufferPointer { inlines.buffers.text.append(contentsOf: $0) }
    } else {
      _ = inlines.buffers.text.append(literal, from: content, of: source)
    }
    add(
      BlockRecord(
        form: form, span: span, end: nextBlock + 1, lines: firstLine..<all,
        text: start..<inlines.buffers.text.count, literal: info))
  }
}

extension ContainedLines {
  /// Whether a code block is indented rather than fenced.
  func isIndented(_ node: CMarkNode) -> Bool {
    content(of: index(of: node)).cursor.indent >= 4
  }

  /// The lines of an indented code block without the indentation.
  func indented(_ node: CMarkNode) -> [ByteSpan] {
    let first = index(of: node)
    return (first..<contentEnd(node.literal, from: first)).map { index in
      var cursor = content(of: index).cursor
      if cursor.indent >= 4 {
        cursor.advance(columns: 4)
      } else {
        cursor.skipIndent()
      }
      return ByteSpan(cursor.contentStart, self[index].end)
    }
  }

  /// One past the index of the last line of a literal that begins at a line.
  fileprivate func contentEnd(_ literal: UnsafeBufferPointer<UInt8>, from line: Int) -> Int {
    min(line + literal.lineEndCount, count)
  }

  fileprivate func isClosingFence(_ index: Int, opening: LineCursor) -> Bool {
    let (cursor, isWhole) = content(of: index)
    guard isWhole, cursor.indent <= 3, let fence = opening.nonspace, cursor.nonspace == fence
    else { return false }
    return cursor.run(of: fence) >= opening.run(of: fence)
  }
}

extension LineCursor {
  /// How often a byte stands in a row from the first non-space on.
  func run(of byte: UInt8) -> Int {
    var end = firstNonspace
    while end < line.end, bytes[end] == byte { end += 1 }
    return end - firstNonspace
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of line ends: `\n`, `\r\n` or `\r`.
  fileprivate var lineEndCount: Int {
    var count = 0
    if !has(0x0D) {
      for byte in self { count &+= byte == 0x0A ? 1 : 0 }
      return count
    }
    var previous: UInt8 = 0
    for byte in self {
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { count += 1 }
      previous = byte
    }
    return count
  }
}

extension [UInt8] {
  /// With every line end as `\n`.
  fileprivate var withLineFeeds: [UInt8] {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in self {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }
}
