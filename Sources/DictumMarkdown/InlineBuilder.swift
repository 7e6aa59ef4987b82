import DictumModel

/// Turns libcmark's inlines of one leaf block into values with true spans.
///
/// libcmark's own positions are wrong on later lines and in containers. But its nodes, in order,
/// determine what the source must look like: a cursor follows them over the block's content and
/// notes where each begins and ends.
struct InlineBuilder {
  let source: ParseSource
  var cursor: ContentCursor
  /// The plain text so far.
  var text: [UInt8] = []
  /// Whether some character reference stands for a line feed, which the plain text shows as a space.
  var hasLineFeedReference = false
  /// Whether the source was not as the nodes said; spans are then those of the content.
  private(set) var isMisaligned = false
  let entities: EntityTable
  /// The next mask that may come.
  var maskIndex: Int
  private let content: ByteSpan
  /// How many lines at the end hold only white space that libcmark trims, such as form feeds.
  private let trimmedLines: Int
  private var frames: [Frame]

  /// An emphasis, strong emphasis, link or image that is not closed yet.
  private struct Frame {
    let node: CMarkNode
    let start: Int
    var children: [Inline] = []
  }

  /// A builder for the inlines of `block`, whose content lies in `pieces`.
  init(
    _ source: ParseSource, entities: EntityTable, block: CMarkNode, pieces: [ByteSpan]
  ) {
    self.entities = entities
    self.source = source
    var trimmed = pieces
    while let last = trimmed.last {
      var end = last.end
      while end > last.start, source.masked[end - 1].isWhitespace { end -= 1 }
      if end < last.end { trimmed[trimmed.count - 1] = ByteSpan(last.start, end) }
      if end > last.start || trimmed.count == 1 { break }
      trimmed.removeLast()
    }
    trimmedLines = pieces.count - trimmed.count
    cursor = ContentCursor(source.masked, pieces: trimmed)
    content = ByteSpan(cursor.offset, trimmed.last?.end ?? cursor.offset)
    maskIndex = source.masks.isEmpty ? 0 : source.maskIndex(at: cursor.offset)
    frames = [Frame(node: block, start: cursor.offset)]
    text.reserveCapacity(pieces.reduce(0) { $0 + $1.count + 1 })
  }

  /// The inlines and the plain text.
  mutating func build() -> [Inline] {
    var node = frames[0].node.firstChild
    while let current = node {
      switch current.kind {
      case .emphasis, .strong, .image, .link:
        guard !isAutolink(current) else {
          addLeaf(current)
          node = current.next ?? leave()
          continue
        }
        open(current)
        node = current.firstChild
        if node == nil { node = leave() }
      default:
        addLeaf(current)
        node = current.next ?? leave()
      }
    }
    text.append(contentsOf: repeatElement(0x0A, count: trimmedLines))
    return frames[0].children
  }

  /// The plain text as a string; shared with the only inline if there is but one.
  func textString(_ inlines: [Inline]) -> String {
    if inlines.count == 1, case .text(let literal) = inlines[0].kind,
      literal.utf8.count == text.count, !hasLineFeedReference
    {
      return literal
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds an inline from `start` to the cursor.
  mutating func add(_ kind: Inline.Kind, from start: Int, children: [Inline] = []) {
    add(kind, ByteSpan(start, cursor.offset), children: children)
  }

  /// Adds an inline to the innermost open one, or to the deepest that is kept.
  mutating func add(_ kind: Inline.Kind, _ span: ByteSpan, children: [Inline] = []) {
    let inline = Inline(kind: kind, span: isMisaligned ? content : span, children: children)
    frames[min(frames.count - 1, MarkdownDocument.maximumInlineDepth)].children.append(inline)
  }

  /// Gives up finding the source of this block's inlines.
  mutating func lose() { isMisaligned = true }

  /// Goes on to the next line, which the plain text shows.
  mutating func advanceLine() -> Bool {
    text.append(0x0A)
    return cursor.advanceToNextPiece()
  }

  /// Goes on to where another cursor over the same content stands.
  mutating func advance(to other: ContentCursor) {
    for _ in cursor.index..<other.index { text.append(0x0A) }
    cursor = other
  }

  private func isAutolink(_ node: CMarkNode) -> Bool {
    !isMisaligned && node.kind == .link && cursor.byte == 0x3C
  }

  private mutating func open(_ node: CMarkNode) {
    frames.append(Frame(node: node, start: cursor.offset))
    guard !isMisaligned else { return }
    let markers: [UInt8]
    switch node.kind {
    case .link: markers = [0x5B]
    case .image: markers = [0x21, 0x5B]
    case .strong: markers = [0x2A, 0x2A]
    default: markers = [0x2A]
    }
    take(markers)
  }

  /// Closes the innermost open inlines until one has a next sibling, which it gives.
  private mutating func leave() -> CMarkNode? {
    while frames.count > 1 {
      close()
      if let next = closedNext { return next }
    }
    return nil
  }

  private var closedNext: CMarkNode?

  private mutating func close() {
    let frame = frames.removeLast()
    closedNext = frame.node.next
    if !isMisaligned { takeEnd(of: frame.node) }
    guard frames.count <= MarkdownDocument.maximumInlineDepth else { return }
    add(kind(of: frame.node, from: frame.start), from: frame.start, children: frame.children)
  }

  private mutating func takeEnd(of node: CMarkNode) {
    switch node.kind {
    case .link, .image:
      var end = cursor
      if end.takeLinkEnd() { advance(to: end) } else { lose() }
    case .strong: take([0x2A, 0x2A])
    default: take([0x2A])
    }
  }

  /// Goes on past markers; `_` will do for `*`.
  private mutating func take(_ markers: [UInt8]) {
    for marker in markers {
      guard cursor.offset < cursor.end else { return lose() }
      let byte = cursor.bytes[cursor.offset]
      guard byte == marker || marker == 0x2A && byte == 0x5F else { return lose() }
      cursor.offset += 1
    }
  }

  private func kind(of node: CMarkNode, from start: Int) -> Inline.Kind {
    switch node.kind {
    case .emphasis: return .emphasis
    case .strong: return .strong
    default:
      let span = ByteSpan(start, cursor.offset)
      let destination = source.text(node.destination, from: span)
      let title = source.text(node.title, from: span)
      return node.kind == .image
        ? .image(destination: destination, title: title)
        : .link(destination: destination, title: title)
    }
  }
}
