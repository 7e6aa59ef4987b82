import DictumModel
import DictumTestSupport
import Testing

@testable import DictumRerun

@Suite struct JudgeTests {
  typealias Case = (
    op: ModelCard.Expectation.Operator, value: Double, margin: Double, seeds: [Double],
    verdict: Judgement.Verdict
  )

  private static let cases: [Case] = [
    // One value.
    (.equal, 4, 0.1, [4.0625], .holds), (.equal, 4, 0.1, [4.11], .contradicted),
    (.equal, 0.3, 0, [0.1 + 0.2], .holds), (.equal, 0.3, 0, [0.300001], .contradicted),
    (.equal, 0, 0, [0], .holds), (.equal, 0, 0, [1e-30], .contradicted),
    (.notEqual, 4, 0.1, [4.2], .holds), (.notEqual, 4, 0.1, [4], .contradicted),
    (.less, 1, 0, [0.99], .holds), (.less, 1, 0, [1], .contradicted),
    (.lessOrEqual, 1, 0, [1], .holds), (.lessOrEqual, 1, 9, [1.01], .contradicted),
    (.greater, 1, 0, [1.01], .holds), (.greater, 1, 0, [1], .contradicted),
    (.greaterOrEqual, 1, 0, [1], .holds), (.greaterOrEqual, 1, 9, [0.99], .contradicted),
    // Equal values of several seeds.
    (.equal, 0.1, 0, [0.1, 0.1, 0.1], .holds), (.less, 0.1, 0, [0.1, 0.1, 0.1], .contradicted),
    // Two seeds: the 99 % interval is 63.66 standard errors to either side.
    (.less, 10, 0, [0.95, 1.05], .holds), (.less, 4, 0, [0.95, 1.05], .inconclusive),
    (.less, -4, 0, [0.95, 1.05], .inconclusive), (.less, -400, 0, [0.95, 1.05], .contradicted),
    (.equal, 1, 4, [0.95, 1.05], .holds), (.equal, 1, 3, [0.95, 1.05], .inconclusive),
    (.notEqual, 100, 1, [0.95, 1.05], .holds), (.notEqual, 1, 400, [0.95, 1.05], .contradicted),
    (.notEqual, 1, 4, [0.95, 1.05], .inconclusive),
    // Five seeds, mean 3, standard error 0.7071: 99 % reaches 3.26, 99.99 % reaches 10.99.
    (.less, 6.3, 0, [1, 2, 3, 4, 5], .holds), (.less, 6.2, 0, [1, 2, 3, 4, 5], .inconclusive),
    (.greater, 13.9, 0, [1, 2, 3, 4, 5], .inconclusive),
    (.greater, 14.1, 0, [1, 2, 3, 4, 5], .contradicted),
    // An exact point cannot hold for numbers that scatter.
    (.equal, 3, 0, [1, 2, 3, 4, 5], .inconclusive),
  ]

  @Test(arguments: cases.indices) func verdict(_ index: Int) {
    let row = Self.cases[index]
    let bound = ModelCard.Expectation(
      id: "e", metric: "q", op: row.op, value: row.value, margin: row.margin)
    let judgement = Judge(metrics: ["q": row.seeds], seeds: row.seeds.count).judge(bound)
    #expect(judgement.verdict == row.verdict, "\(row): \(judgement)")
    #expect((judgement.reason == nil) == (row.verdict == .holds))
    #expect((judgement.interval == nil) == (row.seeds.count == 1))
    #expect(judgement.bound == bound)
  }

  @Test func estimateAndInterval() throws {
    let bound = ModelCard.Expectation(id: "e", metric: "q", op: .less, value: 0)
    let judgement = Judge(metrics: ["q": [1, 2, 3, 4, 5]], seeds: 5).judge(bound)
    #expect(judgement.estimate == 3)
    let interval = try #require(judgement.interval)
    // 4.6041 is the tabulated t for 4 degrees of freedom; the standard error is the root of 1/2.
    #expect(abs(interval[1] - (3 + 4.6041 * 0.707107)) < 1e-3)
    #expect(abs(interval[0] - (3 - 4.6041 * 0.707107)) < 1e-3)
    #expect(judgement.reason?.hasPrefix("q lies from -0.25") == true)
    let single = Judge(metrics: ["q": [1]], seeds: 1).judge(bound)
    #expect(single.reason == "q is 1, not < 0")
  }

  @Test func whatCannotBeJudged() {
    func reason(_ metrics: [String: [Double]], _ bound: ModelCard.Expectation) -> String? {
      let judgement = Judge(metrics: metrics, seeds: 2).judge(bound)
      #expect(judgement.verdict == .notEvaluated)
      #expect(judgement.estimate == nil)
      return judgement.reason
    }
    let bound = ModelCard.Expectation(id: "e", metric: "q_star", op: .less, value: 0)
    #expect(
      reason(["qstar": [1, 1], "Q_star": [1, 1], "slope": [1, 1]], bound)
        == "the run gave no number for metric q_star; similar: Q_star, qstar")
    #expect(reason(["slope": [1, 1]], bound) == "the run gave no number for metric q_star")
    #expect(reason(["q_star": [1]], bound) == "metric q_star has 1 of 2 values")
    let odd = "metric q_star has a value that is not a finite number"
    #expect(reason(["q_star": [1, .nan]], bound) == odd)
    #expect(reason(["q_star": [1.5e308, 1.6e308]], bound) == odd)
    let badBound = ModelCard.Expectation(id: "e", metric: "q_star", op: .less, value: .infinity)
    #expect(
      reason(["q_star": [1, 2]], badBound)
        == "the bound is not a finite number with a margin of at least 0")
  }

  @Test func judgesAgainFromStoredNumbers() {
    var card = ModelCard(
      id: "toy", title: "", command: ["x"], inputs: [],
      expectations: [.init(id: "e", metric: "q", op: .less, value: 2)])
    var record = RunRecord(
      id: "run:x", model: "toy", startedAt: "", seconds: 0,
      subject: .init(command: [], inputs: [:], params: [:], seeds: []), sandbox: .none,
      outcome: .ok, message: "", tasks: TaskResult.results(["q": [1.5]]), verdicts: [])
    #expect(Judge.rejudge(record, card: card).map(\.verdict) == [.holds])
    card.expectations[0].value = 1
    #expect(Judge.rejudge(record, card: card).map(\.verdict) == [.contradicted])
    record.outcome = .timeout
    let judgement = Judge.rejudge(record, card: card)
    #expect(judgement.map(\.verdict) == [.notEvaluated])
    #expect(judgement.map(\.reason) == ["the run did not end well (timeout)"])
  }
}
