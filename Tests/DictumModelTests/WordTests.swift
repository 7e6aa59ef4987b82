import DictumModel
import DictumTestSupport
import Testing

/// Spelling, identifiers and quotations.
@Suite struct WordTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("abc", "bca", 2),
    ("kitten", "sitting", 3), ("margin", "magrin", 1), ("ca", "abc", 3), ("abcd", "badc", 2),
  ])
  func distance(_ a: String, _ b: String, _ distance: Int) {
    #expect(Spelling.distance(Array(a.utf8), Array(b.utf8)) == distance)
    #expect(Spelling.distance(Array(b.utf8), Array(a.utf8)) == distance)
  }

  @Test(arguments: 0..<50)
  func distanceIsOne(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let word = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      UInt8.random(in: 97...100, using: &random)
    }
    var edited = word
    let at = Int.random(in: 0..<word.count, using: &random)
    switch seed % 3 {
    case 0: edited.remove(at: at)
    case 1: edited.insert(UInt8(ascii: "z"), at: at)
    default: edited[at] = UInt8(ascii: "z")
    }
    #expect(Spelling.distance(word, edited) == 1)
    #expect(Spelling.distance(word, word) == 0)
  }

  @Test(
    arguments: [
      ("expekt", "expect"), ("EXPECT", "expect"), ("run", "run"), ("rn", "run"), ("zzzz", nil),
      ("parms", "params"), ("x", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(_ word: String, _ found: String?) {
    #expect(Spelling.nearest(to: word, among: ["params", "expect", "run", "limits"]) == found)
  }

  @Test func ranked() {
    #expect(
      Spelling.ranked("abcdef", among: ["abcdxx", "abcdex", "abcdee", "zzz"]) == [
        "abcdee", "abcdex", "abcdxx",
      ])
  }

  @Test(arguments: [
    ("resolveTerminalPath", "resolve Terminal Path"), ("HTTPServer", "HTTP Server"),
    ("use parseURL2 now", "parse URL2"), ("getX", "get"), ("plain words, Capital", ""), ("", ""),
    ("snake_case stays", ""), ("iPhone iPhone", "Phone"), ("λ is \\lambda", "lambda λ"),
    ("\\alpha\\beta", "α β"), ("Ω", "Omega"), ("\\alphabet", ""), ("\\", ""), ("ABC ABCs", "AB Cs"),
  ])
  func identifiers(_ text: String, _ words: String) {
    #expect(IdentifierWords.words(in: text) == words)
  }

  @Test(arguments: [
    ("the words", ["These are the words here."], SourceView.Fidelity.verbatim),
    ("the\n words", ["These are the  words."], .verbatim),
    ("The Words!", ["these are the words"], .normalized),
    ("the … here", ["the words are here"], .normalized),
    ("the [...] here", ["the words are here"], .normalized),
    ("here ... the", ["the words are here"], .notFound),
    ("the word", ["a sword"], .notFound),
    ("other", ["a", "the other"], .verbatim),
    ("...", ["words"], .notFound),
    ("anything", [], .unchecked),
  ])
  func fidelity(_ quote: String, _ texts: [String], _ fidelity: SourceView.Fidelity) {
    #expect(Quotation.fidelity(of: quote, in: texts) == fidelity)
  }
}
