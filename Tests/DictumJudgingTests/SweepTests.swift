import DictumModel
import Testing

@testable import DictumJudging

@Suite struct SweepTests {
  private func record(_ rows: [[Double]], hasSeeds: Bool = true) -> RunRecord {
    Made.record(
      rows.enumerated().map { (["a": .int($0.offset)], $0.element) }, hasSeeds: hasSeeds,
      sweep: [.init(param: "a", values: rows.indices.map { .int($0) })])
  }

  @Test func theWorstPointDecides() {
    let good = [0.9, 1, 1.1, 1.05, 0.95, 1.02, 0.97, 1.01]
    let doubtful = [-1.0, 1, 3, 4, 9, 2, 5, 0.5]
    let bad = good.map { $0 + 50 }
    let bound = Made.bound(.mean, .less, 3)
    let holds = Made.verdict(bound, record([good, good]))
    #expect(holds.verdict == .holds)
    #expect(holds.points.map(\.verdict) == [.holds, .holds])
    #expect(holds.points.map(\.point) == [["a": .int(0)], ["a": .int(1)]])
    let open = Made.verdict(bound, record([good, doubtful, good]))
    #expect(open.verdict == .inconclusive)
    #expect(open.reason?.hasPrefix("at a = 1 q lies from ") == true)
    let broken = Made.verdict(bound, record([bad, doubtful, bad.map { $0 + 1 }]))
    #expect(broken.verdict == .contradicted)
    #expect(broken.estimate == broken.points[2].estimate)
    #expect(
      broken.reason == "at a = 2 q is 52 (51.797 to 52.203 at 99.99 % over 3 places), not < 3 "
        + "(so at 2 of 3 points)")
    // Only one point is asked for.
    let there = Made.verdict(
      Made.bound(.mean, .less, 3, at: ["a": .double(0)]), record([good, bad]))
    #expect(there.verdict == .holds)
    #expect(there.points.count == 1)
  }

  /// A contradiction at one point is one of the bound, whatever came of the others; else what cannot
  /// be judged anywhere is judged nowhere.
  @Test func whatCountsMost() {
    let good = [0.9, 1, 1.1, 1.05]
    func verdict(_ rows: [[Double]?]) -> Judgement {
      var run = record(rows.map { $0 ?? good })
      for index in run.tasks.indices where rows[index / 4] == nil {
        run.tasks[index].metrics = [:]
      }
      return Made.verdict(Made.bound(.mean, .less, 3), run)
    }
    let (bad, open) = (good.map { $0 + 50 }, [-1.0, 1, 3, 9])
    for rows in [[nil, bad, good], [good, nil, bad], [bad, open, nil]] {
      #expect(verdict(rows).verdict == .contradicted)
    }
    for rows in [[nil, open, good], [open, nil, good], [good, good, nil]] {
      #expect(verdict(rows).verdict == .notEvaluated)
    }
    #expect(verdict([good, open, good]).verdict == .inconclusive)
    #expect(
      verdict([good, nil, nil]).reason
        == "at a = 1 the run gave no number for metric q (so at 2 of 3 points)")
  }

  /// Of points that are equally bad the one farthest out is told.
  @Test func theWorstOfEquals() {
    func worst(_ bound: ModelCard.Expectation, _ rows: [[Double]]) -> String? {
      Made.verdict(bound, record(rows)).reason.map { String($0.prefix(8)) }
    }
    for statistic in [ModelCard.Expectation.Statistic.each, .mean, .median] {
      let rows = [4.0, 6, 5].map { far in (0..<16).map { far + Double($0) / 100 } }
      #expect(worst(Made.bound(statistic, .less, 3), rows) == "at a = 1")
    }
    let shares = [8, 1, 5].map { good in (0..<16).map { $0 < good ? 0.0 : 9 } }
    #expect(worst(Made.bound(.fraction(0.9), .less, 3), shares) == "at a = 1")
    var run = record([[1, 2], [1, 2], [1, 2]])
    for index in [0, 1, 2] {
      run.tasks[index].outputs = [.init(path: "a.svg", sha256: "", bytes: 9)]
    }
    let file = ModelCard.Expectation(id: "e", metric: "a.svg", op: .exists, value: 0)
    #expect(
      Made.verdict(file, run).reason
        == "at a = 2 2 of 2 tasks left no file a.svg, or an empty one (so at 2 of 3 points)")
  }

  @Test func everyPointIsNeeded() {
    var record = record([[1.5], [1.5], [1.5]], hasSeeds: false)
    let bound = Made.bound(.mean, .less, 3)
    #expect(Made.verdict(bound, record).verdict == .holds)
    record.tasks.removeLast()
    #expect(Made.verdict(bound, record).reason == "1 points of the sweep were not run")
    #expect(Made.verdict(Made.bound(.mean, .less, 3, at: ["a": .int(1)]), record).verdict == .holds)
    var seeded = self.record([[1.5, 1.6], [1.5, 1.6]])
    seeded.tasks.removeLast()
    #expect(Made.verdict(bound, seeded).reason == "1 of 4 tasks are missing")
  }

  /// A bound that names some points needs all of these, and no others.
  @Test func everyNamedPointIsNeeded() {
    let axes: [ModelCard.Axis] = [
      .init(param: "q", values: [.int(1), .int(2)]),
      .init(param: "x", values: [.int(1), .int(2), .int(3)]),
    ]
    var record = Made.record(
      [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)].map { q, x in
        (["q": .int(q), "x": .int(x)], [1.5])
      }, hasSeeds: false, sweep: axes)
    func reason(_ point: [String: ParamValue]) -> String? {
      Made.verdict(Made.bound(.mean, .less, 3, at: point), record).reason
    }
    let points: [[String: ParamValue]] = [
      [:], ["q": .int(1)], ["q": .double(2)], ["x": .int(3)], ["q": .int(2), "x": .int(2)],
    ]
    #expect(points.map(reason) == [nil, nil, nil, nil, nil])
    record.tasks.removeLast(2)
    #expect(
      points.map(reason) == [
        "2 points of the sweep were not run", nil, "2 points of the sweep were not run",
        "1 points of the sweep were not run", "the sweep has no such point",
      ])
  }

  typealias Case = (
    bound: ModelCard.Expectation, rows: [(x: Double, values: [Double])], verdict: Judgement.Verdict
  )

  /// Five seeds whose lines run side by side.
  private static func lines(_ y: [Double], noise: Double = 0.01) -> [(x: Double, values: [Double])]
  {
    zip([1.0, 2, 4, 8], y).map { x, y in
      (x, (0..<5).map { y + 10 * Double($0) + noise * Double(($0 * 7 + Int(x) * 3) % 5) })
    }
  }

  private static let cases: [Case] = [
    (Made.bound(.mean, .increasing, over: "x"), lines([1, 2, 3, 4]), .holds),
    (Made.bound(.mean, .decreasing, over: "x"), lines([1, 2, 3, 4]), .contradicted),
    (Made.bound(.mean, .increasing, over: "x"), lines([1, 2, 1.5, 4]), .contradicted),
    (Made.bound(.mean, .increasing, margin: 1, over: "x"), lines([1, 2, 1.5, 4]), .holds),
    (Made.bound(.mean, .decreasing, margin: 1, over: "x"), lines([4, 2, 2.5, 1]), .holds),
    (Made.bound(.mean, .decreasing, margin: 1, over: "x"), lines([4, 2, 3.5, 1]), .contradicted),
    (Made.bound(.mean, .increasing, over: "x"), lines([1, 2, 2, 4]), .inconclusive),
    (Made.bound(.each, .increasing, over: "x"), lines([1, 2, 3, 4], noise: 0), .holds),
    (Made.bound(.each, .increasing, over: "x"), lines([1, 2, 1.9, 4], noise: 0), .contradicted),
    (Made.bound(.fraction(0.3), .increasing, over: "x"), lines([1, 2, 3, 4]), .holds),
    (Made.bound(.fraction(0.9), .increasing, over: "x"), lines([1, 2, 3, 4]), .inconclusive),
    (Made.bound(.fraction(0.9), .increasing, over: "x"), lines([4, 3, 2, 1]), .contradicted),
    (Made.bound(.slope, .within, 0.3, upper: 0.5, over: "x"), lines([1, 2, 3, 4]), .holds),
    (Made.bound(.slope, .less, 0.1, over: "x"), lines([1, 2, 3, 4]), .contradicted),
    (Made.bound(.logSlope, .greater, 5, over: "x"), lines([1, 2, 3, 4]), .contradicted),
    // A model that draws nothing is compared as it is.
    (Made.bound(.slope, .equal, 2, over: "x"), [(1, [2]), (2, [4]), (5, [10])], .holds),
    (Made.bound(.logSlope, .equal, 3, over: "x"), [(1, [2]), (2, [16]), (4, [128])], .holds),
    (Made.bound(.mean, .increasing, over: "x"), [(5, [9]), (1, [2]), (2, [4])], .holds),
    (Made.bound(.mean, .increasing, over: "x"), [(1, [2]), (2, [2]), (3, [1.9])], .contradicted),
    (Made.bound(.mean, .decreasing, over: "x"), [(1, [2]), (2, [2]), (3, [1.9])], .holds),
    // A seed whose line has no logarithm, or is not all of numbers, is not left out.
    (
      Made.bound(.logSlope, .greater, 0, over: "x"),
      [(1, [1, 1, 1, 0]), (2, [2, 2.1, 2.2, 2]), (4, [4, 4.1, 4.2, 4])], .notEvaluated
    ),
    (
      Made.bound(.fraction(0.3), .increasing, over: "x"),
      [(1, [1, 1, 1, .nan]), (2, [2, 2, 2, 2])], .notEvaluated
    ),
    (
      Made.bound(.fraction(0.3), .increasing, over: "x"),
      [(1, [1, 1, 1, 1]), (2, [2, 2, 2, .infinity])], .notEvaluated
    ),
    // Nothing to go along.
    (Made.bound(.fraction(0.3), .increasing, over: "x"), lines([1]), .notEvaluated),
    (Made.bound(.slope, .less, 1, over: "x"), [(1, [2])], .notEvaluated),
    (Made.bound(.mean, .increasing, over: "x"), [(1, [2])], .notEvaluated),
    (Made.bound(.logSlope, .less, 1, over: "x"), [(0, [2]), (1, [2])], .notEvaluated),
    (Made.bound(.slope, .less, 1, over: "y"), [(1, [2]), (2, [3])], .notEvaluated),
  ]

  @Test(arguments: cases.indices) func alongAParameter(_ index: Int) {
    let row = Self.cases[index]
    let isRandom = (row.rows.first?.values.count ?? 0) > 1
    let judgement = Made.verdict(row.bound, Made.line(row.rows, hasSeeds: isRandom))
    #expect(judgement.verdict == row.verdict, "\(row.bound.words): \(judgement)")
    #expect((judgement.reason == nil) == (row.verdict == .holds))
  }

  /// A share of seeds is one of whole lines: each of four steps rises for 7 in 8 seeds, and all four
  /// for half of them.
  @Test func aLineRisesAsAWhole() {
    func value(_ x: Int, _ seed: Int) -> Double {
      seed < 200 && x == seed % 4 + 1 ? Double(x) - 1.5 : Double(x)
    }
    let rows = (0...4).map { x in
      (x: Double(x), values: (0..<400).map { value(x, $0) })
    }
    func verdict(_ share: Double) -> Judgement.Verdict {
      Made.verdict(Made.bound(.fraction(share), .increasing, over: "x"), Made.line(rows)).verdict
    }
    #expect(verdict(0.35) == .holds)
    #expect(verdict(0.65) == .contradicted)
  }

  /// At every setting of the other parameters there is a line, and the worst decides.
  @Test func linesAtEachPoint() {
    var rows: [(point: [String: ParamValue], values: [Double])] = []
    for (q, slope) in [(1, 2.0), (2, 5.0)] {
      for x in 1...3 { rows.append((["q": .int(q), "x": .int(x)], [slope * Double(x)])) }
    }
    let axes: [ModelCard.Axis] = [
      .init(param: "q", values: [.int(1), .int(2)]),
      .init(param: "x", values: [.int(1), .int(2), .int(3)]),
    ]
    let record = Made.record(rows, hasSeeds: false, sweep: axes)
    let bound = Made.bound(.slope, .less, 3, over: "x")
    let judgement = Made.verdict(bound, record)
    #expect(judgement.verdict == .contradicted)
    #expect(judgement.points.map(\.point) == [["q": .int(1)], ["q": .int(2)]])
    #expect(judgement.points.map(\.estimate) == [2, 5])
    #expect(judgement.reason == "at q = 2 the slope of q over x is 5, not < 3")
    let there = Made.verdict(Made.bound(.slope, .less, 3, over: "x", at: ["q": .int(1)]), record)
    #expect(there.verdict == .holds)
  }
}
