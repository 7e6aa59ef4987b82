import DictumModel
import DictumTestSupport
import Testing

@testable import DictumReading

@Suite struct CueTests {
  private func cues(_ text: String) -> Cue {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer {
      var finder = CueFinder($0)
      return finder.cues(in: ByteSpan(0, bytes.count))
    }
  }

  @Test func aPassageWithoutWordsOfInterestHasNone() {
    #expect(cues("The quick brown fox jumps over the lazy dog.").isEmpty)
    #expect(cues("").isEmpty)
    #expect(cues("ith").isEmpty)
  }

  @Test func wordsGiveTheirCues() {
    #expect(cues("LIKELY") == .estimate)
    #expect(cues("improbable") == .estimate)
    #expect(cues("improbable at 2:1") == [.estimate, .credence])
    #expect(cues("almost\ncertain") == .estimate)
    #expect(cues("Nora says so") == .report)
    #expect(cues("essays") == [])
    #expect(cues("Edit: no") == .revision)
    #expect(cues("credit: no") == [])
    #expect(cues("5%") == .credence)
    #expect(cues("x</del>") == .strike)
    #expect(cues("[Image]") == .loss)
  }

  @Test(arguments: [
    "He says so", "It is often said", "I thought that", "“—they said", "so it was thought",
    "according to the rules", "it is more likely", "an update to it:", "please edit: no", "Edit it",
    "a%20b", "the evidence is old", "thoughtful Nora", "Nora thoughtlessly",
  ])
  func wordsBesideItTakeACueAway(_ text: String) {
    #expect(cues(text).isEmpty)
  }

  @Test(arguments: [
    ("Nora often also said", Cue.report), ("*Nora* [said](x)", .report),
    ("[Nora](x) said", .report),
    ("Nora Often said", .report), ("Émile thinks", .report), ("according to *Nora*", .report),
    ("I'm so unsure", .estimate), ("more. Likely so", .estimate), ("it's very likely", .estimate),
    ("text (edit 2)", .revision), ("Right. > Edit: no", .revision), ("70 **%**", .credence),
    ("[70](x)%", .credence), ("credence 0.7", .credence),
  ])
  func wordsBesideItLeaveACue(_ text: String, _ cue: Cue) {
    #expect(cues(text) == cue)
  }

  /// Each passage is told for itself, in whatever order they are asked for.
  @Test func passagesAreAskedForInAnyOrder() {
    let bytes = Array("~~a~~ 5% no 7% x ~~b~~ the end of it all and more".utf8)
    let spans = [(0, 5), (6, 8), (9, 11), (12, 14), (15, 22), (23, bytes.count), (0, bytes.count)]
    let expected: [Cue] = [.strike, .credence, [], .credence, .strike, [], [.strike, .credence]]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      bytes.withUnsafeBufferPointer { bytes in
        var finder = CueFinder(bytes)
        for place in spans.indices.shuffled(using: &generator) {
          let span = ByteSpan(spans[place].0, spans[place].1)
          #expect(finder.cues(in: span) == expected[place])
        }
      }
    }
  }

  /// A word is found wherever it stands in sixteen bytes, and nothing outside its passage.
  @Test(arguments: 0..<40 as Range<Int>)
  func wordsAreFoundInEveryPlace(_ offset: Int) {
    let head = String(repeating: "x", count: offset) + " "
    for tail in ["", " yes", String(repeating: " yes", count: 8)] {
      #expect(cues(head + "probably" + tail) == .estimate)
      #expect(cues(head + "odds 2:1" + tail) == .credence)
      #expect(cues(head + "odds 2.x" + tail) == [])
      #expect(cues(head + "prob" + tail) == [])
    }
    let bytes = Array((head + "probably not").utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var finder = CueFinder(bytes)
      #expect(finder.cues(in: ByteSpan(0, offset + 8)) == [])
      #expect(finder.cues(in: ByteSpan(0, offset + 9)) == .estimate)
    }
  }

  /// What a cue leaves out, and what stands behind the last, would not have been found.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func allThatIsFoundHasACue(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Nora", "I", "Often", "also", " said", " thinks", "that", "it is", " according to", "more",
      "likely", "unlikely", "very", "probably", "almost certain", "unsure", " Edit:", "(edit 2)",
      ":", ".", ",", "*", "[", "](x)", "[[a|", "]]", "<b>", "</b>", "[^1]", "`", "`x`",
      "“", "”", "’", "-", "—", "•", "é", "I'd put", "70", "0.7", "%", "2:1", "evidence", "odds",
      "credence", "my", "is", " told me", "the",
    ]
    var text = ""
    for _ in 0..<200 {
      text += pieces.randomElement(using: &generator) ?? ""
      if generator.next() % 4 > 0 { text += " " }
      if generator.next() % 12 == 0 { text += "\n\n" }
    }
    let bytes = Array(text.utf8)
    let passages = try reading(text, path: "a.md").passages
    bytes.withUnsafeBufferPointer { bytes in
      var finder = CueFinder(bytes)
      for passage in passages {
        let table = LineTable(Array(bytes))
        var (all, glanced) = (WordsReader(bytes, table), WordsReader(bytes, table))
        let every: Cue = [.report, .revision, .credence, .estimate]
        let cues = finder.cues(in: passage.span).subtracting(.strike)
        all.add(passage, 0, every, to: passage.span.end)
        glanced.add(passage, 0, cues, to: finder.last)
        #expect(all.reports == glanced.reports, "\(passage.text)")
        #expect(all.revisions == glanced.revisions, "\(passage.text)")
        #expect(all.confidences == glanced.confidences, "\(passage.text)")
      }
    }
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
