/// The inlines of a block or of an inline, in order of the source.
package struct InlineList: Sendable, Collection {
  let tree: MarkdownTree
  /// The inlines with all that they contain, by their numbers in the document.
  let range: Range<Int>

  /// No inlines at all.
  package static let none = InlineList(tree: .empty, range: 0..<0)

  package var startIndex: Int { range.lowerBound }
  package var endIndex: Int { range.upperBound }
  package var isEmpty: Bool { range.isEmpty }

  /// The number of the inline that comes after one and all that it contains.
  package func index(after position: Int) -> Int { tree.inline(position).end }

  package subscript(position: Int) -> Inline { Inline(tree, position) }

  /// The inlines and all inlines in them, each before what it contains, in order of the source.
  package var descendants: [Inline] { range.map { Inline(tree, $0) } }

  /// What the first inline is; `nil` where there is none.
  package var firstForm: Inline.Form? { isEmpty ? nil : tree.inline(startIndex).form }

  /// What the only inline is that is in no other; `nil` where there are more, or none.
  package var onlyForm: Inline.Form? {
    guard !isEmpty else { return nil }
    let only = tree.inline(startIndex)
    return only.end == endIndex ? only.form : nil
  }

  /// The number of the first inline from `position` on that is not words, a line end, emphasis or a
  /// strikethrough: code, HTML, maths, a link, an image, a footnote reference or a wiki-link.
  ///
  /// An inline comes before what it contains.
  package func nextMarked(from position: Int) -> Int? {
    for position in position..<Swift.max(position, endIndex) {
      switch tree.inline(position).form {
      case .text, .softBreak, .hardBreak, .emphasis, .strong, .strikethrough: break
      default: return position
      }
    }
    return nil
  }
}
