import DictumTestSupport
import Testing

@testable import DictumReading

/// Words as numbers: eight bytes at a time give what one byte after the other would.
@Suite struct WordStreamTests {
  /// The words by their definition: case, punctuation and apostrophes do not count, and a character
  /// of a script without spaces is a word.
  private func words(_ text: String) -> [String] {
    var words: [String] = [""]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case "A"..."Z": words[words.count - 1] += scalar.properties.lowercaseMapping
      case "'", "’": break
      case "é", "ü": words[words.count - 1].unicodeScalars.append(scalar)
      case "\u{4E00}"..."\u{9FFF}": words += [String(scalar), ""]
      default: words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  @Test func soup() {
    var generator = SeededGenerator(seed: 14)
    let pieces = [
      "a", "B", "word", "Counterfactual", "interpretability", "don't", "don’t", " ", " ", ". ", "é",
      "ü", "唐", "鳳", "12", "\n", "—", "。", "@[`{",
    ]
    var known: [String: UInt32] = [:]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...20, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let expected = words(text)
      let found = WordStream(text: text).words
      #expect(found.count == expected.count, "\(text.debugDescription)")
      for (word, hash) in zip(expected, found) {
        #expect(known[word, default: hash] == hash, "\(word)")
        known[word] = hash
      }
    }
    // No two of a few thousand words have one number.
    #expect(Set(known.values).count == known.count && known.count > 1000)
  }
}
