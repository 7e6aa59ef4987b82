package import DictumModel

/// A block of Markdown: a paragraph, a heading, a list, …, with the bytes it came from.
///
/// Spans are bytes of the whole file, 0-based and half-open. After CommonMark 0.30, chapters 4
/// and 5, with tables (recognised, not taken apart) and footnote definitions besides. A block is a
/// place in its document: small to copy, and its parts are made when they are asked for.
@usableFromInline package struct Block: Sendable {
  let tree: MarkdownTree

  /// Its number in the document, from 0; a block comes before what it contains.
  package let position: Int

  init(_ tree: MarkdownTree, _ position: Int) {
    self.tree = tree
    self.position = position
  }

  /// What is known of it; read where it lies, because most who ask want but a part.
  private var record: BlockRecord { tree.block(position) }

  /// The number of the first block that is not in it.
  @usableFromInline package var endPosition: Int { record.end }

  /// What the block is, without more about it.
  @usableFromInline package var form: Form { record.form }

  /// From its first byte, a container's marker or a heading's `#` included, to the end of its last
  /// line without the line end; blank lines at its end are left out unless they are code or HTML.
  package var span: ByteSpan { record.span }

  /// For a leaf block, its content line by line: without the prefixes of the containers around it,
  /// indentation, heading markers, and code fences; empty for containers and thematic breaks.
  package var lines: [ByteSpan] { tree.lines(record.lines) }

  /// Where its `lines` stand among those of the document.
  @usableFromInline package var lineRange: Range<Int> { record.lines }

  /// A heading's level, 1 to 6.
  @usableFromInline package var level: Int { record.number }

  /// The label of a footnote definition.
  package var label: String { tree.literal(record.literal) }

  /// For a container, the blocks in it.
  package var children: [Block] {
    Block.siblings(tree, from: position + 1, to: record.end)
  }

  /// For a paragraph, a heading or a table, what is in its text.
  package var inlines: InlineList { InlineList(tree: tree, range: record.inlines) }

  /// For code and HTML, the literal; else the plain text of the inlines, one `\n` for each line
  /// break of the source, so that the lines of `text` are those of `lines`; empty for containers.
  ///
  /// Markup is stripped, links and images leave their text, wiki-links their alias or target,
  /// footnote references and raw HTML nothing; escapes and entities are decoded.
  package var text: String { tree.text(record.text) }

  /// This block and all blocks in it, each before what it contains.
  package var descendants: BlockList { BlockList(tree: tree, range: position..<record.end) }

  static func siblings(_ tree: MarkdownTree, from start: Int, to end: Int) -> [Block] {
    var found: [Block] = []
    var next = start
    while next < end {
      found.append(Block(tree, next))
      next = tree.block(next).end
    }
    return found
  }
}

extension Block {
  /// What a block is, as a bare name; ``Kind`` says more.
  @usableFromInline package enum Form: UInt8, Sendable {
    case heading, paragraph, table, blockQuote, list, item, codeBlock, htmlBlock, thematicBreak
    case footnoteDefinition
  }

  /// What a block is.
  package enum Kind: Hashable, Sendable {
    /// A heading, `#` or underlined; its level is 1 to 6.
    case heading(level: Int)
    /// A paragraph.
    case paragraph
    /// A paragraph whose second line is a delimiter row as GitHub Flavored Markdown has it.
    case table
    /// A block quote; a container.
    case blockQuote
    /// A list of items; a container. `start` is the first number, 1 for a bullet list.
    case list(ordered: Bool, start: Int, tight: Bool)
    /// An item of a list; a container.
    case item
    /// Code, indented or fenced; `info` is the decoded info string, empty if there is none.
    case codeBlock(info: String)
    /// Raw HTML.
    case htmlBlock
    /// A thematic break, such as `---`.
    case thematicBreak
    /// A footnote's text, `[^label]: …`; a container.
    case footnoteDefinition(label: String)
  }

  /// What the block is.
  package var kind: Kind {
    switch record.form {
    case .heading: .heading(level: level)
    case .paragraph: .paragraph
    case .table: .table
    case .blockQuote: .blockQuote
    case .list:
      .list(ordered: record.isOrdered, start: record.number, tight: record.isTight)
    case .item: .item
    case .codeBlock: .codeBlock(info: tree.literal(record.literal))
    case .htmlBlock: .htmlBlock
    case .thematicBreak: .thematicBreak
    case .footnoteDefinition: .footnoteDefinition(label: label)
    }
  }
}
