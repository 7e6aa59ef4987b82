import DictumModel
import DictumTestSupport
import Testing

@Suite struct StandingTests {
  private let fixture: TraceLibrary

  init() throws { fixture = try TraceLibrary() }

  @Test func aTestSaidByCardAndByClaimCountsOnce() throws {
    let tests = try #require(try fixture.trace()).tests
    #expect(tests.map(\.address) == ["model:toy#tail"])
    #expect(tests[0].bound?.metric == "m")
    // Each side alone will do.
    try fixture.library.edit("posts/claim.md", "> - model:: [[models/toy#tail]]\n", "")
    #expect(try fixture.trace()?.tests == tests)
    try fixture.library.write(
      TraceLibrary.card(claim: "posts/other#^c-other"), to: "models/toy/model.md")
    #expect(try fixture.trace()?.tests == [])
    try fixture.library.edit(
      "posts/claim.md", "> - credence", "> - model:: model:toy#tail\n> - credence")
    #expect(try fixture.trace()?.tests.map(\.address) == ["model:toy#tail"])
  }

  @Test func standsAsItsRunsSay() throws {
    #expect(try fixture.trace()?.claim.standing == .neverRun)
    for (verdict, standing) in [
      (Judgement.Verdict.holds, Standing.holds), (.contradicted, .contradicted),
      (.inconclusive, .inconclusive), (.notEvaluated, .blocked),
    ] {
      var line = try fixture.line()
      line.verdict = verdict
      try fixture.record(line)
      #expect(try fixture.trace()?.claim.standing == standing)
    }
    for outcome in RunRecord.Outcome.allCases where outcome != .ok {
      var line = try fixture.line()
      (line.outcome, line.verdict) = (outcome, nil)
      try fixture.record(line)
      #expect(try fixture.trace()?.claim.standing == .blocked, "\(outcome)")
    }
    #expect(try fixture.trace("posts/other.md#^c-other")?.claim.standing == .untested)
  }

  @Test func theNewestRunCounts() throws {
    var (old, new) = (try fixture.line(), try fixture.line())
    (old.verdict, new.verdict, new.id) = (.holds, .contradicted, "run:toy-2")
    try fixture.record(old, new)
    #expect(try fixture.trace()?.claim.standing == .contradicted)
    #expect(try fixture.trace()?.tests.first?.run?.id == "run:toy-2")
    try fixture.record(new, old)
    #expect(try fixture.trace()?.claim.standing == .holds)
  }

  @Test func theWorstOfSeveralTestsCounts() throws {
    let second =
      "\n  - {id: two, claim: \"[[posts/claim#^c-main]]\", metric: new, op: \"<\", value: 9}"
    try fixture.library.write(TraceLibrary.card(more: second), to: "models/toy/model.md")
    try fixture.record(try fixture.line())
    let trace = try #require(try fixture.trace())
    #expect(trace.tests.map(\.standing) == [.holds, .stale])
    #expect(trace.tests[1].staleReasons == ["the expectation is newer than the run"])
    #expect(trace.claim.standing == .stale)
  }

  /// What is changed after a run, and why the run no longer counts.
  static let changes: [(reason: String, change: @Sendable (TemporaryLibrary) throws -> Void)] = [
    ("code toy.py changed", { try $0.write("print(2)\n", to: "models/toy/toy.py") }),
    ("code toy.py removed", { try $0.delete("models/toy/toy.py") }),
    ("param q: 3 → 4", { try $0.write(TraceLibrary.card(q: "4"), to: "models/toy/model.md") }),
    (
      "input data.csv added",
      {
        try $0.write("1\n", to: "models/toy/data.csv")
        try $0.write(TraceLibrary.card(inputs: "toy.py, data.csv"), to: "models/toy/model.md")
      }
    ),
    (
      "command changed",
      { try $0.edit("models/toy/model.md", "[python3, toy.py]", "[python3, -O, toy.py]") }
    ),
  ]

  @Test(arguments: 0..<changes.count) func isStaleAfterAChange(_ index: Int) throws {
    let (reason, change) = Self.changes[index]
    try fixture.record(try fixture.line())
    #expect(try fixture.trace()?.claim.standing == .holds)
    try change(fixture.library)
    let trace = try #require(try fixture.trace())
    #expect(trace.tests.first?.staleReasons == [reason])
    // A verdict of a run that no longer counts is never shown as one that does.
    #expect(trace.claim.standing == .stale)
  }

  @Test func aChangeOfTheCardsWordsKeepsTheRunFresh() throws {
    try fixture.record(try fixture.line())
    try fixture.library.edit("models/toy/model.md", "title: Toy", "title: A better title")
    #expect(try fixture.trace()?.claim.standing == .holds)
  }

  @Test func aLedgerWithABrokenLineCountsWithoutIt() throws {
    let good = try fixture.line()
    try fixture.library.write("{broken\n\(try good.text())\n\n[]\n", to: Library.runLedgerPath)
    #expect(try fixture.trace()?.claim.standing == .holds)
    try fixture.library.delete(".dictum/ledger")
    #expect(try fixture.trace()?.claim.standing == .neverRun)
  }

  @Test func aModelThatIsNotThereIsSaid() throws {
    try fixture.library.delete("models")
    let test = try #require(try fixture.trace()?.tests.first)
    #expect(test.staleReasons == ["no such model"])
    #expect(test.standing == .neverRun)
  }
}
