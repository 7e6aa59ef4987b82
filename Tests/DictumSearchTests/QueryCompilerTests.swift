import DictumSearch
import Testing

@Suite struct QueryCompilerTests {
  /// A text, and the steps or the exclusion it becomes.
  static let table: [(String, [String])] = [
    ("deconfusion", ["any word: \"deconfusion\""]),
    ("said", ["any word: \"said\""]),
    (
      "deconfusion research",
      [
        "phrase: \"deconfusion research\"", "all words: \"deconfusion\" AND \"research\"",
        "any word: \"deconfusion\" OR \"research\"",
      ]
    ),
    (
      "what did Kwa say about deconfusion",
      [
        "phrase: \"Kwa say about deconfusion\"", "all words: \"Kwa\" AND \"deconfusion\"",
        "any word: \"Kwa\" OR \"deconfusion\"",
      ]
    ),
    (
      "said nothing",
      [
        "phrase: \"said nothing\"", "all words: \"said\" AND \"nothing\"",
        "any word: \"said\" OR \"nothing\"",
      ]
    ),
    (
      "to be or not to be",
      [
        "phrase: \"to be or not to be\"",
        "all words: \"to\" AND \"be\" AND \"or\" AND \"not\" AND \"to\" AND \"be\"",
      ]
    ),
    (
      "how do long tasks of many steps take linear time",
      [
        "any word: \"long\" OR \"tasks\" OR \"many\" OR \"steps\" OR \"take\" OR \"linear\" "
          + "OR \"time\""
      ]
    ),
    (
      "one two three four five five",
      ["any word: \"one\" OR \"two\" OR \"three\" OR \"four\" OR \"five\" OR \"five\""]
    ),
    (
      "optim* landscape",
      ["all words: \"optim\" * AND \"landscape\"", "any word: \"optim\" * OR \"landscape\""]
    ),
    (
      "optimiz*",
      ["any word: \"optimiz\" * OR \"optiming\""]
    ),
    (
      "long tasks -kwa",
      [
        "phrase: \"long tasks\" NOT \"kwa\"", "all words: (\"long\" AND \"tasks\") NOT \"kwa\"",
        "any word: (\"long\" OR \"tasks\") NOT \"kwa\"",
      ]
    ),
    ("\"a b\" c", ["exact: \"a b\" AND (\"a b\" OR \"c\")"]),
    ("\"a b\" the", ["exact: \"a b\""]),
    ("title:a b", ["exact: {head} : (\"a\") AND ({head} : (\"a\") OR \"b\")"]),
    ("a NEAR/5 \"b c\"", ["exact: NEAR(\"a\" \"b c\", 5)"]),
    ("a AND b OR c", ["exact: (\"a\" AND \"b\") OR \"c\""]),
    ("(a OR b) -(c d)", ["exact: (\"a\" OR \"b\") NOT (\"c\" AND \"d\")"]),
    ("-a -\"b c\"", ["all but: \"a\" OR \"b c\""]),
    ("a OR -b", ["all but: \"b\" NOT \"a\""]),
    ("-a OR -b", ["all but: \"a\" AND \"b\""]),
    ("-(-a OR b)", ["exact: \"a\" NOT \"b\""]),
    ("speaker:kwa", []),
  ]

  @Test(arguments: table)
  func emits(_ text: String, _ expected: [String]) {
    let compiled = CompiledQuery(Query(parsing: text))
    let steps = compiled.steps.map { "\($0.name): \($0.match)" }
    #expect(steps + (compiled.excluded.map { ["all but: \($0)"] } ?? []) == expected)
    #expect(compiled.match == compiled.steps.last?.match)
  }

  @Test func termsAreWhatIsLookedFor() {
    let compiled = CompiledQuery(
      Query(parsing: "\"inner alignment\" what does Kwa say of Mesa-optimizers kwa -\"no no\""))
    #expect(compiled.terms == ["inner alignment", "Kwa", "Mesa optimizers"])
  }

