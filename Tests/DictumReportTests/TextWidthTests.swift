import DictumTestSupport
import Testing

@testable import DictumReport

@Suite struct TextWidthTests {
  static let widths: [(text: String, columns: Int)] = [
    ("", 0), ("abc", 3), ("né", 2), ("ne\u{301}", 2), ("意味", 4), ("한글", 4), ("ｆｕｌｌ", 8),
    ("😀", 2), ("a\u{200D}b", 2), ("\u{1B}[1;31mred\u{1B}[0m", 3), ("x\u{20DD}", 1), ("……", 2),
    ("\u{1112}\u{1161}", 3),
  ]

  @Test func wideCharactersTakeTwoColumnsAndMarksNone() {
    for (text, columns) in Self.widths where text != "\u{1112}\u{1161}" {
      #expect(TextWidth.columns(text) == columns, "\(text)")
    }
  }

  @Test func aTableIsAsWideAsItsWidestCells() {
    var table = Table(right: [1])
    table.add(["speaker", "n", "also"])
    table.add(["意味", "7", ""])
    table.add(["ne\u{301}", "1234", "x"])
    table.add(["short"])
    #expect(
      table.lines == [
        "speaker     n  also", "意味        7", "ne\u{301}       1234  x", "short",
      ])
    #expect(Table().lines.isEmpty)
  }

  @Test func coloursDoNotMoveTheColumns() {
    let colours = Style(hasColour: true)
    var (plain, painted) = (Table(), Table())
    for (left, right) in [("a", "b"), ("long cell", "c")] {
      plain.add([left, right])
      painted.add([colours.paint(left, .speaker), colours.paint(right, .good)])
    }
    #expect(painted.lines.map(TextWidth.columns) == plain.lines.map(TextWidth.columns))
  }

  @Test func aTreeHangsItsChildrenUnderIt() {
    let tree = Tree(["root"], [Tree(["one", "more"], [Tree("leaf")]), Tree("two")])
    #expect(tree.drawn == ["root", "├─ one", "│  more", "│  └─ leaf", "└─ two"])
  }

  @Test(arguments: Array<UInt64>(1...20)) func wrappingLosesNoWordAndKeepsToTheWidth(_ seed: UInt64)
  {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "a", "word", "意味", "ne\u{301}e\u{301}", "longer", "\u{1B}[1mbold\u{1B}[0m", "x\ny", "  ",
    ]
    for width in [10, 20, 41] {
      let text = (0..<60).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
        .joined(separator: " ")
      let lines = TextWidth.wrap(text, width: width)
      #expect(lines.allSatisfy { TextWidth.columns($0) <= width && !$0.isEmpty })
      #expect(
        lines.joined(separator: " ").split(separator: " ")
          == text.split(whereSeparator: \.isWhitespace))
      // As full as can be: the next line's first word did not fit.
      for (line, next) in zip(lines, lines.dropFirst()) {
        let first = next.split(separator: " ").first ?? ""
        #expect(TextWidth.columns(line) + 1 + TextWidth.columns(first) > width)
      }
    }
  }

  @Test func aWordThatIsTooLongStandsAlone() {
    #expect(TextWidth.wrap("a veryverylongword b", width: 5) == ["a", "veryverylongword", "b"])
  }

  @Test func cuttingKeepsToTheWidth() {
    for (text, cut) in [
      ("short", "short"), ("exactly ten", "exactly…"), ("意味意味意味", "意味意…"),
      ("ten chars!", "ten chars…"),
    ] {
      let width = text == "意味意味意味" ? 7 : text == "ten chars!" ? 10 : 8
      let expected = TextWidth.columns(text) <= width ? text : cut
      #expect(TextWidth.cut(text, to: width) == expected)
      #expect(TextWidth.columns(TextWidth.cut(text, to: width)) <= width)
    }
  }
}
