import DictumModel

/// A position in one line that knows columns as tabs make them, to strip container prefixes the
/// way libcmark does.
struct LineCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The line without its line end.
  let line: ByteSpan
  /// The next byte.
  private(set) var offset: Int
  /// The column of `offset` from 0, tab stops every 4.
  private(set) var column = 0
  /// The first byte from `offset` on that is neither space nor tab, or the line's end.
  private(set) var firstNonspace: Int
  private var firstNonspaceColumn = 0
  /// Whether the byte at `offset` is a tab of which some columns are used up.
  private var isInsideTab = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, line: ByteSpan) {
    self.bytes = bytes
    self.line = line
    offset = line.start
    firstNonspace = line.start
    findFirstNonspace()
  }

  /// The columns of white space from here.
  var indent: Int { firstNonspaceColumn - column }

  /// Whether only white space is left.
  var isBlank: Bool { firstNonspace == line.end }

  /// The first byte that is not white space, if there is one.
  var nonspace: UInt8? { isBlank ? nil : bytes[firstNonspace] }

  /// Whether the next byte is a space or a tab.
  var isAtBlank: Bool { offset < line.end && bytes[offset].isBlank }

  /// Goes on by a number of columns; a tab may be used up in part.
  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, offset < line.end {
      if bytes[offset] == 0x09 {
        let toStop = 4 - column % 4
        if toStop > left {
          column += left
          isInsideTab = true
          return
        }
        isInsideTab = false
        column += toStop
        left -= toStop
      } else {
        column += 1
        left -= 1
      }
      offset += 1
    }
    if offset > firstNonspace { findFirstNonspace() }
  }

  /// Goes on by a number of bytes that are not tabs.
  mutating func advance(bytes count: Int) {
    offset = min(offset + count, line.end)
    column += count
    isInsideTab = false
    findFirstNonspace()
  }

  /// Goes on to the first byte that is not white space.
  mutating func skipIndent() {
    if offset < firstNonspace { isInsideTab = false }
    offset = firstNonspace
    column = firstNonspaceColumn
  }

  /// Where content begins if the rest of a tab that was used up in part is not counted as content.
  var contentStart: Int { isInsideTab ? offset + 1 : offset }

  private mutating func findFirstNonspace() {
    firstNonspace = offset
    firstNonspaceColumn = column
    while firstNonspace < line.end {
      if bytes[firstNonspace] == 0x20 {
        firstNonspaceColumn += 1
      } else if bytes[firstNonspace] == 0x09 {
        firstNonspaceColumn += 4 - firstNonspaceColumn % 4
      } else {
        break
      }
      firstNonspace += 1
    }
  }
}
