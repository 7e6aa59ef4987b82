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

  /// Line ends at each place of files up to some blocks long, and none at all.
  @Test func linesOfEveryLength() {
    for count in 0..<140 {
      #expect(LineTable([UInt8](repeating: 0x61, count: count)).spans == [ByteSpan(0, count)])
      for place in 0..<count {
        for end in ["\n", "\r", "\u{B}"] {
          var bytes = [UInt8](repeating: 0x61, count: count)
          bytes[place] = Array(end.utf8)[0]
          #expect(LineTable(bytes).spans == lines(of: bytes), "\(count) bytes, \(place)")
        }
      }
    }
  }

  @Test(arguments: ["", "\n", "\r", "\r\n", "\n\r", "a\r\nb", "a\n\n\r\r\nb\r", "\r\n\r\n"])
  func lineEnds(_ text: String) {
    for count in 0..<70 {
      let bytes = [UInt8](repeating: 0x61, count: count) + Array(text.utf8)
      #expect(LineTable(bytes).spans == lines(of: bytes), "\(count) bytes before")
    }
  }

  private func lines(of bytes: [UInt8]) -> [ByteSpan] {
    var spans: [ByteSpan] = []
    var start = 0
    for (at, byte) in bytes.enumerated() {
      let isPair = byte == 0x0A && at > 0 && bytes[at - 1] == 0x0D
      if isPair {
        start = at + 1
      } else if byte == 0x0A || byte == 0x0D {
        spans.append(ByteSpan(start, at))
        start = at + 1
      }
    }
    return spans + [ByteSpan(start, bytes.count)]
  }
}
