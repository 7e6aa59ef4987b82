import DictumModel

/// Paragraphs and headings without markup but the number signs, outside of all containers, with the
/// blank lines between them.
///
///     # What happened
///
///     The lamp fell. Nobody saw it.
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

extension BlockBuilder {
  /// Adds the blocks of a passage of prose.
  mutating func add(_ passage: Prose) {
    var first = inlines.buffers.lines.count
    for line in documentLines[passage.lines] {
      if line.isEmpty || source.masked[line.start].isBlank {
        endParagraph(&first)
      } else if let piece = source.masked.numberSignContent(line.start, line.end) {
        endParagraph(&first)
        inlines.buffers.lines.append(piece)
        addProse(.heading, &first, ByteSpan(line.start, line.end))
      } else {
        inlines.buffers.lines.append(line)
      }
    }
    endParagraph(&first)
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
