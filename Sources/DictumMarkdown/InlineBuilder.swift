import DictumModel

/// Turns libcmark's inlines of one leaf block after the other into records with true spans.
///
/// libcmark's own positions are wrong on later lines and in containers. But its nodes, in order,
/// determine what the source must look like: a cursor follows them over the block's content and
/// notes where each begins and ends.
struct InlineBuilder: ~Copyable {
  let source: ParseSource
  var entities = EntityTable()
  /// The document so far.
  var buffers: TreeBuffers
  var cursor: ContentCursor
  /// Whether the source was not as the nodes said; spans are then those of the content.
  private(set) var isMisaligned = false
  /// The next mask that may come.
  var maskIndex = 0
  /// The next run left out that may come.
  var gapIndex = 0
  /// The first plain stretch that does not end before the content.
  private var stretchIndex = 0
  private var content = ByteSpan(0, 0)
  private var frames: [Frame] = []

  /// An emphasis, strong emphasis, link or image that is not closed yet.
  private struct Frame {
    let node: CMarkNode
    let kind: CMarkNode.Kind
    /// Its record, unless it lies too deep to have one.
    let record: Int?
  }

  init(_ source: ParseSource, _ buffers: consuming TreeBuffers) {
    self.source = source
    self.buffers = buffers
    cursor = ContentCursor(source.masked, pieces: UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Adds the inlines and the plain text of `block`, whose content is the lines numbered `pieces`.
  mutating func build(_ block: CMarkNode, pieces: Range<Int>) {
    let trimmedLines = begin(buffers.lines.slice(pieces))
    let isInPlainStretch =
      stretchIndex < source.plain.count && source.plain[stretchIndex].start <= content.start
    if isInPlainStretch || cursor.isPlain {
      addPlain(cursor.pieces, upTo: cursor.lastEnd)
    } else {
      let (first, firstByte) = (buffers.inlines.count, buffers.text.count)
      if !source.masks.isEmpty { maskIndex = source.maskIndex(at: cursor.offset) }
      walk(block)
      if !isMisaligned, buffers.text.slice(firstByte..<buffers.text.count).has(0x7E) {
        strike(from: first, firstByte: firstByte)
      }
    }
    for _ in 0..<trimmedLines { buffers.text.append(0x0A) }
  }

  /// Sets the cursor before the content; gives how many lines at its end hold only white space that
  /// libcmark trims, such as form feeds.
  private mutating func begin(_ pieces: UnsafeBufferPointer<ByteSpan>) -> Int {
    var kept = pieces.count
    var end = pieces.last?.end ?? 0
    while kept > 0 {
      let start = pieces[kept - 1].start
      end = pieces[kept - 1].end
      while end > start, source.masked[end - 1].isWhitespace { end -= 1 }
      if end > start || kept == 1 { break }
      kept -= 1
    }
    cursor = ContentCursor(
      source.masked, pieces: UnsafeBufferPointer(rebasing: pieces[..<kept]), lastEnd: end)
    content = ByteSpan(cursor.offset, end)
    isMisaligned = false
    while stretchIndex < source.plain.count, source.plain[stretchIndex].end <= content.start {
      stretchIndex += 1
    }
    return pieces.count - kept
  }

  private mutating func walk(_ block: CMarkNode) {
    var node = block.firstChild
    while let current = node {
      let kind = current.kind
      switch kind {
      case .emphasis, .strong, .image, .link:
        if kind == .link, !isMisaligned, cursor.byte == 0x3C {
          addAutolink(current)
          node = current.next ?? leave()
        } else {
          open(current, kind)
          node = current.firstChild ?? leave()
        }
      default:
        addLeaf(current, kind)
        node = current.next ?? leave()
      }
    }
  }

  /// Adds an inline without children from `start` to the cursor, which shows the text from
  /// `firstByte` on.
  mutating func add(
    _ form: Inline.Form, from start: Int, showing firstByte: Int? = nil,
    literal: Range<Int> = 0..<0
  ) {
    let end = buffers.text.count
    add(form, ByteSpan(start, cursor.offset), text: (firstByte ?? end)..<end, literal: literal)
  }

  /// Adds an inline without children.
  mutating func add(
    _ form: Inline.Form, _ span: ByteSpan, text: Range<Int>, literal: Range<Int> = 0..<0
  ) {
    buffers.inlines.append(
      InlineRecord(
        form: form, span: isMisaligned ? content : span, end: buffers.inlines.count + 1,
        text: text, literal: literal))
  }

  /// Gives up finding the source of this block's inlines.
  mutating func lose() { isMisaligned = true }

  /// Goes on to the next line, which the plain text shows.
  mutating func advanceLine() -> Bool {
    buffers.text.append(0x0A)
    return cursor.advanceToNextPiece()
  }

  private mutating func open(_ node: CMarkNode, _ kind: CMarkNode.Kind) {
    var record: Int?
    if frames.count < MarkdownDocument.maximumInlineDepth {
      let form: Inline.Form =
        switch kind {
        case .link: .link
        case .image: .image
        case .strong: .strong
        default: .emphasis
        }
      record = buffers.inlines.count
      add(form, from: cursor.offset)
    }
    frames.append(Frame(node: node, kind: kind, record: record))
    guard !isMisaligned else { return }
    switch kind {
    case .link: take(0x5B)
    case .image:
      take(0x21)
      take(0x5B)
    case .strong: takeStrong()
    default: take(0x2A)
    }
  }

  /// Closes the innermost open inlines until one has a next sibling, which it gives.
  private mutating func leave() -> CMarkNode? {
    while let frame = frames.popLast() {
      close(frame)
      if let next = frame.node.next { return next }
    }
    return nil
  }

  private mutating func close(_ frame: Frame) {
    let lastByte = buffers.text.count
    let bracket = cursor.offset
    if !isMisaligned { takeEnd(of: frame) }
    guard let record = frame.record else { return }
    let start = buffers.inlines[record].span.start
    let span = isMisaligned ? content : ByteSpan(start, cursor.offset)
    var literal = 0..<0
    var title = 0..<0
    if frame.kind == .link || frame.kind == .image {
      literal = addDestination(frame.node.destination, from: bracket, span)
      title = buffers.literals.append(frame.node.title, from: span, of: source)
    }
    let end = buffers.inlines.count
    buffers.inlines.update(record) {
      $0.span = span
      $0.end = end
      $0.text = $0.text.lowerBound..<lastByte
      $0.literal = literal
      $0.title = title
    }
  }

  /// Adds what libcmark gives as the destination of a link in `span`, whose text ends at `bracket`;
  /// of what was left out in it there is one letter.
  private mutating func addDestination(
    _ literal: UnsafeBufferPointer<UInt8>, from bracket: Int, _ span: ByteSpan
  ) -> Range<Int> {
    while gapIndex < source.omitted.count, source.omitted[gapIndex].start < bracket {
      gapIndex += 1
    }
    guard gapIndex < source.omitted.count, source.omitted[gapIndex].start < cursor.offset else {
      return buffers.literals.append(literal, from: span, of: source)
    }
    let (start, first) = (bracket + 2, buffers.literals.count)
    let end = start + literal.count - 1 + source.omitted[gapIndex].count
    buffers.literals.append(contentsOf: UnsafeBufferPointer(rebasing: source.bytes[start..<end]))
    return first..<buffers.literals.count
  }

  private mutating func takeEnd(of frame: Frame) {
    switch frame.kind {
    case .link, .image:
      var end = cursor
      guard end.takeLinkEnd() else { return lose() }
      for _ in cursor.index..<end.index { buffers.text.append(0x0A) }
      cursor = end
    case .strong: takeStrong()
    default: take(0x2A)
    }
  }

  private mutating func takeStrong() {
    take(0x2A)
    take(0x2A)
  }

  /// Goes on past a marker; `_` will do for `*`.
  private mutating func take(_ marker: UInt8) {
    guard cursor.offset < cursor.end else { return lose() }
    let byte = cursor.bytes[cursor.offset]
    guard byte == marker || marker == 0x2A && byte == 0x5F else { return lose() }
    cursor.offset += 1
  }
}
