import DictumModel
import DictumTestSupport
import Testing

@testable import DictumJudging

@Suite struct JudgeTests {
  typealias Case = (
    bound: ModelCard.Expectation, values: [Double], verdict: Judgement.Verdict
  )

  private static let tenth = (1...32).map { Double($0) / 10 }
  private static func ones(_ good: Int, of count: Int) -> [Double] {
    (0..<count).map { $0 < good ? 1 : 0 }
  }

  private static let cases: [Case] = [
    // One value of a model that draws nothing: as it is.
    (Made.bound(.mean, .equal, 4, margin: 0.1), [4.0625], .holds),
    (Made.bound(.mean, .equal, 4, margin: 0.1), [4.11], .contradicted),
    (Made.bound(.mean, .equal, 0.3), [0.1 + 0.2], .holds),
    (Made.bound(.mean, .less, 1), [1], .contradicted),
    (Made.bound(.median, .less, 1), [0.9], .holds),
    (Made.bound(.quantile(0.9), .less, 1), [1], .contradicted),
    (Made.bound(.each, .less, 1), [0.9], .holds),
    (Made.bound(.fraction(0.9), .less, 1), [1], .contradicted),
    (Made.bound(.mean, .within, 1, upper: 2), [2], .holds),
    (Made.bound(.mean, .within, 1, upper: 2), [2.1], .contradicted),
    // Numbers that the seed does not touch.
    (Made.bound(.mean, .equal, 0.1), [0.1, 0.1, 0.1], .holds),
    (Made.bound(.mean, .less, 0.1), [0.1, 0.1, 0.1], .contradicted),
    // Equal counts do not show how much seeds differ; each of them is what it is.
    (Made.bound(.mean, .less, 9), [3, 3, 3, 3, 3, 3, 3, 3], .inconclusive),
    (Made.bound(.each, .equal, 3), [3, 3, 3, 3, 3, 3, 3, 3], .holds),
    // Two seeds: the 99 % interval is 63.66 standard errors to either side.
    (Made.bound(.mean, .less, 10), [0.95, 1.05], .holds),
    (Made.bound(.mean, .less, 4), [0.95, 1.05], .inconclusive),
    (Made.bound(.mean, .less, -4), [0.95, 1.05], .inconclusive),
    (Made.bound(.mean, .less, -400), [0.95, 1.05], .contradicted),
    (Made.bound(.mean, .equal, 1, margin: 4), [0.95, 1.05], .holds),
    (Made.bound(.mean, .equal, 1, margin: 3), [0.95, 1.05], .inconclusive),
    (Made.bound(.mean, .notEqual, 100, margin: 1), [0.95, 1.05], .holds),
    (Made.bound(.mean, .notEqual, 1, margin: 400), [0.95, 1.05], .contradicted),
    // An interval that reaches over a region on both sides settles nothing.
    (Made.bound(.mean, .within, 0.99, upper: 1.01), [0.95, 1.05], .inconclusive),
    // Five seeds, mean 3, standard error 0.7071: 99 % reaches 3.26, 99.99 % reaches 10.99.
    (Made.bound(.mean, .less, 6.3), [1, 2, 3, 4, 5], .holds),
    (Made.bound(.mean, .less, 6.2), [1, 2, 3, 4, 5], .inconclusive),
    (Made.bound(.mean, .greater, 13.9), [1, 2, 3, 4, 5], .inconclusive),
    (Made.bound(.mean, .greater, 14.1), [1, 2, 3, 4, 5], .contradicted),
    (Made.bound(.mean, .equal, 3), [1, 2, 3, 4, 5], .inconclusive),
    // Zeros and ones are a share: 8 of 8 is 0.516 to 1 at 99 %, and 0.290 to 1 at 99.99 %.
    (Made.bound(.mean, .greater, 0.51), ones(8, of: 8), .holds),
    (Made.bound(.mean, .greater, 0.9), ones(8, of: 8), .inconclusive),
    (Made.bound(.mean, .less, 0.28), ones(8, of: 8), .contradicted),
    (Made.bound(.mean, .less, 0.3), ones(8, of: 8), .inconclusive),
    // One value makes up most of the variance: the extremes, and as far again, have to be clear.
    (Made.bound(.mean, .less, 80), [1, 1.1, 1.2, 0.9, 0.8, 1.1, 1, 40], .holds),
    (Made.bound(.mean, .less, 79), [1, 1.1, 1.2, 0.9, 0.8, 1.1, 1, 40], .inconclusive),
    (Made.bound(.mean, .greater, 80), [1, 1.1, 1.2, 0.9, 0.8, 1.1, 1, 40], .contradicted),
    (Made.bound(.mean, .greater, -80), [-1, -1.1, -1.2, -0.9, -0.8, -1.1, -1, -40], .holds),
    (Made.bound(.mean, .greater, -79), [-1, -1.1, -1.2, -0.9, -0.8, -1.1, -1, -40], .inconclusive),
    // The median of 32: ranks 9 and 24 at 99 %, 5 and 28 at 99.99 %.
    (Made.bound(.median, .less, 2.45), tenth, .holds),
    (Made.bound(.median, .less, 2.35), tenth, .inconclusive),
    (Made.bound(.median, .less, 0.45), tenth, .contradicted),
    (Made.bound(.median, .less, 0.55), tenth, .inconclusive),
    // Of the 0.9 quantile 32 values know a lower end only.
    (Made.bound(.quantile(0.9), .greater, 2), tenth, .holds),
    (Made.bound(.quantile(0.9), .less, 9), tenth, .inconclusive),
    (Made.bound(.quantile(0.9), .less, 1), tenth, .contradicted),
    // Every value by itself.
    (Made.bound(.each, .greater, 0), tenth, .holds),
    (Made.bound(.each, .greater, 0.1), tenth, .contradicted),
    (Made.bound(.fraction(1), .greater, 0.1), tenth, .contradicted),
    // 32 of 32 is 0.847 to 1 at 99 %; 16 of 32 is 0.190 to 0.810 at 99.99 %.
    (Made.bound(.fraction(0.84), .less, 9), tenth, .holds),
    (Made.bound(.fraction(0.85), .less, 9), tenth, .inconclusive),
    (Made.bound(.fraction(0.8), .less, 1.65), tenth, .inconclusive),
    (Made.bound(.fraction(0.82), .less, 1.65), tenth, .contradicted),
  ]

