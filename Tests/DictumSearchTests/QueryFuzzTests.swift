import DictumSearch
import DictumTestSupport
import Testing

@Suite struct QueryFuzzTests {
  static let pieces = [
    "a", "b", "long", "tasks", "the", "said", "what", "Kwa's", "don\u{2019}t", "mesa-opt", "x_y",
    "1.2", "G\u{F6}del", "\u{610F}\u{5473}", "\u{1F600}", "\u{2200}", "\u{3BB}", "e\u{301}",
    "\u{301}", "\u{200D}", "\u{AD}", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\r\n", "\t", "\u{FFFD}",
    "\u{E000}", "\u{10FFFF}", "\u{1E900}", "\"", "\"", "\u{201C}", "\u{AB}", "'", "''", "(", "(",
    ")",
    ")", "*", "-", "+", ":", "^", "{", "}", ",", ";", "/", "\\", "%", "_", "|", "&", "?", "#", "@",
    "AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR/", "NEAR(", "NEAR/0", "title:", "head:", "speaker:",
    "in:", "after:", "before:2024-", "after:2024", "foo:", "body:", "rowid", "ft", "--", "/*",
    "\u{2014}",
  ]

  @Test(arguments: 0..<20)
  func everyStringIsAQuery(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try PassageTable(QueryCompilerTests.bodies)
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
          + (Bool.random(using: &random) ? " " : "")
      }.joined()
      try check(text, in: table)
    }
  }

  @Test(arguments: [
    "(", ")", "\"", "a\"", "-", "-(", "NOT ", "a OR (", "(-a OR ", "a NEAR ", "*",
    "title:(", "speaker:\"", "x*y ", "\u{301}", "\u{0}", "a", "\u{610F}", "foo:", "after:2024 ",
  ])
  func aHundredThousandOfOneThing(_ piece: String) throws {
    let table = try PassageTable(QueryCompilerTests.bodies)
    try check(String(repeating: piece, count: 100_000 / piece.utf8.count), in: table)
  }

  /// FTS5 accepts all that the text becomes, and every step finds a part of the next.
  private func check(_ text: String, in table: PassageTable) throws {
    let query = Query(parsing: text)
    let compiled = CompiledQuery(query)
    #expect(compiled.match == nil || compiled.excluded == nil, "\(text.debugDescription)")
    #expect(compiled.notes.count <= QueryLimits.notes)
    #expect((query.root == nil) == (compiled.match == nil && compiled.excluded == nil))
    do {
      var narrower: Set<Int> = []
      for step in compiled.steps {
        let rows = Set(try table.rows(matching: step.match))
        #expect(rows.isSuperset(of: narrower), "\(text.debugDescription)")
        narrower = rows
      }
      if let excluded = compiled.excluded { _ = try table.rows(allBut: excluded) }
    } catch {
      Issue.record("\(text.debugDescription) became \(compiled.explanation): \(error)")
    }
  }
}
