import DictumMarkdown
import DictumModel

/// The leaves of a Markdown document, in the order they are written.
enum MarkdownLeaves {
  /// Walks the tree with a stack of its own; nesting is bounded by the parser's cap, not by ours.
  static func leaves(of document: MarkdownDocument) -> [Leaf] {
    var leaves: [Leaf] = []
    var itemCount = 0
    var quoteCount = 0
    var stack = document.blocks.reversed().map { Frame(block: $0) }
    while var frame = stack.popLast() {
      let block = frame.block
      var childContext = frame
      switch block.kind {
      case .heading(let level): leaves.append(frame.leaf(.heading(level: level)))
      case .paragraph:
        let inItem = frame.topItem != nil
        leaves.append(
          frame.leaf(
            .block(
              frame.isQuoted
                ? .quote : frame.footnote != nil ? .footnote : inItem ? .item : .paragraph)))
      case .table: leaves.append(frame.leaf(.block(.table)))
      case .codeBlock: leaves.append(frame.leaf(.block(.code)))
      case .htmlBlock: leaves.append(frame.leaf(.block(.html)))
      case .thematicBreak: leaves.append(frame.leaf(.rule))
      case .blockQuote:
        childContext.isQuoted = true
        if frame.quote == nil {
          childContext.quote = quoteCount
          quoteCount += 1
        }
        push(block.children, childContext, on: &stack)
      case .list:
        push(block.children, childContext, on: &stack)
      case .item:
        if frame.topItem == nil {
          frame.topItem = itemCount
          itemCount += 1
        }
        frame.itemDepth += 1
        push(block.children, frame, on: &stack)
      case .footnoteDefinition(let label):
        childContext.footnote = label
        push(block.children, childContext, on: &stack)
      }
    }
    return leaves
  }

  private static func push(_ blocks: [Block], _ context: Frame, on stack: inout [Frame]) {
    for block in blocks.reversed() {
      var frame = context
      frame.block = block
      stack.append(frame)
    }
  }

  /// A block with what its ancestors say of it.
  private struct Frame {
    var block: Block
    var isQuoted = false
    var topItem: Int?
    var itemDepth = 0
    var quote: Int?
    var footnote: String?

    func leaf(_ kind: Leaf.Kind) -> Leaf {
      Leaf(
        kind: kind, span: block.span, lines: block.lines, text: block.text,
        inlines: block.inlines, isQuoted: isQuoted, topItem: topItem,
        itemDepth: itemDepth, quote: quote, footnote: footnote)
    }
  }
}
