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
    for block in document.descendants {
      while open[open.count - 1].end <= block.position { open.removeLast() }
      let around = open[open.count - 1]
      var inside = around
      inside.end = block.endPosition
      switch block.kind {
      case .heading(let level):
        // A heading in a block quote is the quotation's and heads nothing of this document.
        let kind: Leaf.Kind = around.isQuoted ? .block(.quote) : .heading(level: level)
        leaves.append(around.leaf(kind, block))
      case .paragraph: leaves.append(around.leaf(.block(around.paragraphKind), block))
      case .table: leaves.append(around.leaf(.block(.table), block))
      case .codeBlock: leaves.append(around.leaf(.block(.code), block))
      case .htmlBlock: leaves.append(around.leaf(.block(.html), block))
      case .thematicBreak: leaves.append(around.leaf(.rule, block))
      case .blockQuote:
        inside.isQuoted = true
        if inside.quote == nil {
          inside.quote = quoteCount
          quoteCount += 1
        }
        open.append(inside)
      case .list: break
      case .item:
        if inside.topItem == nil {
          inside.topItem = itemCount
          itemCount += 1
        }
        inside.itemDepth += 1
        open.append(inside)
      case .footnoteDefinition(let label):
        inside.footnote = label
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

    var paragraphKind: Passage.Kind {
      isQuoted ? .quote : footnote != nil ? .footnote : topItem != nil ? .item : .paragraph
    }

    func leaf(_ kind: Leaf.Kind, _ block: Block) -> Leaf {
      Leaf(
        kind: kind, span: block.span, lines: block.lines, text: block.text,
        inlines: block.inlines, isQuoted: isQuoted, topItem: topItem,
        itemDepth: itemDepth, quote: quote, footnote: footnote)
    }
  }
}
