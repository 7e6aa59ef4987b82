import DictumModel

/// Turns libcmark's blocks into records with true spans, walking with a stack of its own.
///
/// Of libcmark's positions only the line a block begins on is used as it stands; where content
/// begins on a line follows from the containers, whose prefixes are taken off anew.
struct BlockBuilder: ~Copyable {
  let source: ParseSource
  /// The lines of the document, from number `firstLine` on, and of what stands before it in the file.
  let documentLines: [ByteSpan]
  private let firstLine: Int
  /// The passages of prose that are still to come.
  private var prose: ArraySlice<Prose>
  /// The lines that are parsed, in bytes of the file; libcmark's line 1 is `lines[0]`.
  var lines: ContainedLines
  /// How many of the first lines are link definitions lent by the whole document.
  var lentLines = 0
  private(set) lazy var definitions = LinkDefinitions(
    source, lines: Array(documentLines[firstLine...]))
  /// How many footnote definitions lie around these lines.
  var footnoteDepth = 0
  /// How many blocks had inlines whose source was not found.
  var misalignedBlocks = 0
  /// Builds what is in the leaf blocks, and keeps the buffers.
  var inlines: InlineBuilder

  private var frames: [Frame] = []

  /// A quote, list or item that is not closed yet; the first frame is the document.
  private struct Frame {
    let node: CMarkNode?
    /// Its record, unless it lies too deep to have one.
    var record: Int?
    /// The end of the last block in it.
    var end: Int?
  }

  private init(
    _ source: ParseSource, _ abridgement: borrowing Abridgement, _ lines: [ByteSpan],
    from first: Int
  ) {
    self.source = source
    (documentLines, firstLine) = (lines, first)
    prose = abridgement.prose[...]
    self.lines = ContainedLines(source.masked, abridgement.lines)
    inlines = InlineBuilder(
      source, TreeBuffers(lineCount: lines.count - first, byteCount: source.masked.count))
  }

  /// The tree of a document with these lines, from number `first` on; and how many of its blocks have
  /// inlines without true spans.
  static func parse(
    _ source: ParseSource, _ abridgement: borrowing Abridgement, _ lines: [ByteSpan],
    from first: Int, of bytes: [UInt8]
  ) -> (MarkdownTree, Int) {
    var builder = BlockBuilder(source, abridgement, lines, from: first)
    if abridgement.isProse {
      builder.buildProse()
    } else {
      abridgement.text(source.masked, from: lines[first].start).withUnsafeBufferPointer { text in
        _ = CMarkTree.withRoot(parsing: text) { builder.build($0) }
      }
    }
    // Prose that libcmark has not met where it was looked for has lost its source too.
    let misaligned = builder.misalignedBlocks + builder.prose.count
    return (MarkdownTree(bytes: bytes, buffers: builder.finish()), misaligned)
  }

  private consuming func finish() -> TreeBuffers { inlines.buffers }

  /// Parses other lines, which are `text`, in the place of these; gives the end of the last block.
  mutating func build(
    inside body: [ByteSpan], lentLines: Int, text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let outside = (lines, self.lentLines, frames)
    (lines, self.lentLines, frames) = (ContainedLines(source.masked, body), lentLines, [])
    footnoteDepth += 1
    _ = CMarkTree.withRoot(parsing: text) { build($0) }
    let end = frames.first?.end
    footnoteDepth -= 1
    (lines, self.lentLines, frames) = outside
    return end
  }

  /// Adds the blocks of a document of prose alone.
  private mutating func buildProse() {
    frames.append(Frame(node: nil))
    while let passage = prose.popFirst() { add(passage) }
  }

  /// Adds the passage of prose that libcmark has been given a line for; `false` if the line is of
  /// another block.
  mutating func takeProse(at line: Int) -> Bool {
    guard footnoteDepth == 0, frames.count == 1, let passage = prose.first, passage.line == line
    else { return false }
    prose.removeFirst()
    add(passage)
    return true
  }

  /// Adds the blocks of the document whose root is given.
  private mutating func build(_ root: CMarkNode) {
    frames.append(Frame(node: nil))
    var node = root.firstChild
    while let current = node {
      let kind = current.kind
      switch kind {
      case .blockQuote, .list, .item:
        open(current, kind)
        node = current.firstChild ?? leave()
      default:
        node = addLeaf(current, kind).next ?? leave()
      }
    }
  }

  /// The number that the next block will have.
  var nextBlock: Int { inlines.buffers.blocks.count }

  /// Adds a block without others in it, so far.
  mutating func add(_ record: BlockRecord) {
    inlines.buffers.blocks.append(record)
    noteEnd(record.span.end)
  }

  /// Notes that a block of the innermost container, or of the deepest that is kept, ends here.
  mutating func noteEnd(_ end: Int) {
    frames[min(frames.count - 1, MarkdownDocument.maximumBlockDepth)].end = end
  }

  /// Closes a container's record.
  mutating func close(_ record: Int, end: Int) {
    let next = inlines.buffers.blocks.count
    inlines.buffers.blocks.update(record) {
      $0.span = ByteSpan($0.span.start, end)
      $0.end = next
    }
  }

  private mutating func open(_ node: CMarkNode, _ kind: CMarkNode.Kind) {
    let line = lines.index(of: node)
    let cursor = lines.content(of: line).cursor
    var frame = Frame(node: node)
    if frames.count <= MarkdownDocument.maximumBlockDepth {
      let span = ByteSpan(cursor.firstNonspace, lines[line].end)
      var record = BlockRecord(form: .blockQuote, span: span, end: nextBlock + 1)
      switch kind {
      case .list:
        record.form = .list
        record.isOrdered = node.isOrdered
        record.isTight = node.isTight
        record.number = node.listStart
      case .item: record.form = .item
      default: break
      }
      frame.record = inlines.buffers.blocks.count
      inlines.buffers.blocks.append(record)
    }
    frames.append(frame)
    switch kind {
    case .blockQuote: lines.open(ContainerPrefix(quoteAt: cursor, line: line))
    case .item: lines.open(ContainerPrefix(itemAt: cursor, line: line))
    default: break
    }
  }

  /// Closes the innermost containers until one has a next sibling, which it gives.
  private mutating func leave() -> CMarkNode? {
    while frames.count > 1, let frame = frames.popLast() {
      guard let node = frame.node else { return nil }
      if node.kind != .list { lines.close() }
      if let record = frame.record {
        let end = frame.end ?? inlines.buffers.blocks[record].span.end
        close(record, end: end)
        noteEnd(inlines.buffers.blocks[record].span.end)
      }
      if let next = node.next { return next }
    }
    return nil
  }
}
