import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReading

@Suite struct SourceMarksTests {
  /// The marks of all of some bytes, or of those from `start` on.
  private func marks(_ bytes: [UInt8], from start: Int = 0) -> SourceMarks {
    SourceMarks(bytes, in: ByteSpan(start, bytes.count))
  }

  @Test(arguments: [
    ("see www.a.org", [4]), ("wwww", [0, 1]), ("wwW.", [0]), ("now we wait", []), ("a://b", [1]),
    ("note: this", []), ("doi: 10.1/2", [3, 9]), ("a/b", []), ("doi.org/10", [7]),
    ("{{x}} {%x%} {x}", [0, 6]), ("$[@", [0, 1, 2]), ("<a:b>", [2]), ("#claim", []), ("", []),
  ])
  func bytesOfPointers(text: String, expected: [Int]) {
    #expect(marks(Array(text.utf8)).pointers == expected)
  }

  @Test func aSearchFindsTheSameWhereverItBegins() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Array("wwwwW.  abi:/$@[{%1g".utf8).randomElement(using: &random) ?? 0x20
      }
      let pointers = marks(bytes).pointers
      for start in 0...bytes.count {
        #expect(marks(bytes, from: start).pointers == pointers.filter { $0 >= start })
      }
    }
  }

  @Test func declarationsStandWhereTheirBytesDo() {
    let text = "#climb, a:b and ]x{ say nothing, but this is a #claim, by:: Ada, as is [it]{#c-x}"
    let bytes = Array(text.utf8)
    let half = text.utf8.count / 2
    #expect(!SourceMarks(bytes, in: ByteSpan(0, half)).mayDeclare)
    let marks = marks(bytes)
    #expect(marks.hasTag(ByteSpan(half, bytes.count)))
    #expect(marks.hasField(ByteSpan(half, bytes.count)))
    #expect(marks.hasAttributes(ByteSpan(half, bytes.count)))
    #expect(!marks.hasTag(ByteSpan(0, half)))
    #expect(!marks.hasField(ByteSpan(0, half)))
    #expect(!marks.hasAttributes(ByteSpan(0, half)))
  }
}
