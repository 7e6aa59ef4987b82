import DictumModel
import DictumStore
import DictumTestSupport
import Testing

/// What becomes of a claim when bounds, controls and repetitions are looked at together.
@Suite struct RollUpTests {
  private let fixture: TraceLibrary

  init() throws { fixture = try TraceLibrary() }

  private func findings() throws -> [CheckReport.Finding] {
    try fixture.library.ingest()
    return try fixture.library.store().check().findings.filter {
      [.contradicted, .diverged, .toothless, .staleVerdict].contains($0.kind)
    }
  }

  /// Yesterday's numbers by today's bound: judged without a run, and said so.
  @Test func aChangedBoundIsJudgedAgain() throws {
    try fixture.record(try fixture.line())
    try fixture.library.write(TraceLibrary.card(value: "0.6"), to: "models/toy/model.md")
    var trace = try #require(try fixture.trace())
    #expect(trace.claim.standing == .holds)
    #expect(trace.tests[0].judgement?.verdict == .holds)
    #expect(trace.tests[0].judgement?.bound.value == 0.6)
    #expect(trace.tests[0].rejudged == "the bound was m > 0.5 when it ran")
    try fixture.library.write(TraceLibrary.card(value: "0.8"), to: "models/toy/model.md")
    trace = try #require(try fixture.trace())
    #expect(trace.claim.standing == .contradicted)
    #expect(trace.tests[0].judgement?.reason == "m is 0.7, not > 0.8")
    #expect(
      try findings().map(\.diagnostic.message)
        == ["model:toy#tail is contradicted: m is 0.7, not > 0.8"])
    try fixture.library.write(TraceLibrary.card(), to: "models/toy/model.md")
    #expect(try fixture.trace()?.tests[0].rejudged == nil)
  }

  @Test func aBoundNewerThanTheRunIsJudgedByItsNumbers() throws {
    try fixture.record(try fixture.line())
    let second =
      "\n  - {id: two, claim: \"[[posts/claim#^c-main]]\", metric: m, op: \"<\", value: 0.1}"
    try fixture.library.write(TraceLibrary.card(more: second), to: "models/toy/model.md")
    let tests = try #require(try fixture.trace()?.tests)
    #expect(tests.map(\.standing) == [.holds, .contradicted])
    #expect(tests.map(\.rejudged) == [nil, "the bound was declared after the run"])
    // What has changed otherwise is not overlooked for it.
    try fixture.library.write("print(2)\n", to: "models/toy/toy.py")
    #expect(try fixture.trace()?.tests.map(\.standing) == [.stale, .stale])
  }

  @Test func aRunThatDidNotRepeatIsInDoubt() throws {
    var line = try fixture.line()
    line.repetition = .diverged
    for (verdict, standing) in [
      (Judgement.Verdict.holds, Standing.diverged), (.inconclusive, .diverged),
      (.contradicted, .contradicted), (.notEvaluated, .blocked),
    ] {
      line.verdict = verdict
      try fixture.record(line)
      #expect(try fixture.trace()?.claim.standing == standing)
    }
    line.verdict = .holds
    try fixture.record(line)
    #expect(try findings().map(\.kind) == [.diverged])
    #expect(
      try findings().map(\.diagnostic.message) == [
        "model:toy#tail is in doubt: its newest run gave other numbers than an earlier one of equal "
          + "causes"
      ])
    line.repetition = .withinTolerance
    try fixture.record(line)
    #expect(try fixture.trace()?.claim.standing == .holds)
  }

  @Test func aControlThatDoesNotBreakIsSaid() throws {
    var line = try fixture.line()
    for (verdict, isToothless) in [
      (Judgement.Verdict.holds, true), (.inconclusive, true), (.contradicted, false),
      (.notEvaluated, false),
    ] {
      line.controls = [
        .init(control: "half", expectation: "tail", verdict: verdict, estimate: 0.7)
      ]
      try fixture.record(line)
      let trace = try #require(try fixture.trace())
      #expect(trace.claim.standing == .holds)
      #expect(trace.tests[0].toothless == (isToothless ? ["half"] : []))
      #expect(trace.claim.models.map(\.toothless) == [isToothless ? ["tail"] : []])
      #expect(
        try findings().map(\.diagnostic.message)
          == (isToothless
            ? ["model:toy#tail is toothless: control half must break it and does not"] : []))
    }
  }

  @Test func aModelWithoutABoundChecksNothing() throws {
    try fixture.record(try fixture.line())
    try fixture.library.edit("posts/claim.md", "[[models/toy#tail]]", "[[models/toy]]")
    try fixture.library.write(
      TraceLibrary.card(claim: "posts/other#^c-other"), to: "models/toy/model.md")
    let trace = try #require(try fixture.trace())
    #expect(trace.claim.standing == .unchecked)
    #expect(trace.claim.models.map(\.standing) == [.unchecked])
    #expect(try fixture.trace("posts/other.md#^c-other")?.claim.standing == .holds)
  }

  @Test func severalModelsAreListedAndTheWorstCounts() throws {
    try fixture.record(try fixture.line())
    let other = TraceLibrary.card().replacing("id: toy", with: "id: other")
    try fixture.library.write(other, to: "models/other/model.md")
    let claim = try #require(try fixture.trace()?.claim)
    #expect(claim.models.map(\.model).sorted() == ["other", "toy"])
    #expect(claim.models.first { $0.model == "toy" }?.standing == .holds)
    #expect(claim.models.first { $0.model == "toy" }?.ranAt == "2026-03-01T00:00:00Z")
    #expect(claim.models.first { $0.model == "other" }?.standing == .neverRun)
    #expect(claim.standing == .neverRun)
  }

  /// The worst first, as the page on JSON lists them.
  @Test func order() {
    #expect(
      Standing.allCases == [
        .contradicted, .diverged, .blocked, .inconclusive, .stale, .neverRun, .unchecked, .holds,
        .untested,
      ])
    for (index, worse) in Standing.allCases.enumerated() {
      for better in Standing.allCases[index...] {
        #expect(Standing.worst([better, worse]) == worse)
      }
    }
    #expect(Standing.worst([]) == .untested)
  }

  /// The passage that declares a tested claim, and those that assert it, are marked.
  @Test func passagesCarryTheStandingOfTheirClaims() throws {
    try fixture.record(try fixture.line())
    try fixture.library.ingest()
    let store = try fixture.library.store()
    let passages = try store.passages(filter: PassageFilter(), excluding: nil, limit: 100)
    let marks = try store.claimMarks(of: passages.map(\.id))
    let marked = passages.filter { marks[$0.id] != nil }
    #expect(
      marked.map(\.view.path).sorted() == ["posts/claim.md", "talk.md", "talk.md"])
    for passage in marked {
      #expect(marks[passage.id]?.map(\.address) == [TraceLibrary.address])
      #expect(marks[passage.id]?.map(\.standing) == [.holds])
      #expect(marks[passage.id]?.first?.models.map(\.model) == ["toy"])
    }
    #expect(try store.claimMarks(of: []).isEmpty)
  }
}
