/// The inlines of a block or of an inline, in order of the source.
package struct InlineList: Sendable, Collection {
  let tree: MarkdownTree
  /// The inlines with all that they contain, by their numbers in the document.
  let range: Range<Int>

  /// No inlines at all.
  package static let none = InlineList(tree: .empty, range: 0..<0)

  package var startIndex: Int { range.lowerBound }
  package var endIndex: Int { range.upperBound }

  /// The number of the inline that comes after one and all that it contains.
  package func index(after position: Int) -> Int { tree.inline(position).end }

  package subscript(position: Int) -> Inline { Inline(tree, position) }

  /// The inlines and all inlines in them, each before what it contains, in order of the source.
  package var descendants: [Inline] { range.map { Inline(tree, $0) } }

  /// Of all inlines, those that are not words, line ends, emphasis or strikethroughs: code, HTML,
  /// maths, links, images, footnote references and wiki-links; each before what it contains, in
  /// order of the source.
  package var marked: [Inline] {
    var found: [Inline] = []
    for position in range {
      switch tree.inline(position).form {
      case .text, .softBreak, .hardBreak, .emphasis, .strong, .strikethrough: break
      default: found.append(Inline(tree, position))
      }
    }
    return found
  }
}
