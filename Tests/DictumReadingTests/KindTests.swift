import DictumModel
import Testing

/// What sort of document a source is, and the passages of each sort of block.
@Suite struct KindTests {
  @Test(arguments: [
    ("type: post", SourceKind.post), ("type: Essay", .post), ("type: dialogue", .dialogue),
    ("type: interview", .dialogue), ("type: transcript", .transcript),
    ("type: comments", .comments),
    ("type: note\nauthor: Ada", .note), ("author: Ada", .post), ("date: 2024", .post),
    ("url: https://a.org", .post), ("title: T", .note), ("type: other", .note),
  ])
  func kinds(_ yaml: String, _ kind: SourceKind) throws {
    #expect(try reading("---\n\(yaml)\n---\nWords.").kind == kind)
  }

  /// A talk without labels is in the words of those whom the front matter names.
  @Test(arguments: [
    ("speakers: [Ada Okafor]", ["Ada Okafor"], SourceKind.post),
    ("speakers:\n  AO: Ada Okafor\n  BV: Bram Visser", ["Ada Okafor", "Bram Visser"], .post),
    ("speakers: [Ada Okafor]\nauthor: Bram Visser", ["Bram Visser"], .post),
    ("speakers: [Ada Okafor]\ntype: transcript", ["Ada Okafor"], .transcript),
    ("speakers: []", [], .note),
  ])
  func talks(_ yaml: String, _ authors: [String], _ kind: SourceKind) throws {
    let reading = try reading("---\n\(yaml)\n---\nWords of a talk.")
    #expect(reading.authors == authors && reading.kind == kind)
  }

  @Test(arguments: [
    ("# A  *title*\n\nWords.", "A title"), ("## Not first level\n\n# Later\n", "n"),
    ("Words.\n\n# Later", "Later"),
    ("Words.", "n"), ("#\n\nWords.", "n"),
  ])
  func titles(_ text: String, _ title: String) throws {
    #expect(try reading(text, path: "a/n.md").title == title)
  }

  @Test func passages() throws {
    let reading = try reading(
      """
      # Title

      Text *with* `code`\\
      and a [link](a.md).

      ## One

      - item

        its second
        - nested
      1. number

      ### Deep

      > quote
      > > inner

      | a | b |
      |---|---|
      | c | **d** |

      ## Two

      ```swift
      let x = 1
      ```

      <div>html</div>

      ---

      [^n]: A footnote
      """)
    #expect(
      reading.passages.map(\.kind) == [
        .paragraph, .item, .item, .item, .item, .quote, .quote, .table, .table, .code, .html,
        .footnote,
      ])
    #expect(
      reading.passages.map(\.text) == [
        "Text with code\nand a link.", "item", "its second", "nested", "number", "quote", "inner",
        "a | b", "c | d", "let x = 1\n", "<div>html</div>\n", "A footnote",
      ])
    #expect(
      reading.passages.map(\.headings)
        == [[]] + Array(repeating: ["One"], count: 4) + Array(repeating: ["One", "Deep"], count: 4)
        + Array(repeating: ["Two"], count: 3))
    #expect(reading.passages.map(\.line) == [3, 8, 10, 11, 12, 16, 17, 19, 21, 26, 29, 33])
    #expect(reading.passages.filter { $0.voice == .quoted }.map(\.text) == ["quote", "inner"])
  }

  /// A heading in a quotation is quoted words: it heads nothing, and ends no turn.
  @Test(arguments: [
    (
      "note.md",
      "# One\n\n**Ada:** See this.\n\n> ## Theirs\n>\n> Quoted.\n\nMine.\n\n**Bo:** Yes.\n\n"
        + "**Ada:** No.\n\n**Bo:** So."
    ),
    (
      "note.html",
      "<h1>One</h1>\n<p><b>Ada:</b> See this.</p>\n<blockquote><h2>Theirs</h2>\n<p>Quoted.</p>"
        + "</blockquote>\n<p>Mine.</p>\n<p><b>Bo:</b> Yes.</p>\n<p><b>Ada:</b> No.</p>\n"
        + "<p><b>Bo:</b> So.</p>"
    ),
  ])
  func quotedHeading(_ path: String, _ text: String) throws {
    let reading = try reading(text, path: path)
    #expect(
      reading.passages.map(\.text) == [
        "See this.", "Theirs", "Quoted.", "Mine.", "Yes.", "No.", "So.",
      ])
    #expect(reading.passages.prefix(4).map(\.kind) == [.paragraph, .quote, .quote, .paragraph])
    #expect(reading.passages.map(\.utterance) == [0, 0, 0, 0, 1, 2, 3])
    #expect(reading.passages.allSatisfy { $0.headings.isEmpty }, "the title is no heading path")
  }

  /// A heading of the first level below a title in front matter is a section, unless it stands alone
  /// at the top.
  @Test(arguments: [
    ("# Another\n\nOne.\n", [[]]), ("Before.\n\n# One\n\nTwo.\n", [[], ["One"]]),
    ("# One\n\nTwo.\n\n# Three\n\nFour.\n", [["One"], ["Three"]]),
    ("# A title\n\nTwo.\n\n# Three\n\nFour.\n", [[], ["Three"]]),
  ])
  func firstHeading(_ body: String, _ headings: [[String]]) throws {
    let note = try reading("---\ntitle: A title\n---\n\n\(body)")
    #expect(note.passages.map(\.headings) == headings)
    #expect(note.title == "A title")
  }
}
