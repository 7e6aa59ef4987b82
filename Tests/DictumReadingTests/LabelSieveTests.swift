import DictumTestSupport
import Testing

@testable import DictumReading

/// The first look at labels never passes over two of one name.
@Suite struct LabelSieveTests {
  @Test func soup() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "Ada", "ada", "ADA", " ", " ", "Okafor", "1", "2:", "(00:12)", "[0:01] ", ":", "：", " (Lab)",
      "（所）", "é", "É", "e\u{301}", "E\u{301}", "\u{212A}im", "Kim", "’s", "_", "*", "-", "Speaker ",
      "Q", "唐鳳", "\t", "?",
    ]
    func heading() -> String {
      (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    var headings: [String: [String]] = [:]
    var lines: [String: [String]] = [:]
    for _ in 0..<20_000 {
      let text = heading()
      if let key = HeadingLabel.label(text, contentStart: 0)?.key {
        headings[key, default: []].append(text)
      }
      if let words = LabelWords(text, allowLowercase: true), words.bearer != .part {
        lines[words.key, default: []].append(text)
      }
    }
    #expect(pairs(of: headings, .heading) { $0.add(heading: $1) } > 1000)
    #expect(
      pairs(of: lines, .bold) { sieve, text in
        text.utf8.withBytes { sieve.add(.bold, words: $0) }
      } > 1000)
  }

  /// Looks at every two texts of one key, and at each beside its key; how many there were.
  private func pairs(
    of labels: [String: [String]], _ form: SpeakerLabel.Form,
    add: (inout LabelSieve, String) -> Void
  ) -> Int {
    var pairs = 0
    for (key, texts) in labels {
      for text in texts.dropFirst() {
        var sieve = LabelSieve(known: [])
        add(&sieve, texts[0])
        add(&sieve, text)
        #expect(sieve.count(telling: form) == 2, "\([texts[0], text])")
        pairs += 1
      }
      var known = LabelSieve(known: [key])
      add(&known, texts[0])
      #expect(known.count(known: form) == 1, "\([key, texts[0]])")
    }
    return pairs
  }

  @Test(arguments: [
    ["Summary", "Motivation"], ["1. One", "2. Two"], ["Effect on A", "Effect on B"],
    ["Ada Okafor", "Bram Visser"],
  ])
  func different(_ headings: [String]) {
    var sieve = LabelSieve(known: [])
    for heading in headings { sieve.add(heading: heading) }
    #expect(sieve.count(telling: .heading) == 0)
  }
}
