import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReading

/// Block ids, and the anchors of passages that have none.
@Suite struct AnchorTests {
  @Test(arguments: [
    ("words ^id", "words", "id"), ("words\n^id", "words", "id"), ("^id", "", "id"),
    ("words ^c-long_id9 \n", "words", "c-long_id9"), ("a ^b ^c", "a ^b", "c"),
    ("words ^6160dc", "words", "6160dc"),
  ])
  func blockIDs(_ text: String, _ words: String, _ id: String) {
    let split = BlockID.split(text)
    #expect(split.text == words && split.id == id)
  }

  @Test(arguments: [
    "", "words", "10^6", "a ^6x", "a ^2023", "x^y", "^x^", "a ^x^", "a ^ b", "a ^", "a ^b.", "a ^é",
    "^id words",
    "a ^-b",
  ])
  func noBlockIDs(_ text: String) {
    let split = BlockID.split(text)
    #expect(split.text == text && split.id == nil)
  }

  @Test func form() {
    var anchors = Anchors()
    let first = anchors.anchor(for: "Some words")
    #expect(first.wholeMatch(of: /p-[0-9a-hjkmnp-tv-z]{8}/) != nil)
    #expect(anchors.anchor(for: "Some words") != first)
    var others = Anchors()
    #expect(others.anchor(for: " some\u{A0}WORDS\n") == first)
    #expect(others.anchor(for: "some other words") != first)
  }

  /// Folding goes sixteen bytes at a time where it can, and means the same as going one by one.
  @Test func folding() {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      " ", " ", "a", "B", "word", "Words", "\n", "\t", "\u{A0}", "é", "’", "\u{2003}", "@[`{Z",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...30, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let words = text.unicodeScalars.split { $0.properties.isWhitespace }
      let expected = words.map { String($0) }.joined(separator: " ")
      #expect(text.onOneLine == expected)
      let small = String(
        String.UnicodeScalarView(
          expected.unicodeScalars.map {
            ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) | 0x20) : $0
          }))
      var (one, other) = (Anchors(), Anchors())
      #expect(one.anchor(for: text) == other.anchor(for: small))
    }
  }

  /// An edit elsewhere leaves every other passage its anchor.
  @Test func stable() throws {
    let blocks = (0..<12).map { "Paragraph \($0 % 4) of words." }
    let before = try reading(blocks.joined(separator: "\n\n")).passages.map(\.anchor)
    #expect(Set(before).count == 12)
    var edited = blocks
    edited[3] = "Something new."
    edited.insert("## A heading\n\n- and a list", at: 2)
    let after = try reading(edited.joined(separator: "\n\n")).passages
    // Of the four kinds only that of the paragraph replaced has one occurrence less.
    for kind in 0..<4 {
      let kept = after.filter { $0.text.hasPrefix("Paragraph \(kind)") }.map(\.anchor)
      #expect(kept == (0..<(kind == 3 ? 2 : 3)).map { before[kind + 4 * $0] })
    }
  }

  @Test func authorsID() throws {
    let reading = try reading("One. ^a\n\nTwo.\n\n^b\n\nThree.\n\n- Four ^d\n\nFive.\n\n^e\n")
    #expect(reading.passages.map(\.text) == ["One.", "Two.", "Three.", "Four", "Five."])
    #expect(reading.passages.map(\.hasBlockID) == [true, true, false, true, true])
    #expect(reading.passages.map(\.anchor).filter { !$0.hasPrefix("p-") } == ["a", "b", "d", "e"])
    let twice = try DictumReadingTests.reading("One. ^a\n\nTwo. ^a\n")
    #expect(twice.passages.map(\.hasBlockID) == [true, false])
    #expect(twice.passages[1].anchor.hasPrefix("p-"))
    #expect(
      messages(twice) == [
        "note.md:3: warning: the block id ^a is already that of line 1 (give one of them another id)"
      ])
  }
}
