import DictumTestSupport
import Testing

@testable import DictumReading

/// The first look at headings never passes over two that are labels of one name.
@Suite struct HeadingNamesTests {
  @Test func soup() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "Ada", "ada", "ADA", " ", " ", "Okafor", "1", "2:", "(00:12)", "[0:01] ", ":", "：", " (Lab)",
      "（所）", "é", "É", "\u{212A}im", "Kim", "’s", "_", "*", "-", "Speaker ", "Q", "唐鳳", "\t", "?",
    ]
    func heading() -> String {
      (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    var labels: [String: [String]] = [:]
    for _ in 0..<20_000 {
      let text = heading()
      guard let key = HeadingLabel.label(text, contentStart: 0)?.key else { continue }
      labels[key, default: []].append(text)
    }
    var pairs = 0
    for (key, texts) in labels {
      for text in texts.dropFirst() {
        var names = HeadingNames(known: [])
        names.add(texts[0])
        names.add(text)
        #expect(names.mayRepeat, "\(texts[0].debugDescription) \(text.debugDescription)")
        pairs += 1
      }
      var known = HeadingNames(known: [key])
      known.add(texts[0])
      #expect(known.mayRepeat, "\(key.debugDescription) \(texts[0].debugDescription)")
    }
    #expect(pairs > 1000)
  }

  @Test(arguments: [
    ["Summary", "Motivation"], ["1. One", "2. Two"], ["Effect on A", "Effect on B"],
    ["Ada Okafor", "Bram Visser"],
  ])
  func different(_ headings: [String]) {
    var names = HeadingNames(known: [])
    for heading in headings { names.add(heading) }
    #expect(!names.mayRepeat)
  }
}
