/// Blocks of a document, each before what it contains, in order of the source.
package struct BlockList: Sendable, RandomAccessCollection {
  let tree: MarkdownTree
  /// The blocks by their numbers in the document.
  let range: Range<Int>

  package var startIndex: Int { range.lowerBound }
  package var endIndex: Int { range.upperBound }

  package subscript(position: Int) -> Block { Block(tree, position) }
}
