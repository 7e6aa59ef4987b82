import DictumMarkdown
import DictumModel

/// The leaves of a Markdown document, in the order they are written.
enum MarkdownLeaves {
  /// Goes through the blocks in order, with what is outside the containers around each on a stack.
  static func leaves(of document: MarkdownDocument) -> [Leaf] {
    var leaves: [Leaf] = []
    var itemCount = 0
    var quoteCount = 0
    var around = Context(end: Int.max)
    var outer: [Context] = []
    let lines = document.lines
    leaves.reserveCapacity(document.descendants.count)
    let blocks = document.descendants
    for position in blocks.indices {
      let block = blocks[position]
      while around.end <= block.position { around = outer.removeLast() }
      switch block.form {
      case .heading:
        // A heading in a block quote is the quotation's and heads nothing of this document.
        let kind: Leaf.Kind = around.isQuoted ? .block(.quote) : .heading(level: block.level)
        leaves.append(around.leaf(kind, block, lines))
      case .paragraph: leaves.append(around.leaf(around.paragraphKind, block, lines))
      case .table: leaves.append(around.leaf(.block(.table), block, lines))
      case .codeBlock: leaves.append(around.leaf(.block(.code), block, lines))
      case .htmlBlock: leaves.append(around.leaf(.block(.html), block, lines))
      case .thematicBreak: leaves.append(around.leaf(.rule, block, lines))
      case .blockQuote:
        outer.append(around)
        around.end = block.endPosition
        around.isQuoted = true
        if around.quote == nil {
          around.quote = quoteCount
          quoteCount += 1
        }
      case .list: break
      case .item:
        outer.append(around)
        around.end = block.endPosition
        if around.topItem == nil {
          around.topItem = itemCount
          itemCount += 1
        }
        around.itemDepth += 1
      case .footnoteDefinition:
        outer.append(around)
        around.end = block.endPosition
        around.footnote = block.label
      }
    }
    if quoteCount > 0 { Callout.unquote(&leaves) }
    return leaves
  }

  /// What the containers around a block say of it.
  private struct Context {
    /// The number of the first block that is not in them.
    var end: Int
    var isQuoted = false
    var topItem: Int?
    var itemDepth = 0
    var quote: Int?
    var footnote: String?

    var paragraphKind: Leaf.Kind {
      .block(isQuoted ? .quote : footnote != nil ? .footnote : topItem != nil ? .item : .paragraph)
    }

    func leaf(_ kind: Leaf.Kind, _ block: Block, _ lines: [ByteSpan]) -> Leaf {
      Leaf(
        kind: kind, isQuoted: isQuoted, topItem: topItem, itemDepth: itemDepth,
        lines: LeafLines(lines, block.lineRange), span: block.span, text: block.text,
        inlines: block.inlines, quote: quote, footnote: footnote)
    }
  }
}
