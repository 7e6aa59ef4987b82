import DictumModel
import Testing

@testable import DictumReading

/// Plain text, which is not Markdown, and captures of pages in it.
@Suite struct PlainTextTests {
  private func leaves(_ text: String) -> [Leaf] {
    PlainTextLeaves.leaves(of: Array(text.utf8), from: 0)
  }

  @Test func shapes() {
    let found = leaves(
      """
      A title

      One paragraph
      of two lines.

        • A message,

          its second paragraph,

          • a bullet in it

          1. and a number

        • Another message
      goes on.

      Not a message.
      """)
    #expect(
      found.map(\.text) == [
        "A title", "One paragraph\nof two lines.", "A message,", "its second paragraph,",
        "a bullet in it", "and a number", "Another message\ngoes on.", "Not a message.",
      ])
    #expect(found.map(\.topItem) == [nil, nil, 0, 0, 0, 0, 1, nil])
    #expect(found.map(\.itemDepth) == [0, 0, 1, 1, 2, 2, 1, 0])
    #expect(found.map(\.isHeading) == [true] + Array(repeating: false, count: 7))
  }

  @Test(arguments: ["•", "◦", "▪", "‣", "-", "*", "–", "1.", "12)", "999."])
  func bullets(_ glyph: String) {
    let found = leaves("\(glyph) one\n\(glyph) two")
    #expect(found.map(\.text) == ["one", "two"])
    #expect(found.map(\.topItem) == [0, 1])
  }

  @Test(arguments: ["-one", "*one* two", "1.one", "1000. one", "- ", "•", "1", "a. one", "--- one"])
  func noBullets(_ line: String) {
    #expect(leaves("Before.\n\n\(line)\n").allSatisfy { $0.topItem == nil })
  }

  /// Markup means itself, and four spaces are no code.
  @Test func noMarkdown() throws {
    let reading = try reading(
      "First.\n\n    *four* spaces [[a|b]] `c`\n\n> d\n\n# e\n", path: "a.txt")
    #expect(reading.passages.map(\.text) == ["First.", "*four* spaces [[a|b]] `c`", "> d", "# e"])
    #expect(reading.passages.map(\.kind) == [.paragraph, .paragraph, .paragraph, .paragraph])
    #expect(reading.references.map(\.target) == ["a"])
  }

  @Test(arguments: [
    ("Ada Okafor\n\nWords.", "Ada Okafor"), ("Two\nlines\n\nWords.", "a"),
    ("A sentence.\n\nWords.", "a"),
    (String(repeating: "long ", count: 30) + "\n\nWords.", "a"), ("- item\n\nWords.", "a"),
    ("Really?\n\nWords.", "a"),
  ])
  func titles(_ text: String, _ title: String) throws {
    #expect(try reading(text, path: "a.txt").title == title)
  }

  @Test func capture() throws {
    let text =
      "Ada Okafor\n\nI write.\n\nSequences\n\nWIKI CONTRIBUTIONS\n\nComments\n\nNo.\n\nLoad More\n"
    let captured = try reading(text, path: "a.txt")
    #expect(captured.kind == .comments)
    #expect(captured.owner == "Ada Okafor")
    #expect(captured.passages.map(\.text) == ["I write.", "No."])
    #expect(captured.utterances.isEmpty)
    #expect(captured.passages.allSatisfy { $0.attribution == nil })
    let markdown = try reading(text)
    #expect(markdown.kind == .note && markdown.owner == nil && markdown.passages.count == 7)
    let one = try reading("Ada Okafor\n\nComments\n\nNo.\n", path: "a.txt")
    #expect(one.kind == .note && one.passages.map(\.text) == ["Comments", "No."])
    let titled = try reading(
      "Ada Okafor\n\nI write.\n\nSequences\n\nTides and Time\n\nWiki Contributions\n\nNo, not so\n",
      path: "a.txt")
    #expect(titled.passages.map(\.text) == ["I write.", "Tides and Time", "No, not so"])
    #expect(titled.passages.map { $0.attribution == .unknown } == [false, true, false])
    let page = try reading("what is new, and why\n\nComments\n\nNo.\n\nLoad More\n", path: "a.txt")
    #expect(page.kind == .comments && page.owner == nil)
  }
}
