import DictumHTML
import DictumModel
import DictumTestSupport
import Testing

/// What libxml2 makes of pages, and where each piece of text stands.
@Suite struct HTMLDocumentTests {
  private func document(_ text: String) -> HTMLDocument { HTMLDocument(parsing: Array(text.utf8)) }

  @Test func elementsAndTextsHaveTheirBytes() throws {
    let page = "<body>\n<p class=a ID='b'>Hello <b>wörld</b> &amp; more</p><br/><i>x</i>"
    let bytes = Array(page.utf8)
    let document = HTMLDocument(parsing: bytes)
    let paragraph = try #require(document.nodes.first { $0.name == "p" })
    #expect(paragraph.attributes == ["class": "a", "id": "b"])
    #expect(
      String(decoding: bytes[paragraph.span.range], as: UTF8.self)
        == "<p class=a ID='b'>Hello <b>wörld</b> &amp; more</p>")
    let texts = document.nodes.filter { $0.text != nil && !$0.span.isEmpty }
    #expect(
      texts.map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
        == ["\n", "Hello ", "wörld", " ", "&amp;", " more", "x"])
    #expect(texts.compactMap(\.text) == ["\n", "Hello ", "wörld", " ", "&", " more", "x"])
  }

  @Test(arguments: [
    ("<p>one<p>two", ["p": 2]), ("<ul><li>a<li>b</ul>", ["ul": 1, "li": 2]),
    ("<table><tr><td>a<td>b<tr><td>c</table>", ["table": 1, "tr": 2, "td": 3]),
    ("plain words", ["html": 1, "body": 1]), ("", [:]), ("<", [:]), ("<!-- only -->", [:]),
  ])
  func omittedTagsArePutIn(_ page: String, _ counts: [String: Int]) {
    let names = document(page).nodes.map(\.name)
    for (name, count) in counts { #expect(names.count { $0 == name } == count, "\(name)") }
  }

  @Test func whatThePageSaysOfItsEncodingIsPassedOver() {
    let page = document("<meta charset=iso-8859-1><p>é</p>")
    #expect(page.nodes.contains { $0.text == "é" })
  }

  @Test func longTextsAreWhole() {
    let words = (0..<5_000).map { "wörd\($0)" }.joined(separator: " ")
    let page = "<p>" + words + "</p>"
    let bytes = Array(page.utf8)
    let texts = document(page).nodes.filter { $0.text != nil }
    #expect(texts.compactMap(\.text).joined() == words)
    for text in texts {
      #expect(String(decoding: bytes[text.span.range], as: UTF8.self) == text.text)
    }
  }

  @Test func whatWouldTakeTooLongIsSaid() {
    let deep = String(repeating: "<div>", count: 5_000) + "words"
    guard case .tooDeep = document(deep).fault else {
      Issue.record("not too deep")
      return
    }
    let full = "<p " + (0..<20_000).map { "a\($0)" }.joined(separator: " ") + ">words"
    #expect(document(full).fault == .tooManyAttributes(at: 0))
    #expect(document("<p a b=c d='e'>words").fault == nil)
  }

  /// Pages cut from pieces of every sort, well-formed or not.
  @Test(arguments: 0..<300)
  func anyBytesAreAPage(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<ul>", "&amp;",
      "&", "&#38;", "&nbsp;", "<", ">", "<!--", "-->", "<script>", "</script>", "<a href=\"x>y\">",
      "<a href='", "<section>", "</section>", "words and ", "more\n", "\r\n", "é", "😀", "<br/>",
      "<?php ", "?>", "<![CDATA[", "]]>", "<!DOCTYPE html>", "</body>", "<body>", "&lt;p&gt;", "\t",
    ]
    let count = Int.random(in: 0...60, using: &generator)
    let page = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    let bytes = Array(page.utf8)
    let nodes = HTMLDocument(parsing: bytes).nodes
    var end = 0
    for (index, node) in nodes.enumerated() {
      #expect(node.span.end <= bytes.count && node.end > index && node.end <= nodes.count)
      if let parent = node.parent { #expect(parent < index && nodes[parent].end >= node.end) }
      guard let text = node.text else { continue }
      #expect(node.span.start >= end, "\(page)")
      end = node.span.end
      let slice = String(decoding: bytes[node.span.range], as: UTF8.self)
      #expect(
        slice == text || slice.contains("&"),
        "\(slice.debugDescription) for \(text.debugDescription) in \(page.debugDescription)")
    }
  }
}
