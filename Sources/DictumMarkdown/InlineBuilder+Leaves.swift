import DictumModel

extension InlineBuilder {
  /// Adds an inline without children.
  mutating func addLeaf(_ node: CMarkNode, _ kind: CMarkNode.Kind) {
    guard !isMisaligned else { return addLost(node, kind) }
    switch kind {
    case .text: addText(node.literal)
    case .softBreak: addBreak(.softBreak)
    case .hardBreak: addBreak(.hardBreak)
    case .code: addCode(node)
    case .html: addHTML(node.literal)
    default: lose()
    }
  }

  /// Adds a leaf whose source is lost: what it says is still known.
  private mutating func addLost(_ node: CMarkNode, _ kind: CMarkNode.Kind) {
    let whole = ByteSpan(cursor.pieces.first?.start ?? 0, cursor.pieces.last?.end ?? 0)
    let start = buffers.text.count
    switch kind {
    case .softBreak, .hardBreak:
      buffers.text.append(0x0A)
      add(kind == .softBreak ? .softBreak : .hardBreak, whole, text: start..<(start + 1))
    case .text, .code:
      let text = buffers.text.append(node.literal, from: whole, of: source)
      add(kind == .text ? .text : .code, whole, text: text)
    case .html:
      let literal = buffers.literals.append(node.literal, from: whole, of: source)
      add(.html, whole, text: start..<start, literal: literal)
    default: break
    }
  }

  private mutating func addBreak(_ form: Inline.Form) {
    let start = cursor.offset
    let firstByte = buffers.text.count
    while cursor.offset < cursor.end, cursor.bytes[cursor.offset].isWhitespace {
      cursor.offset += 1
    }
    if form == .hardBreak, cursor.offset + 1 == cursor.end, cursor.bytes[cursor.offset] == 0x5C {
      cursor.offset += 1
    }
    var end = cursor.offset
    guard end == cursor.end, advanceLine() else { return lose() }
    if cursor.bytes[end] == 0x0D, cursor.bytes[end + 1] == 0x0A { end += 1 }
    add(form, ByteSpan(start, end + 1), text: firstByte..<buffers.text.count)
  }

  private mutating func addCode(_ node: CMarkNode) {
    let start = cursor.offset
    let fence = cursor.takeBackticks()
    let opening = cursor
    var closing = cursor
    guard fence > 0, closing.skip(toBackticks: fence) else {
      lose()
      return addLost(node, .code)
    }
    // What stands first and last in the code, a line end as a space.
    let first = opening.offset < opening.end ? opening.bytes[opening.offset] : 0x20
    let last = closing.isAtPieceStart ? 0x20 : closing.bytes[closing.offset - 1]
    var isPadded = first == 0x20 && last == 0x20
    if isPadded {
      var probe = opening
      probe.skipSpaces()
      isPadded = probe.offset < closing.offset
    }
    cursor = opening
    if isPadded, cursor.offset < cursor.end { cursor.offset += 1 }
    var text = buffers.text.count..<buffers.text.count
    if isPadded, opening.offset == opening.end {
      _ = advanceLine()
      text = buffers.text.count..<buffers.text.count
    }
    while cursor.index < closing.index {
      addBytes(to: cursor.end)
      let isPadding = isPadded && cursor.index + 1 == closing.index && closing.isAtPieceStart
      if isPadding { text = text.lowerBound..<buffers.text.count }
      _ = advanceLine()
    }
    if !isPadded || !closing.isAtPieceStart {
      addBytes(to: isPadded ? closing.offset - 1 : closing.offset)
      text = text.lowerBound..<buffers.text.count
    }
    cursor = closing
    cursor.offset += fence
    add(.code, ByteSpan(start, cursor.offset), text: text)
  }

  /// Shows the bytes of the file from the cursor up to `end`.
  private mutating func addBytes(to end: Int) {
    guard cursor.offset < end else { return }
    buffers.text.append(
      withoutNUL: UnsafeBufferPointer(rebasing: source.bytes[cursor.offset..<end]))
    cursor.offset = end
  }

  private mutating func addHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    let start = cursor.offset
    let firstByte = buffers.literals.count
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
        buffers.literals.append(0x0A)
        _ = advanceLine()
        while index < literal.count, literal[index].isBlank { index += 1 }
      } else {
        let byte = cursor.bytes[cursor.offset]
        guard byte == literal[index] || byte == 0 else { return lose() }
        if byte == 0 {
          for part in "\u{FFFD}".utf8 { buffers.literals.append(part) }
        } else {
          buffers.literals.append(source.bytes[cursor.offset])
        }
        index += byte == 0 ? 3 : 1
        cursor.offset += 1
      }
    }
    add(.html, from: start, literal: firstByte..<buffers.literals.count)
  }

  /// Adds a link in angle brackets.
  mutating func addAutolink(_ node: CMarkNode) {
    let start = cursor.offset
    let firstByte = buffers.text.count
    while cursor.offset < cursor.end, cursor.bytes[cursor.offset] != 0x3E { cursor.offset += 1 }
    guard cursor.offset < cursor.end else { return lose() }
    buffers.text.append(
      contentsOf: UnsafeBufferPointer(rebasing: source.bytes[(start + 1)..<cursor.offset]))
    cursor.offset += 1
    let literal = buffers.literals.append(
      node.destination, from: ByteSpan(start, cursor.offset), of: source)
    add(.autolink, from: start, showing: firstByte, literal: literal)
  }
}

extension ContentCursor {
  /// Goes on past backticks; how many there were.
  fileprivate mutating func takeBackticks() -> Int {
    let start = offset
    while offset < end, bytes[offset] == 0x60 { offset += 1 }
    return offset - start
  }

  /// Goes on to the next run of so many backticks; `false` if there is none.
  fileprivate mutating func skip(toBackticks count: Int) -> Bool {
    repeat {
      while offset < end {
        guard bytes[offset] == 0x60 else {
          offset += 1
          continue
        }
        let start = offset
        if takeBackticks() == count {
          offset = start
          return true
        }
      }
    } while advanceToNextPiece()
    return false
  }

  /// Goes on past spaces and line ends.
  fileprivate mutating func skipSpaces() {
    while let byte, byte == 0x20 || byte == 0x0A { advance() }
  }
}
