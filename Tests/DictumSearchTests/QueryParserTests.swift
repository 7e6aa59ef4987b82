import DictumModel
import DictumSearch
import Testing

/// What the grammar makes of a text: the tree as an s-expression (`-` for none), and the beginnings
/// of the notes.
struct Reading: CustomTestStringConvertible {
  let text: String
  let tree: String
  let notes: [String]

  init(_ text: String, _ tree: String, _ notes: String...) {
    self.text = text
    self.tree = tree
    self.notes = notes
  }

  var testDescription: String { text }
}

@Suite struct QueryParserTests {
  static let plain = [
    Reading("", "-"),
    Reading(" \r\n\t ", "-"),
    Reading("deconfusion", "(bag deconfusion)"),
    Reading("what did Kwa say?", "(bag what did Kwa say)"),
    Reading("very very good", "(bag very very good)"),
    Reading("kwa near or not steps", "(bag kwa near or not steps)"),
    Reading("mesa-optimizer", "(bag \"mesa optimizer\")"),
    Reading("mesa\u{2010}optimizer", "(bag \"mesa optimizer\")"),
    Reading("a.b snake_case", "(bag \"a b\" \"snake case\")"),
    Reading("don't", "(bag \"don t\")"),
    Reading("don\u{2019}t", "(bag \"don t\")"),
    Reading("Kwa's model", "(bag Kwa model)"),
    Reading("Kwa\u{2019}s, model", "(bag Kwa model)"),
    Reading("foundations\u{2014}deconfusion", "(bag foundations deconfusion)"),
    Reading("- foo & bar -", "(bag foo bar)"),
    Reading("--json", "(bag json)"),
    Reading("P(A|B) rises", "(bag \"P A B\" rises)"),
    Reading("f(x y) z", "(bag \"f x\" y z)"),
    Reading("foo\u{0}bar", "(bag foo bar)"),
    Reading("Go\u{0308}del", "(bag Go\u{0308}del)"),
    Reading("https://example.com/a", "(bag \"https example com a\")"),
    Reading("at 10:30", "(bag at \"10 30\")"),
    Reading("Note: this", "(bag Note this)"),
    Reading("c++", "(bag c)", "Signs are not indexed: “c++” is read as “c”"),
    Reading("\u{610F}\u{5473}", "(bag \u{610F}\u{5473})", "In a script without spaces"),
    Reading("\u{1F600}", "-", "“\u{1F600}” is left out", "The query holds no word"),
    Reading("foo \u{2200}", "(bag foo)", "“\u{2200}” is left out"),
    Reading("*", "-", "“*” is left out", "The query holds no word"),
  ]

  static let exact = [
    Reading("\"to be\"", "\"to be\""),
    Reading("\u{201C}to be\u{201D}", "\"to be\""),
    Reading("\u{AB}to be\u{BB}", "\"to be\""),
    Reading("\"said\"", "said"),
    Reading("\"inner alignment\" kwa", "(boosted \"inner alignment\" kwa)"),
    Reading("+kwa steps", "(boosted kwa steps)"),
    Reading("-kwa", "(not kwa)"),
    Reading("-mesa-optimizer", "(not \"mesa optimizer\")"),
    Reading("steps -kwa -\"of the\"", "(and (bag steps) (not kwa) (not \"of the\"))"),
    Reading("steps NOT kwa", "(and (bag steps) (not kwa))"),
    Reading("NOT NOT kwa", "(bag kwa)"),
    Reading("a OR b c", "(or a (and b c))"),
    Reading("a AND b OR c AND d", "(or (and a b) (and c d))"),
    Reading("a AND (b OR c)", "(and a (or b c))"),
    Reading("(mesa OR inner) alignment", "(and (or mesa inner) alignment)"),
    Reading("a AND NOT b", "(and a (not b))"),
    Reading("a OR -b", "(or a (not b))"),
    Reading("-(c d)", "(not (and c d))"),
    Reading("+(c d) e", "(boosted (and c d) e)"),
    Reading("hacking (gaming the) agents", "(bag hacking gaming the agents)"),
    Reading("a NEAR/5 b", "(near/5 a b)"),
    Reading("a NEAR b", "(near/10 a b)"),
    Reading("\"a b\" NEAR/3 c NEAR/9 d*", "(and (near/3 \"a b\" c) (near/9 c d))", "A star needs"),
    Reading("-a NEAR/5 b", "(not (near/5 a b))"),
    Reading("a NEAR/99999999999999999999 b", "(near/1000 a b)", "“NEAR/99999999999999999999”"),
    Reading("optim* x", "(bag optim* x)"),
    Reading("mesa-opt*", "(bag \"mesa opt\"*)"),
    Reading("\"foo bar\"*", "\"foo bar\"*"),
    Reading("a*", "(bag a)", "A star needs at least two letters before it: “a*”"),
    Reading("foo*bar", "(bag \"foo bar\")", "A star is only read at the end"),
    Reading("title:word", "(head word)"),
    Reading("HEAD:\"two words\" x", "(boosted (head \"two words\") x)"),
    Reading("title:(a OR b) -title:c", "(and (head (or a b)) (not (head c)))"),
  ]

