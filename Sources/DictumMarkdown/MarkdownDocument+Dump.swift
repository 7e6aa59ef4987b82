import DictumModel

extension MarkdownDocument {
  /// The tree as text, one block or inline a line, indented by two spaces a level, such as
  /// `paragraph @12..<40`; for tests and for people who look for a mistake.
  package var dump: String {
    var lines: [String] = []
    var waiting: [(Entry, Int)] = blocks.reversed().map { (.block($0), 0) }
    while let (entry, depth) = waiting.popLast() {
      lines.append(String(repeating: "  ", count: depth) + entry.label)
      waiting.append(contentsOf: entry.children.reversed().map { ($0, depth + 1) })
    }
    return lines.joined(separator: "\n")
  }

  private enum Entry {
    case block(Block)
    case inline(Inline)

    var children: [Entry] {
      switch self {
      case .block(let block): block.children.map { .block($0) } + block.inlines.map { .inline($0) }
      case .inline(let inline): inline.children.map { .inline($0) }
      }
    }

    var label: String {
      switch self {
      case .block(let block): "\(block.kind) @\(block.span.start)..<\(block.span.end)"
      case .inline(let inline): "\(inline.kind) @\(inline.span.start)..<\(inline.span.end)"
      }
    }
  }
}
