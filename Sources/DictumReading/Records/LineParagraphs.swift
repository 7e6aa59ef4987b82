import DictumModel

/// Paragraphs of plain lines, parted by blank ones; lines that begin with `>` are quoted, and one with
/// nothing else parts what is quoted.
struct LineParagraphs {
  private let bytes: [UInt8]
  private(set) var all: [Message.Paragraph] = []
  private var lines: [ByteSpan] = []
  private var isQuoted = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The paragraphs of lines that follow one another.
  static func paragraphs(_ bytes: [UInt8], _ lines: [ByteSpan]) -> [Message.Paragraph] {
    var paragraphs = LineParagraphs(bytes)
    for line in lines { paragraphs.add(line) }
    paragraphs.close()
    return paragraphs.all
  }

  /// Lines before the first message of a record, which nobody in it says.
  static func asides(_ bytes: [UInt8], _ lines: [ByteSpan]) -> [Message] {
    paragraphs(bytes, lines).map { paragraph in
      var aside = Message(
        .unknown, label: nil, span: ByteSpan(paragraph.lines[0].start, paragraph.lines[0].end),
        paragraphs: [paragraph])
      aside.isAside = true
      return aside
    }
  }

  private mutating func add(_ line: ByteSpan) {
    var words = trimmed(line)
    let isMarked = !words.isEmpty && bytes[words.start] == UInt8(ascii: ">")
    if isMarked { words = trimmed(ByteSpan(words.start + 1, words.end)) }
    if words.isEmpty || isMarked != isQuoted { close() }
    isQuoted = isMarked
    if !words.isEmpty { lines.append(words) }
  }

  private mutating func close() {
    defer { lines = [] }
    guard !lines.isEmpty else { return }
    let text = lines.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      .joined(separator: "\n")
    all.append(
      Message.Paragraph(
        isQuoted ? .quote : .paragraph, lines: lines, text: text,
        voice: isQuoted ? .quoted : .own))
  }

  private func trimmed(_ line: ByteSpan) -> ByteSpan {
    var (start, end) = (line.start, line.end)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return ByteSpan(start, end)
  }
}
