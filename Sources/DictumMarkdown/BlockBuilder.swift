import DictumModel

/// Turns libcmark's blocks into values with true spans, walking with a stack of its own.
///
/// Of libcmark's positions only the line a block begins on is used as it stands; where content
/// begins on a line follows from the containers, whose prefixes are taken off anew.
struct BlockBuilder {
  let source: ParseSource
  /// The lines that were parsed, in bytes of the file; libcmark's line 1 is `lines[0]`.
  let lines: [ByteSpan]
  /// How many of the first lines are link definitions lent by the whole document.
  let lentLines: Int
  let definitions: LinkDefinitions
  let entities: EntityTable
  /// How many footnote definitions lie around these lines.
  let footnoteDepth: Int
  /// How many blocks had inlines whose source was not found.
  var misalignedBlocks = 0

  private var frames: [Frame] = []
  private var prefixes: [ContainerPrefix] = []

  /// A quote, list or item that is not closed yet; the first frame is the document.
  private struct Frame {
    let node: CMarkNode
    let start: Int
    var children: [Block] = []
  }

  init(
    _ source: ParseSource, lines: [ByteSpan], lentLines: Int = 0, definitions: LinkDefinitions,
    entities: EntityTable, footnoteDepth: Int = 0
  ) {
    self.source = source
    self.lines = lines
    self.lentLines = lentLines
    self.definitions = definitions
    self.entities = entities
    self.footnoteDepth = footnoteDepth
  }

  /// The blocks of the document whose root is given.
  mutating func build(_ root: CMarkNode) -> [Block] {
    frames = [Frame(node: root, start: 0)]
    var node = root.firstChild
    while let current = node {
      switch current.kind {
      case .blockQuote, .list, .item:
        open(current)
        node = current.firstChild ?? leave()
      default:
        node = addLeaf(current).next ?? leave()
      }
    }
    return frames[0].children
  }

  /// Adds a block to the innermost open container, or to the deepest that is kept.
  mutating func add(_ block: Block) {
    frames[min(frames.count - 1, MarkdownDocument.maximumBlockDepth)].children.append(block)
  }

  /// The index of the line that a node begins on.
  func lineIndex(_ node: CMarkNode) -> Int {
    min(max(node.startLine - 1, 0), lines.count - 1)
  }

  /// A line with the prefixes of the open containers taken off, as far as they are there.
  func content(ofLine index: Int) -> (cursor: LineCursor, isWhole: Bool) {
    // A container that begins on this very line has its content behind its own marker.
    if let last = prefixes.last, last.openLine == index { return (last.openCursor, true) }
    var cursor = LineCursor(source.masked, line: lines[index])
    for prefix in prefixes {
      if prefix.openLine == index {
        cursor = prefix.openCursor
      } else if !prefix.take(from: &cursor) {
        return (cursor, false)
      }
    }
    return (cursor, true)
  }

  private mutating func open(_ node: CMarkNode) {
    let line = lineIndex(node)
    let cursor = content(ofLine: line).cursor
    frames.append(Frame(node: node, start: cursor.firstNonspace))
    switch node.kind {
    case .blockQuote: prefixes.append(ContainerPrefix(quoteAt: cursor, line: line))
    case .item: prefixes.append(ContainerPrefix(itemAt: cursor, line: line))
    default: break
    }
  }

  /// Closes the innermost containers until one has a next sibling, which it gives.
  private mutating func leave() -> CMarkNode? {
    while frames.count > 1 {
      let frame = frames.removeLast()
      if frame.node.kind != .list { prefixes.removeLast() }
      if frames.count <= MarkdownDocument.maximumBlockDepth { add(block(from: frame)) }
      if let next = frame.node.next { return next }
    }
    return nil
  }

  private func block(from frame: Frame) -> Block {
    let end = frame.children.last?.span.end ?? lines[lineIndex(frame.node)].end
    return Block(
      kind: containerKind(frame.node), span: ByteSpan(frame.start, end), children: frame.children)
  }

  private func containerKind(_ node: CMarkNode) -> Block.Kind {
    switch node.kind {
    case .blockQuote: .blockQuote
    case .list: .list(ordered: node.isOrdered, start: node.listStart, tight: node.isTight)
    default: .item
    }
  }
}
