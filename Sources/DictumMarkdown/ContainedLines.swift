import DictumModel

/// The lines that are parsed, and what the containers that are open take from the beginning of each.
struct ContainedLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let spans: [ByteSpan]
  private var prefixes: [ContainerPrefix] = []

  /// Lines of `bytes`, of which the first is libcmark's line 1, outside of containers.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ spans: [ByteSpan]) {
    self.bytes = bytes
    self.spans = spans
  }

  var count: Int { spans.count }

  subscript(index: Int) -> ByteSpan { spans[index] }

  /// Opens a container.
  mutating func open(_ prefix: ContainerPrefix) { prefixes.append(prefix) }

  /// Closes the innermost container.
  mutating func close() { prefixes.removeLast() }

  /// The index of the line that a node begins on.
  func index(of node: CMarkNode) -> Int { min(max(node.startLine - 1, 0), spans.count - 1) }

  /// A line with the prefixes of the open containers taken off, as far as they are there.
  func content(of index: Int) -> (cursor: LineCursor, isWhole: Bool) {
    // A container that begins on this very line has its content behind its own marker.
    if let last = prefixes.last, last.openLine == index { return (last.openCursor, true) }
    var cursor = LineCursor(bytes, line: spans[index])
    for number in prefixes.indices {
      if prefixes[number].openLine == index {
        cursor = prefixes[number].openCursor
      } else if !prefixes[number].take(from: &cursor) {
        return (cursor, false)
      }
    }
    return (cursor, true)
  }

  /// Where the first byte of a line's content stands that is no white space.
  func firstNonspace(of index: Int) -> Int {
    guard prefixes.isEmpty else { return content(of: index).cursor.firstNonspace }
    let span = spans[index]
    var start = span.start
    while start < span.end, bytes[start].isBlank { start += 1 }
    return start
  }
}
