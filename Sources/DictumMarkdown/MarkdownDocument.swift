package import DictumModel

/// A Markdown file as a tree of blocks and inlines, every one with the bytes it came from.
///
/// CommonMark 0.30 as Debian's libcmark reads it, without "smart" punctuation; besides, footnotes,
/// wiki-links and tables. Front matter is the caller's: parsing begins behind it.
///
/// Containers are kept to ``maximumBlockDepth`` levels and inlines to ``maximumInlineDepth``; what
/// lies deeper is attached to the last level, so that whoever walks the tree need not fear its
/// depth.
package struct MarkdownDocument: Sendable {
  private let tree: MarkdownTree

  /// How many blocks have inlines whose source could not be found again, so that their spans are
  /// only those of the block; 0 unless this room has a mistake.
  package let misalignedBlocks: Int

  /// How deep quotes, lists and items are nested at most.
  package static let maximumBlockDepth = 200

  /// How deep emphasis, links and images are nested at most in one block.
  package static let maximumInlineDepth = 100

  /// The largest number of bytes that is parsed, 1 GiB.
  ///
  /// libcmark counts in 32 bits. A larger file gives a document without blocks.
  package static let maximumSize = 1 << 30

  /// Parses a file's bytes from `offset` on.
  ///
  /// `bytes` is the whole file as stored, valid UTF-8; `offset` is the beginning of a line, with
  /// front matter or a byte order mark before it. Every input is a document: this cannot fail.
  /// `table` has the lines of the whole file, where the caller knows them.
  package init(parsing bytes: [UInt8], from offset: Int = 0, lines table: LineTable? = nil) {
    guard bytes.count <= Self.maximumSize, offset >= 0, offset <= bytes.count else {
      tree = .empty
      misalignedBlocks = 0
      return
    }
    // libcmark skips a byte order mark too, but as part of the line.
    var start = offset
    while bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    let table = table ?? LineTable(bytes)
    var lines = table.spans
    let first = table.line(at: start) - 1
    if lines[first].start != start { lines[first] = ByteSpan(start, lines[first].end) }
    var abridged = bytes.withUnsafeBufferPointer { Abridgement($0, lines, from: first) }
    var parsed = Self.parse(bytes, lines, from: first, &abridged)
    if parsed.misaligned > 0 {
      // The words of inlines whose source is lost are known from libcmark alone.
      var whole = Abridgement(nothingOf: lines, from: first, bytes)
      parsed = Self.parse(bytes, lines, from: first, &whole)
    }
    (tree, misalignedBlocks) = parsed
  }

  private static func parse(
    _ bytes: [UInt8], _ lines: [ByteSpan], from first: Int, _ abridgement: inout Abridgement
  ) -> (tree: MarkdownTree, misaligned: Int) {
    let start = lines[first].start
    let masks = bytes.withUnsafeBufferPointer {
      SourceMask.all(in: $0, from: start, within: abridgement.maskable)
    }
    abridgement.keep(masks)
    return ParseSource.with(bytes, masks, abridgement) { source in
      BlockBuilder.parse(source, abridgement, lines, from: first, of: bytes)
    }
  }

  /// The blocks of the top level, in order of the source.
  package var blocks: [Block] { Block.siblings(tree, from: 0, to: tree.blockCount) }

  /// All blocks, each before what it contains, in order of the source.
  package var descendants: BlockList { BlockList(tree: tree, range: 0..<tree.blockCount) }

  /// The content lines of all leaf blocks, in order of the source.
  package var lines: [ByteSpan] { tree.lines }
}