  static let repaired = [
    Reading("\"unbalanced foo", "(bag unbalanced foo)", "Unbalanced quotation mark"),
    Reading("5\" disk", "(bag 5 disk)", "Unbalanced quotation mark"),
    Reading("foo )( bar", "(bag foo bar)", "Unbalanced parentheses"),
    Reading("(foo", "(bag foo)", "Unbalanced parentheses"),
    Reading("()", "-", "The query holds no word"),
    Reading("\"\" foo", "(bag foo)"),
    Reading("\"--\" foo", "(bag foo)"),
    Reading("AND", "(bag AND)", "“AND” has nothing to join here: it is read as an ordinary word"),
    Reading("AND foo", "(bag foo)", "“AND” has nothing to join here: it is left out"),
    Reading("foo AND OR bar", "(or foo bar)", "“AND” has nothing to join here"),
    Reading("foo NOT", "(bag foo)", "“NOT” has nothing to join here"),
    Reading("NEAR/3 x", "(bag x)", "“NEAR/3” has nothing to join here"),
    Reading("NEAR(a b, 5)", "(bag \"NEAR a\" b 5)", "NEAR stands between two words"),
    Reading("a OR (-\u{1F600})", "a", "“-\u{1F600}” is left out"),
    Reading("foo:bar", "(bag \"foo bar\")", "“foo:” is no field"),
    Reading("speaker: kwa", "(bag speaker kwa)", "“speaker:” needs a value"),
    Reading("title:", "(bag title)", "“title:” has nothing after it"),
    Reading("before:yesterday", "(bag \"before yesterday\")", "“yesterday” is no date (YYYY, YYYY"),
    Reading("after:2024-13", "(bag \"after 2024 13\")", "“2024-13” is no date"),
    Reading("after:2023-02-29", "(bag \"after 2023 02 29\")", "“2023-02-29” is no date"),
    Reading("speaker:kwa OR steps", "(bag steps)", "“speaker:kwa” holds for the whole query"),
    Reading("steps OR speaker:kwa", "(bag steps)", "“speaker:kwa” holds for the whole query"),
  ]

  @Test(arguments: plain + exact + repaired)
  func grammar(_ reading: Reading) {
    let query = Query(parsing: reading.text)
    #expect((query.root?.description ?? "-") == reading.tree)
    #expect(query.notes.count == reading.notes.count, "\(query.notes)")
    for (note, beginning) in zip(query.notes, reading.notes) {
      #expect(note.hasPrefix(beginning))
    }
  }

  @Test func parenthesesNestSoDeepAndNoDeeper() {
    let depth = QueryLimits.depth
    func nested(_ count: Int) -> Query {
      let opened = String(repeating: "(a OR ", count: count)
      return Query(parsing: opened + "b" + String(repeating: ")", count: count))
    }
    #expect(nested(depth).notes.isEmpty)
    #expect(nested(depth + 1).notes == ["Parentheses more than \(depth) deep are ignored"])
    #expect(nested(3_000).root != nil)
  }

  @Test func aPastedPageIsCutAndSaysSo() {
    let page = (0..<100_000).map { "word\($0)" }.joined(separator: " ")
    let query = Query(parsing: page)
    #expect(query.notes.count == 2)
    #expect(CompiledQuery(query).terms.count == QueryLimits.distinctWords)

    let repeats = Query(parsing: String(repeating: "ha ", count: 1_000))
    #expect(repeats.notes.count == 1)
    #expect(repeats.root == .bag(Array(repeating: Phrase(["ha"]), count: QueryLimits.words)))
  }
}
