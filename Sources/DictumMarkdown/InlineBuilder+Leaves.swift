import DictumModel

extension InlineBuilder {
  /// Adds an inline without children.
  mutating func addLeaf(_ node: CMarkNode) {
    guard !isMisaligned else { return addLost(node) }
    switch node.kind {
    case .text: addText(node.literal)
    case .softBreak: addBreak(.softBreak)
    case .hardBreak: addBreak(.hardBreak)
    case .code: addCode(node)
    case .html: addHTML(node.literal)
    case .link: addAutolink(node)
    default: lose()
    }
  }

  /// Adds a leaf whose source is lost: what it says is still known.
  private mutating func addLost(_ node: CMarkNode) {
    let whole = ByteSpan(cursor.pieces.first?.start ?? 0, cursor.pieces.last?.end ?? 0)
    switch node.kind {
    case .softBreak, .hardBreak:
      text.append(0x0A)
      add(node.kind == .softBreak ? .softBreak : .hardBreak, whole)
    case .text, .code, .html:
      let literal = source.text(node.literal, from: whole)
      if node.kind != .html { text.append(contentsOf: literal.utf8) }
      add(node.kind == .text ? .text(literal) : .code(literal), whole)
    default: break
    }
  }

  private mutating func addBreak(_ kind: Inline.Kind) {
    let start = cursor.offset
    while cursor.offset < cursor.end, cursor.bytes[cursor.offset].isWhitespace {
      cursor.offset += 1
    }
    if kind == .hardBreak, cursor.offset + 1 == cursor.end, cursor.bytes[cursor.offset] == 0x5C {
      cursor.offset += 1
    }
    var end = cursor.offset
    guard end == cursor.end, advanceLine() else { return lose() }
    if cursor.bytes[end] == 0x0D, cursor.bytes[end + 1] == 0x0A { end += 1 }
    add(kind, ByteSpan(start, end + 1))
  }

  private mutating func addCode(_ node: CMarkNode) {
    let start = cursor.offset
    let fence = takeBackticks()
    guard fence > 0 else { return lose() }
    var content: [UInt8] = []
    var end = cursor
    while true {
      guard let byte = end.byte else {
        lose()
        return addLost(node)
      }
      if byte == 0x60 {
        let first = end.offset
        while end.offset < end.end, end.bytes[end.offset] == 0x60 { end.offset += 1 }
        if end.offset - first == fence { break }
        content.append(contentsOf: repeatElement(0x60, count: end.offset - first))
      } else {
        content.append(end.offset < end.end ? source.bytes[end.offset] : byte)
        end.advance()
      }
    }
    cursor = end
    let isPadded =
      content.first.map(isSpace) == true && content.last.map(isSpace) == true
      && !content.allSatisfy(isSpace)
    let inner = isPadded ? Array(content.dropFirst().dropLast()) : content
    if isPadded, content.first == 0x0A { text.append(0x0A) }
    text.append(contentsOf: inner.markdownText.utf8)
    if isPadded, content.last == 0x0A { text.append(0x0A) }
    add(.code(inner.map { $0 == 0x0A ? 0x20 : $0 }.markdownText), from: start)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private mutating func takeBackticks() -> Int {
    let start = cursor.offset
    while cursor.offset < cursor.end, cursor.bytes[cursor.offset] == 0x60 { cursor.offset += 1 }
    return cursor.offset - start
  }

  private mutating func addHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    let start = cursor.offset
    var written: [UInt8] = []
    var index = 0
    while index < literal.count {
      if cursor.offset == cursor.end {
        // A line end, of which libcmark keeps the bytes.
        guard !cursor.isAtEnd, literal[index] == 0x0A || literal[index] == 0x0D else {
          return lose()
        }
        if literal[index] == 0x0D, index + 1 < literal.count, literal[index + 1] == 0x0A {
          index += 1
        }
        index += 1
        written.append(0x0A)
        _ = advanceLine()
        while index < literal.count, literal[index].isBlank { index += 1 }
      } else {
        let byte = cursor.bytes[cursor.offset]
        guard byte == literal[index] || byte == 0 else { return lose() }
        written.append(source.bytes[cursor.offset])
        index += byte == 0 ? 3 : 1
        cursor.offset += 1
      }
    }
    add(.html(written.markdownText), from: start)
  }

  private mutating func addAutolink(_ node: CMarkNode) {
    let start = cursor.offset
    while cursor.offset < cursor.end, cursor.bytes[cursor.offset] != 0x3E { cursor.offset += 1 }
    guard cursor.offset < cursor.end else { return lose() }
    text.append(contentsOf: source.bytes[(start + 1)..<cursor.offset])
    cursor.offset += 1
    let destination = source.text(node.destination, from: ByteSpan(start, cursor.offset))
    add(.autolink(destination: destination), from: start)
  }
}