  @Test func theExplanationSaysWhatTheQueryBecame() {
    let compiled = CompiledQuery(
      Query(parsing: "what is the (plan speaker:kwa -speaker:nate after:2024"))
    #expect(
      compiled.explanation == """
        read as: (bag what is the plan)
        too common to rank by: what, is, the
        match (phrase): "what is the plan"
        match (any word): "plan"
        only: speaker kwa
        only: speaker not nate
        only: from 2024-01-01 on
        note: Unbalanced parentheses: those without a partner are ignored
        """)
  }

  static let bodies = [
    "Steps|Long tasks take linear time above a threshold",  // 1
    "Deconfusion|Research on deconfusion is what MIRI does",  // 2
    "The tasks are long and the time is not linear",  // 3
    "To be or not to be, that is the question",  // 4
    "Inner alignment and the mesa-optimizer problem",  // 5
    "Optimization of G\u{F6}del sentences; don't panic",  // 6
  ]

  @Test(arguments: [
    ("\"long tasks\"", [1]), ("tasks NEAR/2 long", [1, 3]), ("tasks NEAR/0 long", [1]),
    ("time -threshold", [3]), ("time NOT \"linear time\"", [3]),
    ("to be or not to be", [4]), ("mesa-optimizer", [5]), ("mesa*", [5]),
    ("optimi*", [5, 6]), ("godel", [6]), ("GO\u{0308}DEL", [6]), ("don\u{2019}t", [6]),
    ("title:deconfusion", [2]), ("title:linear", []), ("title:(steps OR deconfusion)", [1, 2]),
    ("-tasks", [2, 4, 5, 6]), ("-tasks -title:deconfusion -be", [5, 6]),
    ("long OR -the", [1, 2, 3, 6]), ("+linear question", [1, 3]),
    ("what does anyone say about alignment?", [5]), ("speaker:kwa panic", [6]),
    ("(long OR mesa) time", [1, 3]), ("linear \u{1F600}", [1, 3]), ("linear AND \"--\"", [1, 3]),
  ])
  func finds(_ text: String, _ expected: [Int]) throws {
    let table = try PassageTable(Self.bodies)
    let compiled = CompiledQuery(Query(parsing: text))
    let rows =
      if let match = compiled.match {
        try table.rows(matching: match)
      } else {
        try table.rows(allBut: #require(compiled.excluded))
      }
    #expect(rows.sorted() == expected)
  }

  /// The index holds stems; a beginning finds its word all the same.
  @Test(arguments: [
    "optimization", "optimizer", "generalizations", "deception", "alignment", "relational",
    "effectiveness", "responsibility", "hopefully", "running", "happily", "agreed", "studies",
    "ponies", "conditional", "rationality", "deconfusion", "inference", "interpretable", "probing",
    "corrigibility", "hypotheses", "causally", "planned", "activations", "replicated",
  ])
  func everyBeginningFindsItsWord(_ word: String) throws {
    let table = try PassageTable([word])
    for length in 3...word.count {
      let compiled = CompiledQuery(Query(parsing: word.prefix(length) + "*"))
      #expect(
        try table.rows(matching: #require(compiled.match)) == [1], "\(compiled.explanation)")
    }
  }

  @Test func plainWordsBesideAPhraseRaiseARow() throws {
    let table = try PassageTable([
      "linear time is common", "linear time is common to kwa", "no such thing", "nor here",
      "nor there", "and nothing", "at all",
    ])
    let compiled = CompiledQuery(Query(parsing: "\"linear time\" kwa"))
    #expect(try table.rows(matching: #require(compiled.match)) == [2, 1])
  }

  /// FTS5's parser has a stack of 100 symbols; this is the query that fills it most for its depth.
  @Test func theDeepestQueryFitsTheParserOfFTS5() throws {
    let depth = QueryLimits.depth
    let level = "a OR b c AND NOT title:("
    let text =
      String(repeating: level, count: depth) + "a OR b c AND -\"d e\" NEAR/3 f"
      + String(repeating: ")", count: depth)
    let query = Query(parsing: text)
    #expect(query.notes.isEmpty)
    let compiled = CompiledQuery(query)
    let table = try PassageTable(Self.bodies)
    if let match = compiled.match { _ = try table.rows(matching: match) }
    if let excluded = compiled.excluded { _ = try table.rows(allBut: excluded) }
  }
}
