import DictumMarkdown
import DictumModel
import Testing

/// Blocks as `kind[source]`, children in braces, line ends shown as `⏎`.
func outline(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let document = MarkdownDocument(parsing: bytes)
  return document.blocks.map { outline($0, bytes) }.joined(separator: " ")
}

private func outline(_ block: Block, _ bytes: [UInt8]) -> String {
  let slice = String(decoding: bytes[block.span.range], as: UTF8.self)
    .replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").replacing("\t", with: "→")
  let name =
    switch block.kind {
    case .heading(let level): "h\(level)"
    case .paragraph: "p"
    case .table: "table"
    case .blockQuote: "quote"
    case .list(let ordered, let start, let tight):
      (ordered ? "ol\(start)" : "ul") + (tight ? "" : "-loose")
    case .item: "li"
    case .codeBlock(let info): "code(\(info))"
    case .htmlBlock: "html"
    case .thematicBreak: "hr"
    case .footnoteDefinition(let label): "note(\(label))"
    }
  guard !block.children.isEmpty else { return "\(name)[\(slice)]" }
  return "\(name){\(block.children.map { outline($0, bytes) }.joined(separator: " "))}"
}

@Suite struct BlockTests {
  @Test(arguments: [
    ("", ""),
    ("a\nb\n\nc", "p[a⏎b] p[c]"),
    ("a\r\nb\r\n\r\nc\r\n", "p[a⏎b] p[c]"),
    ("\u{FEFF}# a", "h1[# a]"),
    ("  # a #\n", "h1[# a #]"),
    ("a\nb\n===\nc", "h1[a⏎b⏎===] p[c]"),
    ("a\n---\n---", "h2[a⏎---] hr[---]"),
    ("> a\n> b\nc\n\nd", "quote{p[a⏎> b⏎c]} p[d]"),
    ("> > a\n> b\n", "quote{quote{p[a⏎> b]}}"),
    (">\ta\n", "quote{p[a]}"),
    ("- a\n- b\n\n  c\n", "ul-loose{li{p[a]} li{p[b] p[c]}}"),
    ("7. a\n   - b\n     c\n8. d", "ol7{li{p[a] ul{li{p[b⏎     c]}}} li{p[d]}}"),
    ("-\n  a", "ul{li{p[a]}}"),
    ("- > a\n  > b\n- c", "ul{li{quote{p[a⏎  > b]}} li{p[c]}}"),
    ("-\n-", "ul{li[-] li[-]}"),
    ("\tcode\n\n\tmore\n\nx", "code()[code⏎⏎→more] p[x]"),
    ("-\t\tcode", "ul{li{code()[code]}}"),
    ("```swift x\na\n```\nb", "code(swift x)[```swift x⏎a⏎```] p[b]"),
    ("> ```\n> a\nb", "quote{code()[```⏎> a]} p[b]"),
    ("~~~~\n~~~\n~~~~~", "code()[~~~~⏎~~~⏎~~~~~]"),
    ("```\n", "code()[```]"),
    (
      "a\n\n``` swift\nx\n\n```\n\n---\n# b #\nc",
      "p[a] code(swift)[``` swift⏎x⏎⏎```] hr[---] h1[# b #] p[c]"
    ),
    ("a\n```\nb\n```\n- c", "p[a] code()[```⏎b⏎```] ul{li{p[c]}}"),
    ("- a\n\nb\n\n- c", "ul{li{p[a]}} p[b] ul{li{p[c]}}"),
    ("- a\n```\nb\n```\n\nc", "ul{li{p[a]}} code()[```⏎b⏎```] p[c]"),
    ("<div>\na\n</div>\n\nb", "html[<div>⏎a⏎</div>] p[b]"),
    ("<!-- a\n\nb -->\nc", "html[<!-- a⏎⏎b -->] p[c]"),
    ("a | b\n--|--\n1 | 2", "table[a | b⏎--|--⏎1 | 2]"),
    ("| a |\n|:-:|\n", "table[| a |⏎|:-:|]"),
    ("a | b\n--|--|--", "p[a | b⏎--|--|--]"),
    ("[a]: /u\n'title'\nb [a]", "p[b [a]]"),
    ("[a]: /u\n\nb", "p[b]"),
    ("[a]: /u\nb\n===", "h1[b⏎===]"),
    ("[a]:\n---\nb\n===", "h2[[a]:⏎---] h1[b⏎===]"),
    ("[a]: /u\n===\nb\n===", "h1[===⏎b⏎===]"),
    ("[a]: /u\n' b\n---\nc'", "h2[' b⏎---] p[c']"),
    ("[^1]: word", "note(1){p[word]}"),
    ("[^1]: a\n[^b]: c\nd", "note(1){p[a]} note(b){p[c⏎d]}"),
    ("[^1]: a\n\n    b\n\n    - c\n\nd", "note(1){p[a] p[b] ul{li{p[c]}}} p[d]"),
    ("x\n[^1]: a\n    b", "p[x] note(1){p[a⏎    b]}"),
    ("> [^1]: a\n>\n>     b", "quote{note(1){p[a] p[b]}}"),
    ("[^1]: a\n---\nb", "note(1){p[a]} hr[---] p[b]"),
    ("[^1]: a\n\n[^1]: b", "note(1){p[a]} note(1){p[b]}"),
    ("[^1]:\n    a", "note(1){p[a]}"),
  ])
  func blocks(text: String, expected: String) {
    #expect(outline(text) == expected)
    let bytes = Array(text.utf8)
    #expect(violations(of: MarkdownDocument(parsing: bytes), in: bytes) == [])
  }

  @Test(arguments: [
    ("> a\n>  b\nc", ["a", "b", "c"]),
    ("# a #", ["a"]),
    ("a\n b\n--", ["a", "b"]),
    ("- ```\n    x\n  y\n  ```", ["  x", "y"]),
    ("     a\n\n    b", [" a", "", "b"]),
    ("> <div>\n>  a", ["<div>", " a"]),
  ])
  func linesAreWithoutPrefixes(text: String, expected: [String]) throws {
    let bytes = Array(text.utf8)
    let leaf = try #require(
      MarkdownDocument(parsing: bytes).descendants.first { !$0.lines.isEmpty })
    #expect(leaf.lines.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("a *b* `c`  \nd &amp; \\* ![alt](u) [t](u\n 'x')", "a b c\nd & * alt t\n"),
    ("`a\nb`\n[[t|alias]] [[t#f]] [^1]<i>", "a\nb\nalias t#f "),
    ("```\r\na\r\n[[b]]\r\n```", "a\n[[b]]\n"),
    ("a&#10;b", "a b"),
    ("<https://x.y>", "https://x.y"),
  ])
  func text(text: String, expected: String) {
    #expect(MarkdownDocument(parsing: Array(text.utf8)).blocks.map(\.text) == [expected])
  }

  @Test func spansCountFromTheBeginningOfTheFile() {
    let document = MarkdownDocument(parsing: Array("---\nx: 1\n---\n# a\n".utf8), from: 13)
    #expect(document.dump == "heading(level: 1) @13..<16\n  text(\"a\") @15..<16")
  }

  @Test func linksOfTheDocumentWorkInFootnotes() {
    let document = MarkdownDocument(parsing: Array("[^1]: see [A  b]\n\n[a b]: /u".utf8))
    let kinds = document.descendants.flatMap { $0.inlines.descendants }.map(\.kind)
    #expect(kinds.contains(.link(destination: "/u", title: "")))
  }
}