  @Test(arguments: cases.indices) func verdict(_ index: Int) {
    let row = Self.cases[index]
    let judgement = Made.verdict(row.bound, Made.record(row.values))
    #expect(judgement.verdict == row.verdict, "\(row.bound.words) \(row.values): \(judgement)")
    #expect((judgement.reason == nil) == (row.verdict == .holds))
    #expect(judgement.bound == row.bound)
    #expect(judgement.count == row.values.count)
    #expect(judgement.points.isEmpty)
    // A confidence has an interval; a range of values has none.
    #expect(judgement.confidence == nil || judgement.interval != nil)
    #expect(judgement.confidence == nil || !row.bound.isExact)
    if row.values.count == 1 { #expect(judgement.interval == nil) }
  }

  @Test func estimateAndInterval() throws {
    let judgement = Made.verdict(Made.bound(.mean, .less, 0), Made.record([1, 2, 3, 4, 5]))
    #expect(judgement.estimate == 3)
    #expect(judgement.confidence == 0.99)
    #expect(judgement.looks == 1)
    let interval = try #require(judgement.interval)
    // 4.6041 is the tabulated t for 4 degrees of freedom; the standard error is the root of 1/2.
    #expect(abs(interval[1] - (3 + 4.6041 * 0.707107)) < 1e-3)
    #expect(abs(interval[0] - (3 - 4.6041 * 0.707107)) < 1e-3)
    let median = Made.verdict(Made.bound(.median, .less, 0), Made.record(Self.tenth))
    #expect(median.estimate == 1.65)
    #expect(median.interval == [0.9, 2.4])
    let each = Made.verdict(Made.bound(.each, .less, 3), Made.record(Self.tenth))
    #expect(each.estimate == 3.2)
    #expect(each.interval == [0.1, 3.2])
  }

  /// One number of a model that draws at random is no number of the model.
  @Test func oneSeedSettlesNothing() {
    for value in [0.5, 0, 1, 7] {
      let record = Made.record([([:], [value])])
      for bound in [Made.bound(.mean, .less, 9), Made.bound(.mean, .greater, 9)] {
        let judgement = Made.verdict(bound, record)
        #expect(judgement.verdict == .inconclusive)
        #expect(judgement.reason == "q: one seed does not show how much seeds differ")
        #expect(judgement.interval == nil && judgement.confidence == nil)
      }
      #expect(Made.verdict(Made.bound(.median, .less, 9), record).verdict == .inconclusive)
      #expect(Made.verdict(Made.bound(.fraction(0.5), .less, 9), record).verdict == .inconclusive)
    }
  }

  /// The interval that no theory vouches for is shown, and no confidence with it.
  @Test func heavyTailsHaveNoConfidence() {
    let judgement = Made.verdict(
      Made.bound(.mean, .less, 9), Made.record([1, 1.1, 1.2, 0.9, 0.8, 1.1, 1, 40]))
    #expect(judgement.interval?.count == 2)
    #expect(judgement.confidence == nil)
    // Where there are three looks Student's interval, -11.5 to 15.9, reaches beyond the extremes and
    // as far again, -11 to 22.
    let few = [0, 0.001, 0, 0.001, 11]
    for (bound, verdict) in [(-11.2, Judgement.Verdict.inconclusive), (-12, .holds)] {
      let judgement = Made.verdict(
        Made.bound(.mean, .greater, bound), Made.record(few), maximum: 100)
      #expect(judgement.verdict == verdict && judgement.confidence == nil)
    }
  }

  @Test func theConfidenceIsSaidAsPreciselyAsItNeeds() {
    let judgement = Made.verdict(
      Made.bound(.mean, .less, 4), Made.record([1, 2, 3, 4, 5]), maximum: 100)
    #expect(judgement.reason?.contains("(99.67 %)") == true)
  }

  /// What is said of a verdict that is not `holds`.
  static let reasons: [(ModelCard.Expectation, [Double], String)] = [
    (Made.bound(.mean, .less, 0), [1], "q is 1, not < 0"),
    (
      Made.bound(.mean, .less, -99), [1, 2, 3, 4, 5],
      "q is 3 (-7.9913 to 13.991 at 99.99 %), not < -99"
    ),
    (
      Made.bound(.mean, .less, 4), [1, 2, 3, 4, 5],
      "q lies from -0.25559 to 6.2556 (99 %), which does not settle < 4; about 53 seeds might"
    ),
    (
      Made.bound(.median, .less, 0), [1.5, 2, 3, 4, 5],
      "the median of q: 5 seeds say too little of it: at least 8 are needed"
    ),
    (
      Made.bound(.quantile(0.9), .less, 9), tenth,
      "the 0.9 quantile of q lies above 2.4 (99 %), which does not settle < 9"
    ),
    (
      Made.bound(.each, .greater, 0.2), tenth,
      "q is not > 0.2 for 2 of 32 seeds, the worst being 0.1"
    ),
    (
      Made.bound(.fraction(0.95), .within, 0, upper: 1), tenth,
      "the share of values with q in 0 … 1 is 0.3125 (0.071193 to 0.66469 at 99.99 %), not >= 0.95"
    ),
    // Fewer seeds than there are would be no advice.
    (
      Made.bound(.mean, .less, 0.3), ones(8, of: 8),
      "q lies from 0.51567 to 1 (99 %), which does not settle < 0.3"
    ),
    (
      Made.bound(.mean, .less, 1), [2, 2, 2],
      "q: every seed gave 2, so nothing shows how much seeds differ; if all must give the same, say "
        + "statistic: each"
    ),
    (
      Made.bound(.mean, .less, 9), [1, 1.1, 1.2, 0.9, 0.8, 1.1, 1, 40],
      "q: one of 8 seeds, with 40, makes up 87 % of the variance: the values look heavy-tailed, and "
        + "the interval of their mean cannot be trusted; statistic: median has one that can"
    ),
  ]

  @Test(arguments: reasons.indices) func reason(_ index: Int) {
    let (bound, values, reason) = Self.reasons[index]
    #expect(Made.verdict(bound, Made.record(values)).reason == reason)
  }

  @Test func whatCannotBeJudged() {
    func reason(
      _ columns: [String: [Double]], _ bound: ModelCard.Expectation
    ) -> String? {
      var record = Made.record([1, 1])
      record.tasks = TaskResult.results(columns, seeds: [1, 2])
      let judgement = Made.verdict(bound, record)
      #expect(judgement.verdict == .notEvaluated)
      #expect(judgement.estimate == nil)
      return judgement.reason
    }
    let bound = ModelCard.Expectation(id: "e", metric: "q_star", op: .less, value: 0)
    #expect(
      reason(["qstar": [1, 1], "Q_star": [1, 1], "slope": [1, 1]], bound)
        == "the run gave no number for metric q_star; similar: Q_star, qstar")
    #expect(reason(["slope": [1, 1]], bound) == "the run gave no number for metric q_star")
    #expect(reason(["q_star": [1], "a": [1, 1]], bound) == "metric q_star has 1 of 2 values")
    let odd = "q_star has a value that is not a finite number"
    #expect(reason(["q_star": [1, .nan]], bound) == odd)
    #expect(reason(["q_star": [1, .infinity]], bound) == odd)
    #expect(reason(["q_star": [1.5e308, 1.6e308]], bound) == odd)
    #expect(reason(["q_star": [1e200, -1e200]], bound) == odd)
    // What is no number lies neither in a region nor out of it.
    for statistic in [ModelCard.Expectation.Statistic.each, .fraction(0.1), .fraction(1), .median] {
      for (op, value) in [(ModelCard.Expectation.Operator.greater, 0.0), (.notEqual, 9)] {
        var bound = bound
        (bound.statistic, bound.op, bound.value) = (statistic, op, value)
        #expect(reason(["q_star": [1, .nan]], bound) == odd)
        #expect(reason(["q_star": [1, .infinity]], bound) == odd)
      }
    }
    let notFinite = "the bound is not a finite number with a margin of at least 0"
    var bad = bound
    bad.value = .infinity
    #expect(reason(["q_star": [1, 2]], bad) == notFinite)
    bad = bound
    (bad.op, bad.upper) = (.within, nil)
    #expect(reason(["q_star": [1, 2]], bad) == notFinite)
    bad.upper = -1
    #expect(reason(["q_star": [1, 2]], bad) == notFinite)
    bad = bound
    (bad.op, bad.margin) = (.notEqual, -0.5)
    #expect(reason(["q_star": [1, 2]], bad) == notFinite)
    bad.margin = .nan
    #expect(reason(["q_star": [1, 2]], bad) == notFinite)
    var far = bound
    far.at = ["alpha": .int(1)]
    #expect(reason(["q_star": [1, 2]], far) == "the sweep has no such point")
    var unsaid = bound
    unsaid.op = .increasing
    #expect(reason(["q_star": [1, 2]], unsaid) == "q_star: over which parameter is not said")
  }

