import DictumModel
import Testing

@testable import DictumJudging

/// How often the judge is right, over thousands of simulated reruns with a seeded generator.
///
/// The limits are the promised rates and four standard deviations of a count beyond them.
@Suite struct CalibrationTests {
  typealias Draw = @Sendable (inout Draws) -> Double

  private func most(_ rate: Double, of trials: Int) -> Int {
    let mean = rate * Double(trials)
    return Int((mean + 4 * mean.squareRoot() + 3).rounded(.up))
  }

  /// What the number really is, the statistic, and how it is drawn.
  static let truths:
    [(name: String, statistic: ModelCard.Expectation.Statistic, truth: Double, draw: Draw)] = [
      ("mean of normals", .mean, 5, { 5 + $0.normal() }),
      ("mean of successes", .mean, 0.3, { $0.success(0.3) }),
      ("median of normals", .median, 5, { 5 + $0.normal() }),
      ("median of exponentials", .median, 0.693_147, { $0.exponential() }),
      ("median of a heavy tail", .median, 1.741_101, { $0.pareto(1.25) }),
      ("0.75 quantile of exponentials", .quantile(0.75), 1.386_294, { $0.exponential() }),
      ("median of counts", .median, 1, { ($0.exponential() / 0.7).rounded(.down) }),
    ]

  /// The interval that is shown covers the truth as often as it says.
  @Test(arguments: truths.indices, [8, 32]) func coverage(_ index: Int, _ count: Int) {
    let (name, statistic, truth, draw) = Self.truths[index]
    var draws = Draws(seed: UInt64(index + 1))
    let trials = 1000
    var (missed, told) = (0, 0)
    for _ in 0..<trials {
      let judgement = Made.verdict(
        Made.bound(statistic, .less, 0), Made.record(draws.take(count, draw)))
      guard let interval = judgement.interval else { continue }
      told += 1
      if truth < interval[0] - 1e-6 || truth > interval[1] + 1e-6 { missed += 1 }
    }
    #expect(missed <= most(0.01, of: trials), "\(name), \(count) seeds: \(missed) of \(trials)")
    if name != "0.75 quantile of exponentials" { #expect(told > trials / 2, "\(name)") }
  }

  /// A bound that is true, and just so, is contradicted once in ten thousand times or less.
  @Test(arguments: truths.indices) func falseContradictions(_ index: Int) {
    let (name, statistic, truth, draw) = Self.truths[index]
    var draws = Draws(seed: UInt64(index + 100))
    var contradicted = 0
    for trial in 0..<2000 {
      let op: ModelCard.Expectation.Operator =
        trial.isMultiple(of: 2) ? .lessOrEqual : .greaterOrEqual
      let record = Made.record(draws.take(trial.isMultiple(of: 3) ? 8 : 24, draw))
      let judgement = Made.verdict(Made.bound(statistic, op, truth), record)
      if judgement.verdict == .contradicted { contradicted += 1 }
    }
    #expect(contradicted <= most(0.000_05, of: 2000), "\(name): \(contradicted)")
  }

  /// A bound with the author's margin around the truth holds, and one beside it is contradicted.
  @Test func power() {
    var draws = Draws(seed: 7)
    var (holds, contradicted) = (0, 0)
    for _ in 0..<500 {
      let record = Made.record(draws.take(8) { 5 + $0.normal() / 10 })
      if Made.verdict(Made.bound(.mean, .equal, 5, margin: 0.5), record).verdict == .holds {
        holds += 1
      }
      if Made.verdict(Made.bound(.mean, .equal, 4, margin: 0.5), record).verdict == .contradicted {
        contradicted += 1
      }
    }
    #expect(holds == 500)
    #expect(contradicted > 450)
  }

  /// Looking again until something is settled makes neither error likelier.
  @Test func looksDoNotInflate() {
    var draws = Draws(seed: 8)
    let bound = Made.bound(.mean, .less, 0)
    let card = Made.card([bound], seeds: .init(base: 1, replicates: 8, maximum: 32))
    let trials = 4000
    var (held, contradicted, looks) = (0, 0, 0)
    for _ in 0..<trials {
      // The mean is 0, which is not below 0, by nothing: `holds` is wrong, and only just.
      var values = draws.take(8) { $0.normal() }
      while true {
        var record = Made.record(values)
        let judgement = Judge(record, card: card).verdict(bound)
        looks += 1
        record.verdicts = [judgement]
        if let more = Looks.next(after: record, card: card) {
          values += draws.take(more - values.count) { $0.normal() }
          continue
        }
        if judgement.verdict == .holds { held += 1 }
        if judgement.verdict == .contradicted { contradicted += 1 }
        break
      }
    }
    #expect(held <= most(0.005, of: trials), "\(held)")
    #expect(contradicted <= most(0.000_05, of: trials), "\(contradicted)")
    #expect(looks > 2 * trials)
  }

  /// Over a hundred points, each true and just so, a contradiction is as rare as at one.
  @Test func pointsDoNotInflate() {
    var draws = Draws(seed: 9)
    var contradicted = 0
    for _ in 0..<40 {
      let points = (0..<100).map { index in
        (point: ["a": ParamValue.int(index)], values: draws.take(8) { $0.normal() })
      }
      let record = Made.record(points)
      if Made.verdict(Made.bound(.mean, .lessOrEqual, 0), record).verdict == .contradicted {
        contradicted += 1
      }
    }
    // Uncorrected, 40 sweeps of 100 points would contradict one in five.
    #expect(contradicted == 0)
  }

  /// Where the values show that they are heavy-tailed, a wrong interval of a mean is not believed.
  @Test func heavyTailsAreSeen() {
    var draws = Draws(seed: 10)
    let truth = 5.0  // alpha / (alpha - 1)
    var (missed, believed, flagged, falsely) = (0, 0, 0, 0)
    for _ in 0..<500 {
      let values = draws.take(100) { $0.pareto(1.25) }
      guard let estimate = Estimate(mean: values, levels: Levels()) else { continue }
      let mean = estimate.value
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let reach = StudentT.quantile(tail: 0.005, degrees: 99) * (squares / 99 / 100).squareRoot()
      if abs(truth - mean) > reach { missed += 1 }
      if truth < estimate.narrow.low || truth > estimate.narrow.high { believed += 1 }
      if estimate.doubt != nil { flagged += 1 }
      let tame = Estimate(mean: draws.take(8) { $0.normal() }, levels: Levels())
      if tame?.doubt != nil { falsely += 1 }
    }
    #expect(missed > 150)
    #expect(flagged > 350)
    #expect(believed < missed / 2)
    #expect(falsely <= 3)
  }
}
