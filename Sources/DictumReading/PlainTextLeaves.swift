import DictumModel

/// The leaves of a plain-text capture: paragraphs parted by blank lines, and bullets of any glyph.
///
/// Plain text is not Markdown: four spaces of indentation are a continuation, not code, and `*`
/// means itself. The shape is that of pages exported as text:
///
///     A title
///
///       • One message, or one item of a list
///
///         its second paragraph
///
///         • a bullet inside it
enum PlainTextLeaves {
  /// The leaves of `bytes` from the offset `start`; the first is a heading when it looks like one: a
  /// short line that stands alone and is no sentence.
  static func leaves(of bytes: [UInt8], from start: Int) -> [Leaf] {
    var builder = Builder(bytes)
    var cursor = LineCursor(bytes, from: start)
    if var numbered = NumberedLines(bytes, from: start) {
      while let line = cursor.next() {
        let words = numbered.words(of: line)
        if numbered.beginsTurn(words) { builder.finish() }
        builder.add(words)
      }
    } else {
      while let line = cursor.next() { builder.add(line) }
    }
    builder.finish()
    // A line that comes again is no title but somebody's name, or a part of the page.
    if let title = builder.leaves.first, title.isHeading,
      builder.leaves.dropFirst().contains(where: { begins($0, with: title, bytes) })
        || isTurn(title, among: builder.leaves, bytes)
    {
      builder.leaves[0].kind = .block(.paragraph)
    }
    return builder.leaves
  }

  /// Whether `title` begins with a speaker's label, as half of the other leaves do.
  private static func isTurn(_ title: Leaf, among leaves: [Leaf], _ bytes: [UInt8]) -> Bool {
    guard SpeakerLabel(bytes, line: title.lines[0]) != nil else { return false }
    let others = leaves.dropFirst()
    let turns = others.count { SpeakerLabel(bytes, line: $0.lines[0]) != nil }
    return turns >= 2 && turns * 2 >= others.count
  }

  /// Whether the first line of `leaf` is that of `title`.
  private static func begins(_ leaf: Leaf, with title: Leaf, _ bytes: [UInt8]) -> Bool {
    guard leaf.topItem == nil, leaf.lines[0].count == title.lines[0].count else { return false }
    return bytes[leaf.lines[0].range] == bytes[title.lines[0].range]
  }

  private struct Builder {
    let bytes: [UInt8]
    var leaves: [Leaf] = []
    private var lines: [ByteSpan] = []
    private var isNested = false
    private var itemCount = 0
    private var topIndent: Int?
    private var topItem: Int?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func add(_ line: ByteSpan) {
      let shape = LineShape(bytes, line)
      guard !shape.content.isEmpty else { return finish() }
      if shape.isBullet {
        finish()
        if let top = topIndent, topItem != nil, shape.indent > top {
          isNested = true
        } else {
          topIndent = shape.indent
          topItem = itemCount
          itemCount += 1
        }
      } else if lines.isEmpty, let top = topIndent, shape.indent <= top {
        topIndent = nil
        topItem = nil
      }
      lines.append(shape.content)
    }

    mutating func finish() {
      defer {
        lines = []
        isNested = false
      }
      guard let first = lines.first, let last = lines.last else { return }
      let text = lines.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        .joined(separator: "\n")
      let isTitle = leaves.isEmpty && topItem == nil && lines.count == 1 && looksLikeTitle(text)
      leaves.append(
        Leaf(
          kind: isTitle ? .heading(level: 1) : .block(topItem != nil ? .item : .paragraph),
          topItem: topItem, itemDepth: topItem == nil ? 0 : isNested ? 2 : 1,
          lines: LeafLines(lines), span: ByteSpan(first.start, last.end), text: text))
    }

    private func looksLikeTitle(_ text: String) -> Bool {
      guard text.utf8.count <= 120, let last = text.unicodeScalars.last else { return false }
      return !".,;:!?…".unicodeScalars.contains(last)
    }
  }

  /// How one line begins.
  private struct LineShape {
    var indent = 0
    var isBullet = false
    /// What is written after indentation and bullet, without trailing white space.
    var content: ByteSpan

    init(_ bytes: [UInt8], _ line: ByteSpan) {
      var at = line.start
      while at < line.end, bytes[at] == 0x20 || bytes[at] == 0x09 {
        indent += bytes[at] == 0x09 ? 4 : 1
        at += 1
      }
      if let width = LineShape.bulletWidth(bytes, at, line.end) {
        isBullet = true
        at += width
        while at < line.end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      }
      var end = line.end
      while end > at, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      content = ByteSpan(at, end)
    }

    /// The bytes of a bullet and the white space that must follow it.
    static func bulletWidth(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
      let glyphs: [[UInt8]] = [
        Array("•".utf8), Array("◦".utf8), Array("▪".utf8), Array("‣".utf8), Array("-".utf8),
        Array("*".utf8), Array("–".utf8),
      ]
      for glyph in glyphs where bytes[at..<end].starts(with: glyph) {
        let after = at + glyph.count
        guard after < end, bytes[after] == 0x20 || bytes[after] == 0x09 else { return nil }
        return glyph.count + 1
      }
      var digits = at
      while digits < end, digits - at < 3, (0x30...0x39).contains(bytes[digits]) { digits += 1 }
      guard digits > at, digits + 1 < end,
        bytes[digits] == UInt8(ascii: ".")
          || bytes[digits] == UInt8(ascii: ")"), bytes[digits + 1] == 0x20
      else { return nil }
      return digits - at + 2
    }
  }
}
