import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReading

@Suite struct CueTests {
  private func cues(_ text: String) -> Cue {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer {
      CueTable.shared.cues(in: $0, ByteSpan(0, bytes.count))
    }
  }

  @Test func aPassageWithoutWordsOfInterestHasNone() {
    #expect(cues("The quick brown fox jumps over the lazy dog.").isEmpty)
    #expect(cues("").isEmpty)
    #expect(cues("ith").isEmpty)
  }

  @Test func wordsGiveTheirCues() {
    #expect(cues("LIKELY") == .estimate)
    #expect(cues("improbable") == [.estimate, .credence])
    #expect(cues("almost\ncertain") == .estimate)
    #expect(cues("He says so") == .report)
    #expect(cues("essays") == [])
    #expect(cues("Edit: no") == .revision)
    #expect(cues("credit: no") == [])
    #expect(cues("5%") == .credence)
    #expect(cues("x</del>") == .strike)
    #expect(cues("[Image]") == .loss)
  }

  /// Whatever the bytes, every span lies inside its passage and is in order within it.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func spansLieInsideTheirPassage(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Nora thinks that ", "probably ", "Edit: ", "[edit 9/26: ", "] ", "~~", "<s>", "</s>", "“",
      "”",
      "\"", "I'd put ", "70-85% ", "2:1 evidence ", "`", "``", "$", "$x$ ", "\n", "\n\n", "> ",
      "- ",
      ". ", "(", ")", "[a](b) ", "[[a|b]] ", "é", "\u{FFFD}", "  ", "… ", "p(doom) = ", "*", "_",
    ]
    let text = (0..<120).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    for path in ["a.md", "a.txt"] {
      let found = try reading(text, path: path)
      for (span, passage) in found.reports.map({ ($0.span, $0.passage) })
        + found.revisions.map({ ($0.span, $0.passage) })
        + found.confidences.compactMap({ one in one.passage.map { (one.span, $0) } })
      {
        #expect(found.passages[passage].span.contains(span) && !span.isEmpty)
      }
    }
  }
}
