import DictumModel

/// What an open block quote or list item takes from the beginning of each of its lines.
struct ContainerPrefix {
  enum Kind {
    case quote
    /// An item whose content is indented by this many columns.
    case item(indent: Int)
  }

  let kind: Kind

  /// The line that opens the container, an index from 0, and where its content begins there.
  let openLine: Int
  let openCursor: LineCursor

  /// Opens a block quote at the cursor, which stands before `>`.
  init(quoteAt cursor: LineCursor, line: Int) {
    var cursor = cursor
    cursor.skipIndent()
    cursor.advance(bytes: 1)
    if cursor.isAtBlank { cursor.advance(columns: 1) }
    kind = .quote
    openLine = line
    openCursor = cursor
  }

  /// Opens a list item at the cursor, which stands before its marker (CommonMark 5.2).
  init(itemAt cursor: LineCursor, line: Int) {
    var cursor = cursor
    let markerIndent = cursor.indent
    cursor.skipIndent()
    var markerWidth = 1
    while cursor.offset + markerWidth <= cursor.line.end,
      (0x30...0x39).contains(cursor.bytes[cursor.offset + markerWidth - 1])
    {
      markerWidth += 1
    }
    cursor.advance(bytes: markerWidth)
    let spaces = cursor.indent
    if spaces >= 5 || spaces < 1 || cursor.isBlank {
      // Nothing on this line, or indented code: one column belongs to the marker.
      if cursor.isAtBlank { cursor.advance(columns: 1) }
      kind = .item(indent: markerIndent + markerWidth + 1)
    } else {
      cursor.advance(columns: spaces)
      kind = .item(indent: markerIndent + markerWidth + spaces)
    }
    openLine = line
    openCursor = cursor
  }

  /// Takes the prefix off a later line; `false`, with the cursor unmoved, if it is not there.
  func take(from cursor: inout LineCursor) -> Bool {
    switch kind {
    case .quote:
      guard cursor.indent <= 3, cursor.nonspace == 0x3E else { return false }
      cursor.skipIndent()
      cursor.advance(bytes: 1)
      if cursor.isAtBlank { cursor.advance(columns: 1) }
    case .item(let indent):
      if cursor.indent >= indent {
        cursor.advance(columns: indent)
      } else if cursor.isBlank {
        cursor.skipIndent()
      } else {
        return false
      }
    }
    return true
  }
}
