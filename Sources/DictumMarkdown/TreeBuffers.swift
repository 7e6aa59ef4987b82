import DictumModel

/// A parsed document, flat: every node is a record, those that it contains follow it, and it says
/// where they end.
///
/// Text lies in one run of bytes in the order of the document, so that the text of a block, of a
/// link, of a word is a range of it. So nothing is allocated for a node, and nothing counted.
struct TreeBuffers: ~Copyable {
  var blocks: GrowingBuffer<BlockRecord>
  var inlines: GrowingBuffer<InlineRecord>
  /// The content lines of the leaf blocks.
  var lines: GrowingBuffer<ByteSpan>
  /// The plain text of the leaf blocks.
  var text: GrowingBuffer<UInt8>
  /// What is said but not shown: destinations, titles, info strings, raw HTML.
  var literals: GrowingBuffer<UInt8>

  /// Buffers with room for what prose needs; they grow if it is not enough.
  init(lineCount: Int, byteCount: Int) {
    blocks = GrowingBuffer(capacity: lineCount + 4)
    inlines = GrowingBuffer(capacity: lineCount * 2 + byteCount / 64 + 4)
    lines = GrowingBuffer(capacity: lineCount + 4)
    text = GrowingBuffer(capacity: byteCount + 64)
    literals = GrowingBuffer(capacity: byteCount / 16 + 64)
  }
}

/// A block as plain numbers.
struct BlockRecord {
  var form: Block.Form
  /// Whether a list is ordered, and whether it is tight.
  var isOrdered = false
  var isTight = false
  /// A heading's level or a list's first number.
  var number = 0
  var span: ByteSpan
  /// One past the last block in it.
  var end: Int
  var lines: Range<Int> = 0..<0
  var inlines: Range<Int> = 0..<0
  var text: Range<Int> = 0..<0
  /// The info string or the label, in the literals.
  var literal: Range<Int> = 0..<0
}

/// An inline as plain numbers.
struct InlineRecord {
  var form: Inline.Form
  var span: ByteSpan
  /// One past the last inline in it.
  var end: Int
  /// What it shows, in the text.
  var text: Range<Int>
  /// The destination or the HTML, in the literals.
  var literal: Range<Int> = 0..<0
  /// The title, in the literals.
  var title: Range<Int> = 0..<0
}

/// The buffers of a finished document with the bytes it was parsed from; blocks and inlines look
/// into it.
final class MarkdownTree: Sendable {
  let bytes: [UInt8]
  private let buffers: TreeBuffers

  init(bytes: [UInt8], buffers: consuming TreeBuffers) {
    self.bytes = bytes
    self.buffers = buffers
  }

  static let empty = MarkdownTree(bytes: [], buffers: TreeBuffers(lineCount: 0, byteCount: 0))

  var blockCount: Int { buffers.blocks.count }

  func block(_ index: Int) -> BlockRecord { buffers.blocks[index] }
  func inline(_ index: Int) -> InlineRecord { buffers.inlines[index] }
  var lines: [ByteSpan] { Array(buffers.lines.all) }
  func lines(_ range: Range<Int>) -> [ByteSpan] { Array(buffers.lines.slice(range)) }
  func text(_ range: Range<Int>) -> String { buffers.text.string(range) }
  func literal(_ range: Range<Int>) -> String { buffers.literals.string(range) }

  /// Text with its line ends turned into spaces.
  func oneLine(_ range: Range<Int>) -> String {
    let bytes = buffers.text.slice(range)
    guard bytes.has(0x0A) else { return String(sure: bytes) }
    return String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}

extension GrowingBuffer: @unchecked Sendable where Element: Sendable {}
