import DictumModel

/// Paragraphs and headings without markup but the number signs, fenced code and thematic breaks, outside
/// of all containers, with the blank lines between them.
///
///     # What happened
///
///     The lamp fell. Nobody saw it.
///
///     ---
///
/// What blocks there are can be told without libcmark, which is given one paragraph of one letter for
/// them all.
struct Prose {
  /// The number of that paragraph's line among those that libcmark is given, from 0.
  let line: Int

  /// The numbers of the lines in the document, from 0.
  var lines: Range<Int>
}

extension UInt8 {
  /// Whether a line that begins with it, and has no markup behind that, is a heading or a line of a
  /// paragraph that no container takes.
  ///
  /// Not so where it may begin a list, a quote, an underline or the second row of a table.
  var beginsProse: Bool {
    switch self {
    case 0x21...0x23, 0x25, 0x27...0x29, 0x2C, 0x2E, 0x2F, 0x3B, 0x3F...0x5A, 0x61...0x7B, 0x7D,
      0x80...0xFF:
      true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a line is a thematic break of hyphens, if no paragraph stands right above it.
  func isRule(_ line: ByteSpan) -> Bool {
    guard self[line.start] == 0x2D else { return false }
    let hyphens = self[line.range].count { $0 == 0x2D }
    return hyphens >= 3 && self[line.range].allSatisfy { $0 == 0x2D || $0 == 0x20 }
  }
}

extension BlockBuilder {
  /// Adds the blocks of a passage of prose.
  mutating func add(_ passage: Prose) {
    var first = inlines.buffers.lines.count
    var index = passage.lines.lowerBound
    while index < passage.lines.upperBound {
      let line = documentLines[index]
      index += 1
      switch line.isEmpty ? 0x20 : source.masked[line.start] {
      case 0x09, 0x20: endParagraph(&first)
      case 0x2D: add(BlockRecord(form: .thematicBreak, span: line, end: nextBlock + 1))
      case 0x60, 0x7E:
        endParagraph(&first)
        index = addCode(from: index - 1)
        first = inlines.buffers.lines.count
      default:
        guard let piece = source.masked.numberSignContent(line.start, line.end) else {
          inlines.buffers.lines.append(line)
          continue
        }
        endParagraph(&first)
        inlines.buffers.lines.append(piece)
        addProse(.heading, &first, line)
      }
    }
    endParagraph(&first)
  }

  /// Adds the paragraph of lines that are prose, and gives its end; `nil` where they may be another
  /// block.
  mutating func addParagraph(_ body: [ByteSpan]) -> Int? {
    let isProse = body.allSatisfy { line in
      guard !line.isEmpty, source.masked.isPlain(line.start, line.end) else { return false }
      return source.masked[line.start].beginsProse && source.masked[line.start] != 0x23
    }
    guard isProse, let last = body.last else { return nil }
    var first = inlines.buffers.lines.count
    for line in body { inlines.buffers.lines.append(line) }
    endParagraph(&first)
    return last.end
  }

  /// Adds the code whose fence is on a line; gives the number of the line behind it.
  private mutating func addCode(from line: Int) -> Int {
    let span = documentLines[line]
    guard let fence = CodeFence(span, span.start, source.masked),
      let end = fence.end(in: documentLines, from: line + 1, source.masked)
    else { return line + 1 }
    let (firstLine, firstByte) = (inlines.buffers.lines.count, inlines.buffers.text.count)
    for index in (line + 1)..<(end - 1) {
      inlines.buffers.lines.append(documentLines[index])
      inlines.buffers.text.append(
        withoutNUL: UnsafeBufferPointer(rebasing: source.bytes[documentLines[index].range]))
      inlines.buffers.text.append(0x0A)
    }
    let firstLiteral = inlines.buffers.literals.count
    if let info = fence.plainInfo(source.masked) {
      inlines.buffers.literals.append(
        contentsOf: UnsafeBufferPointer(rebasing: source.bytes[info.range]))
    }
    add(
      BlockRecord(
        form: .codeBlock, span: ByteSpan(span.start, documentLines[end - 1].end),
        end: nextBlock + 1, lines: firstLine..<inlines.buffers.lines.count,
        text: firstByte..<inlines.buffers.text.count,
        literal: firstLiteral..<inlines.buffers.literals.count))
    return end
  }

  /// Adds the paragraph of the lines from `first` on, if there are any.
  private mutating func endParagraph(_ first: inout Int) {
    let count = inlines.buffers.lines.count
    guard first < count else { return }
    let span = ByteSpan(inlines.buffers.lines[first].start, inlines.buffers.lines[count - 1].end)
    addProse(.paragraph, &first, span)
  }

  private mutating func addProse(_ form: Block.Form, _ first: inout Int, _ span: ByteSpan) {
    let pieces = first..<inlines.buffers.lines.count
    first = pieces.upperBound
    var record = BlockRecord(form: form, span: span, end: nextBlock + 1, lines: pieces)
    if form == .heading {
      record.number = source.masked[span.range].prefix { $0 == 0x23 }.count
    }
    let (firstInline, firstByte) = (inlines.buffers.inlines.count, inlines.buffers.text.count)
    inlines.addPlain(pieces)
    record.inlines = firstInline..<inlines.buffers.inlines.count
    record.text = firstByte..<inlines.buffers.text.count
    add(record)
  }
}
