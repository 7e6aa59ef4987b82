import DictumModel

/// A position in the content of a leaf block, which lies in pieces: one a line, without prefixes.
///
/// The pieces lie elsewhere and must stay there as long as the cursor is used.
struct ContentCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let pieces: UnsafeBufferPointer<ByteSpan>
  /// Where the content ends in the last piece.
  let lastEnd: Int
  /// The piece the position is in.
  private(set) var index = 0
  /// The next byte, in bytes of the file; equal to `end` when the piece is used up.
  var offset: Int
  /// The end of the piece.
  private(set) var end: Int

  /// A cursor at the beginning; without pieces it is at its end from the first.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, pieces: UnsafeBufferPointer<ByteSpan>,
    lastEnd: Int? = nil
  ) {
    self.bytes = bytes
    self.pieces = pieces
    self.lastEnd = lastEnd ?? pieces.last?.end ?? 0
    offset = pieces.first?.start ?? 0
    end = pieces.count > 1 ? pieces[0].end : self.lastEnd
  }

  /// The next byte; a line feed at the end of a piece, `nil` at the end of the last.
  var byte: UInt8? {
    offset < end ? bytes[offset] : (index + 1 < pieces.count ? 0x0A : nil)
  }

  /// Whether the next byte is the first of its piece.
  var isAtPieceStart: Bool { index < pieces.count && offset == pieces[index].start }

  /// Whether nothing is left.
  var isAtEnd: Bool { offset >= end && index + 1 >= pieces.count }

  /// Goes on by one byte or one line end.
  mutating func advance() {
    if offset < end {
      offset += 1
    } else {
      advanceToNextPiece()
    }
  }

  /// Goes on to the beginning of the next piece; `false` if this is the last.
  @discardableResult
  mutating func advanceToNextPiece() -> Bool {
    guard index + 1 < pieces.count else { return false }
    index += 1
    offset = pieces[index].start
    end = index + 1 < pieces.count ? pieces[index].end : lastEnd
    return true
  }

  /// Goes on past one byte if it is the next.
  mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    advance()
    return true
  }

  /// Goes on past spaces, tabs and line ends; how many there were.
  @discardableResult
  mutating func skipWhitespace() -> Int {
    var count = 0
    while let byte, byte.isWhitespace {
      advance()
      count += 1
    }
    return count
  }

  /// Goes on past spaces and tabs.
  mutating func skipBlanks() {
    while offset < end, bytes[offset].isBlank { offset += 1 }
  }
}
