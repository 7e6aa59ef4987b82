import DictumTestSupport
import Testing

@testable import DictumReading

@Suite struct NameWordsTests {
  /// Where a word first begins with `A` or `b`, by its definition.
  private func start(_ text: String) -> Int? {
    var offset = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if !isInWord, scalar == "A" || scalar == "b" { return offset }
      isInWord = scalar.properties.isAlphabetic && scalar != "漢"
      offset += String(scalar).utf8.count
    }
    return nil
  }

  /// Sixteen bytes at a time give what one character after the other would.
  @Test func startsOfWords() {
    var generator = SeededGenerator(seed: 11)
    let rare = ["Ada", "below", "xA", "éb"]
    let common = [
      "Zoë", "words", "of", "none", " ", " ", " ", " ", "’", "'", "漢", "-", "7", "\n", ". ",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        (generator.next() % 16 == 0 ? rare : common).randomElement(using: &generator) ?? ""
      }.joined()
      let found = Array(text.utf8).withUnsafeBufferPointer { bytes in
        NameWords(bytes).start(from: 0, initials: Array("Ab".utf8))
      }
      #expect(found == start(text), "\(text.debugDescription)")
    }
  }
}
