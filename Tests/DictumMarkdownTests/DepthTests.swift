import DictumMarkdown
import Testing

/// Nesting that would overflow the stack if the tree were as deep.
@Suite struct DepthTests {
  @Test(arguments: [">", "- ", "> - ", "1. "])
  func blocksAreKeptToTheMaximumDepth(marker: String) {
    let bytes = Array((String(repeating: marker, count: 20_000) + "a\n\nb").utf8)
    let document = MarkdownDocument(parsing: bytes)
    var depth = 0
    var block = document.blocks.first
    while let next = block?.children.first {
      depth += 1
      block = next
    }
    #expect(depth == MarkdownDocument.maximumBlockDepth)
    #expect(document.descendants.filter { $0.kind == .paragraph }.map(\.text) == ["a", "b"])
    #expect(violations(of: document, in: bytes) == [])
  }

  @Test func inlinesAreKeptToTheMaximumDepth() throws {
    let source =
      String(repeating: "*a **b ", count: 2_000) + String(repeating: "c** d*", count: 2_000)
    let bytes = Array(source.utf8)
    let document = MarkdownDocument(parsing: bytes)
    var depth = 0
    var inline = document.blocks.first?.inlines.first
    while let next = inline.map({ Array($0.children) })?.last(where: { !$0.children.isEmpty }) {
      depth += 1
      inline = next
    }
    #expect(depth > 50 && depth < MarkdownDocument.maximumInlineDepth)
    #expect(violations(of: document, in: bytes) == [])
  }
}
