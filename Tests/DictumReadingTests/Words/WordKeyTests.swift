import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReading

/// A word's key is the same however its bytes are read.
@Suite struct WordKeyTests {
  @Test func keysOfSentences() {
    var random = SeededGenerator(seed: 17)
    let letters = Array("aZ9é'-’_. ".map(String.init))
    for _ in 0..<5_000 {
      let length = Int.random(in: 1...12, using: &random)
      let text = (0..<length).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
      // The bytes behind the passage are no part of its words.
      let bytes = Array(("A" + text + "bcdefghi").utf8)
      let span = ByteSpan(0, text.utf8.count + 1)
      bytes.withUnsafeBufferPointer { bytes in
        var cursor = SentenceCursor(bytes, span)
        while cursor.next() {
          for token in cursor.tokens where token.kind == .word {
            let next = bytes[token.end]
            #expect(token.end == span.end || !(0x61...0x7A).contains(next | 0x20), "\(text)")
            #expect(token.key == WordKey(bytes, token.start, token.end), "\(text)")
          }
        }
      }
    }
  }
}
