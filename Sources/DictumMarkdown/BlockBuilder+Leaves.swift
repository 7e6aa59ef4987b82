import DictumModel

extension BlockBuilder {
  /// Adds the block or blocks that a leaf stands for; gives the last node that was used up.
  mutating func addLeaf(_ node: CMarkNode) -> CMarkNode {
    // Lent link definitions leave nothing; what they leave if they are none is not of this text.
    guard node.startLine > lentLines else { return node }
    let line = lineIndex(node)
    switch node.kind {
    case .paragraph, .heading: return addText(node, line: line)
    case .codeBlock: addCode(node, line: line)
    case .htmlBlock: addHTML(node, line: line)
    case .thematicBreak:
      let start = content(ofLine: line).cursor.firstNonspace
      add(Block(kind: .thematicBreak, span: ByteSpan(start, lines[line].end)))
    default: break
    }
    return node
  }

  /// Whether a code block is indented rather than fenced.
  func isIndented(_ node: CMarkNode) -> Bool {
    content(ofLine: lineIndex(node)).cursor.indent >= 4
  }

  /// The lines of an indented code block without the indentation.
  func indentedLines(_ node: CMarkNode) -> [ByteSpan] {
    let first = lineIndex(node)
    return (first..<contentEnd(node, from: first)).map { index in
      var cursor = content(ofLine: index).cursor
      if cursor.indent >= 4 {
        cursor.advance(columns: 4)
      } else {
        cursor.skipIndent()
      }
      return ByteSpan(cursor.contentStart, lines[index].end)
    }
  }

  private mutating func addCode(_ node: CMarkNode, line: Int) {
    let opening = content(ofLine: line).cursor
    if opening.indent >= 4 {
      let pieces = indentedLines(node)
      let span = ByteSpan(
        pieces.first?.start ?? opening.firstNonspace, pieces.last?.end ?? lines[line].end)
      return add(code(node, span: span, pieces: pieces))
    }
    let end = contentEnd(node, from: line + 1)
    let pieces = (line + 1..<max(end, line + 1)).map { index in
      var cursor = content(ofLine: index).cursor
      cursor.advance(columns: min(opening.indent, cursor.indent))
      return ByteSpan(cursor.contentStart, lines[index].end)
    }
    var last = pieces.last?.end ?? lines[line].end
    if end < lines.count, isClosingFence(line: end, opening: opening) { last = lines[end].end }
    add(code(node, span: ByteSpan(opening.firstNonspace, last), pieces: pieces))
  }

  private func code(_ node: CMarkNode, span: ByteSpan, pieces: [ByteSpan]) -> Block {
    Block(
      kind: .codeBlock(info: source.text(node.info, from: span)), span: span, lines: pieces,
      text: source.text(node.literal, from: span).withLineFeeds)
  }

  private mutating func addHTML(_ node: CMarkNode, line: Int) {
    let pieces = (line..<contentEnd(node, from: line)).map { index in
      ByteSpan(content(ofLine: index).cursor.contentStart, lines[index].end)
    }
    let end = pieces.last?.end ?? lines[line].end
    let span = ByteSpan(pieces.first?.start ?? lines[line].start, end)
    add(
      Block(
        kind: .htmlBlock, span: span, lines: pieces,
        text: source.text(node.literal, from: span).withLineFeeds))
  }

  /// One past the index of the last line of a literal that begins at a line.
  private func contentEnd(_ node: CMarkNode, from line: Int) -> Int {
    min(line + node.literal.lineEndCount, lines.count)
  }

  private func isClosingFence(line index: Int, opening: LineCursor) -> Bool {
    let (cursor, isWhole) = content(ofLine: index)
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
    var previous: UInt8 = 0
    for byte in self {
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { count += 1 }
      previous = byte
    }
    return count
  }
}

extension String {
  /// With every line end as `\n`.
  fileprivate var withLineFeeds: String {
    guard utf8.contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
