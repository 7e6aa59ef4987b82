import DictumMarkdown
import DictumModel

/// The leaves of a Markdown document, in the order they are written.
enum MarkdownLeaves {
  /// Goes through the blocks in order, with the containers around each on a stack.
  static func leaves(of document: MarkdownDocument) -> [Leaf] {
    var leaves: [Leaf] = []
    var itemCount = 0
    var quoteCount = 0
    var open = [Context(end: Int.max)]
    let lines = document.lines
    leaves.reserveCapacity(document.descendants.count)
    let blocks = document.descendants
    for position in blocks.indices {
      let block = blocks[position]
      while open[open.count - 1].end <= block.position { open.removeLast() }
      let top = open.count - 1
      switch block.form {
      case .heading:
        // A heading in a block quote is the quotation's and heads nothing of this document.
        let kind: Leaf.Kind = open[top].isQuoted ? .block(.quote) : .heading(level: block.level)
        leaves.append(open[top].leaf(kind, block, lines))
      case .paragraph: leaves.append(open[top].leaf(open[top].paragraphKind, block, lines))
      case .table: leaves.append(open[top].leaf(.block(.table), block, lines))
      case .codeBlock: leaves.append(open[top].leaf(.block(.code), block, lines))
      case .htmlBlock: leaves.append(open[top].leaf(.block(.html), block, lines))
      case .thematicBreak: leaves.append(open[top].leaf(.rule, block, lines))
      case .blockQuote:
        var inside = open[top].containing(block)
        inside.isQuoted = true
        if inside.quote == nil {
          inside.quote = quoteCount
          quoteCount += 1
        }
        open.append(inside)
      case .list: break
      case .item:
        var inside = open[top].containing(block)
        if inside.topItem == nil {
          inside.topItem = itemCount
          itemCount += 1
        }
        inside.itemDepth += 1
        open.append(inside)
      case .footnoteDefinition:
        var inside = open[top].containing(block)
        inside.footnote = block.label
        open.append(inside)
      }
    }
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

    /// The same for what is in `block`, before the block itself is looked at.
    func containing(_ block: Block) -> Context {
      var inside = self
      inside.end = block.endPosition
      return inside
    }

    func leaf(_ kind: Leaf.Kind, _ block: Block, _ lines: [ByteSpan]) -> Leaf {
      Leaf(
        kind: kind, span: block.span, lines: LeafLines(lines, block.lineRange), text: block.text,
        inlines: block.inlines, isQuoted: isQuoted, topItem: topItem,
        itemDepth: itemDepth, quote: quote, footnote: footnote)
    }
  }
}
