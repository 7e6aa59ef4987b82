package import DictumModel

/// A block of Markdown: a paragraph, a heading, a list, …, with the bytes it came from.
///
/// Spans are bytes of the whole file, 0-based and half-open. After CommonMark 0.30, chapters 4
/// and 5, with tables (recognised, not taken apart) and footnote definitions besides.
package struct Block: Hashable, Sendable {
  /// What the block is.
  package var kind: Kind

  /// From its first byte, a container's marker or a heading's `#` included, to the end of its last
  /// line without the line end; blank lines at its end are left out unless they are code or HTML.
  package var span: ByteSpan

  /// For a leaf block, its content line by line: without the prefixes of the containers around it,
  /// indentation, heading markers, and code fences; empty for containers and thematic breaks.
  package var lines: [ByteSpan]

  /// For a container, the blocks in it.
  package var children: [Block]

  /// For a paragraph, a heading or a table, what is in its text.
  package var inlines: [Inline]

  /// For code and HTML, the literal; else the plain text of the inlines, one `\n` for each line
  /// break of the source, so that the lines of `text` are those of `lines`; empty for containers.
  ///
  /// Markup is stripped, links and images leave their text, wiki-links their alias or target,
  /// footnote references and raw HTML nothing; escapes and entities are decoded.
  package var text: String

  /// A block of the parts named.
  package init(
    kind: Kind, span: ByteSpan, lines: [ByteSpan] = [], children: [Block] = [],
    inlines: [Inline] = [], text: String = ""
  ) {
    self.kind = kind
    self.span = span
    self.lines = lines
    self.children = children
    self.inlines = inlines
    self.text = text
  }
}

extension Block {
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

  /// This block and all blocks in it, each before what it contains.
  package var descendants: [Block] {
    Block.flattened([self])
  }

  /// The blocks and all blocks in them, each before what it contains, in order of the source.
  static func flattened(_ blocks: [Block]) -> [Block] {
    var found: [Block] = []
    var waiting = Array(blocks.reversed())
    while let block = waiting.popLast() {
      found.append(block)
      waiting.append(contentsOf: block.children.reversed())
    }
    return found
  }
}