  /// One lost task of many is one too many: what is lost is seldom lost at random.
  @Test func aLostTaskIsNoVerdict() {
    let bound = Made.bound(.mean, .less, 9)
    var record = Made.record(Array(repeating: 1.5, count: 200))
    #expect(Made.verdict(bound, record).verdict == .holds)
    record.tasks[7].outcome = .lost
    record.tasks[9].outcome = .timeout
    record.tasks[10].outcome = .timeout
    let judgement = Made.verdict(bound, record)
    #expect(judgement.verdict == .notEvaluated)
    #expect(judgement.reason == "3 of 200 tasks did not end well (2 timeout, 1 lost)")
    // Run again, it counts.
    for index in [7, 9, 10] {
      var again = record.tasks[index]
      again.outcome = .ok
      record.tasks.append(again)
    }
    #expect(Made.verdict(bound, record).verdict == .holds)

    var alone = Made.record([1])
    alone.tasks[0].outcome = .timeout
    #expect(Made.verdict(bound, alone).reason == "the run did not end well (timeout)")
    alone.tasks = []
    alone.outcome = .refused
    #expect(Made.verdict(bound, alone).reason == "the run did not end well (refused)")
  }

  @Test func aFileIsThereOrNot() {
    let bound = ModelCard.Expectation(id: "e", metric: "growth.svg", op: .exists, value: 0)
    var record = Made.record([1, 2, 3])
    for index in 0..<3 {
      record.tasks[index].outputs = [.init(path: "growth.svg", sha256: "", bytes: 9)]
    }
    let judgement = Made.verdict(bound, record)
    #expect(judgement.verdict == .holds)
    #expect(judgement.estimate == 1)
    record.tasks[1].outputs[0].bytes = 0
    record.tasks[2].outputs[0].path = "other.svg"
    #expect(Made.verdict(bound, record).verdict == .contradicted)
    #expect(
      Made.verdict(bound, record).reason == "2 of 3 tasks left no file growth.svg, or an empty one")
    record.tasks[2].outcome = .missingOutput
    #expect(Made.verdict(bound, record).verdict == .notEvaluated)
    var single = Made.record([1])
    #expect(
      Made.verdict(bound, single).reason == "the run left no file growth.svg, or an empty one")
    single.tasks[0].outputs = [.init(path: "growth.svg", sha256: "", bytes: 9)]
    #expect(Made.verdict(bound, single).verdict == .holds)
  }
}

extension ModelCard.Expectation {
  /// Whether its interval is a range of values and not one of confidence.
  fileprivate var isExact: Bool { statistic == .each || statistic == .fraction(1) }
}
