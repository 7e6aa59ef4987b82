import DictumModel

extension ContentCursor {
  /// Goes on past `[label]` (CommonMark 6.3); how many bytes the label has without white space at
  /// its ends, or `nil`, with the cursor unmoved, if there is none.
  mutating func takeLabel() -> Int? {
    var cursor = self
    guard cursor.take(0x5B) else { return nil }
    var length = 0
    var solid = 0
    while let byte = cursor.byte, byte != 0x5D {
      guard byte != 0x5B, length <= 1000 else { return nil }
      cursor.advance()
      length += 1
      if !byte.isWhitespace { solid += 1 }
      if byte == 0x5C, let next = cursor.byte, next.isPunctuation {
        cursor.advance()
        length += 1
        solid += 1
      }
    }
    guard cursor.take(0x5D), length <= 1000 else { return nil }
    self = cursor
    return solid
  }

  /// Goes on past a link destination, bare or in `<>`; `false` if there is none.
  mutating func takeDestination() -> Bool {
    if byte == 0x3C {
      advance()
      while let byte, byte != 0x3E {
        if byte == 0x0A || byte == 0x3C { return false }
        advance()
        if byte == 0x5C, self.byte != nil { advance() }
      }
      return take(0x3E)
    }
    var depth = 0
    var length = 0
    while let byte {
      let stop = bytes.destinationStop(from: offset, to: end)
      if stop > offset {
        length += stop - offset
        offset = stop
        continue
      }
      if byte.isWhitespace { break }
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      guard depth <= 32 else { return false }
      advance()
      length += 1
      if byte == 0x5C, let next = self.byte, next.isPunctuation { advance() }
    }
    return depth == 0 && (length > 0 || byte == 0x29)
  }

  /// Goes on past a link title in quotes or parentheses; `false`, with the cursor unmoved, if there
  /// is none.
  mutating func takeTitle() -> Bool {
    var cursor = self
    let closing: UInt8
    switch cursor.byte {
    case 0x22: closing = 0x22
    case 0x27: closing = 0x27
    case 0x28: closing = 0x29
    default: return false
    }
    cursor.advance()
    while let byte = cursor.byte, byte != closing {
      if byte == 0x28, closing == 0x29 { return false }
      cursor.advance()
      if byte == 0x5C, let next = cursor.byte, next.isPunctuation { cursor.advance() }
    }
    guard cursor.take(closing) else { return false }
    self = cursor
    return true
  }

  /// Goes on past what follows a link's text: `](destination "title")`, `][label]`, `][]` or `]`;
  /// `false` if not even the bracket is there.
  mutating func takeLinkEnd() -> Bool {
    guard take(0x5D) else { return false }
    if !takeInlineTarget() { _ = takeLabel() }
    return true
  }

  /// Goes on past `(destination "title")`; `false`, with the cursor unmoved, if it is not there.
  private mutating func takeInlineTarget() -> Bool {
    var cursor = self
    guard cursor.take(0x28) else { return false }
    cursor.skipWhitespace()
    guard cursor.takeDestination() else { return false }
    if cursor.skipWhitespace() > 0, cursor.takeTitle() { cursor.skipWhitespace() }
    guard cursor.take(0x29) else { return false }
    self = cursor
    return true
  }

  /// Goes on past a link reference definition (CommonMark 4.7) and its line end; `false`, with the
  /// cursor unmoved, if there is none.
  mutating func takeDefinition() -> Bool {
    var cursor = self
    guard let length = cursor.takeLabel(), length > 0, cursor.take(0x3A) else { return false }
    cursor.skipBlanksAndOneLineEnd()
    let hadDestination = !cursor.isAtEnd && cursor.takeDestination()
    guard hadDestination else { return false }
    let behindDestination = cursor
    let lineOfDestination = cursor.index
    cursor.skipBlanksAndOneLineEnd()
    let isApart = cursor.offset != behindDestination.offset || cursor.index != lineOfDestination
    if isApart, cursor.takeTitle(), cursor.takeLineEnd() {
      self = cursor
      return true
    }
    cursor = behindDestination
    guard cursor.takeLineEnd() else { return false }
    self = cursor
    return true
  }

  private mutating func skipBlanksAndOneLineEnd() {
    skipBlanks()
    if offset >= end, advanceToNextPiece() { skipBlanks() }
  }

  /// Goes on past blanks and a line end, or blanks and the end of the content.
  private mutating func takeLineEnd() -> Bool {
    skipBlanks()
    guard offset >= end else { return false }
    advanceToNextPiece()
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte from `start` on by which a destination may end or go on otherwise, else `end`: a
  /// control character, white space, a parenthesis, `<` or a backslash.
  func destinationStop(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset + 16 <= end {
      let next = block(at: offset)
      let stops =
        next.places(from: 0, count: 0x21) .| next.places(of: 0x7F)
        .| next.places(from: 0x28, count: 2)
        .| next.places(of: 0x3C) .| next.places(of: 0x5C)
      if let first = stops.first { return offset + first }
      offset += 16
    }
    while offset < end {
      switch self[offset] {
      case 0...0x20, 0x28, 0x29, 0x3C, 0x5C, 0x7F: return offset
      default: offset += 1
      }
    }
    return end
  }
}
