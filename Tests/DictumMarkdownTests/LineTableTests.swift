import DictumModel
import DictumTestSupport
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", [ByteSpan(0, 0)]),
    ("a\n", [ByteSpan(0, 1), ByteSpan(2, 2)]),
    ("a\r\nb", [ByteSpan(0, 1), ByteSpan(3, 4)]),
    ("a\rb\n\rc", [ByteSpan(0, 1), ByteSpan(2, 3), ByteSpan(4, 4), ByteSpan(5, 6)]),
  ])
  func lines(text: String, expected: [ByteSpan]) {
    let table = LineTable(Array(text.utf8))
    #expect((1...table.count).map { table.span(ofLine: $0) } == expected)
  }

  @Test(arguments: [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 3, 1), (6, 3, 3), (99, 3, 96)])
  func places(offset: Int, line: Int, column: Int) {
    let table = LineTable(Array("a\r\n\ncd".utf8))
    #expect(table.line(at: offset) == line)
    #expect(table.column(at: offset) == column)
  }

  @Test func linesOutsideTheFileAreEmpty() {
    let table = LineTable(Array("a\nbc".utf8))
    #expect(table.span(ofLine: 0) == ByteSpan(0, 0))
    #expect(table.span(ofLine: 3) == ByteSpan(4, 4))
  }

  @Test func aLineIsFoundFromAnyOther() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Array("a\n\r".utf8).randomElement(using: &random) ?? 0x0A
      }
      let table = LineTable(bytes)
      for offset in 0...(bytes.count + 1) {
        for earlier in 0...(table.count + 1) {
          #expect(table.line(at: offset, from: earlier) == table.line(at: offset))
        }
      }
    }
  }

  @Test func theLinesFromAPlaceOnAreThoseOfAFileThatBeginsThere() {
    let bytes = Array("\u{FEFF}a\r\nbc\n\n\rd\n".utf8)
    let table = LineTable(bytes)
    for start in [3] + (1...table.count).map({ table.span(ofLine: $0).start }) {
      #expect(table.spans(from: start) == LineTable(bytes, from: start).spans)
    }
  }
}
