import DictumModel
import DictumTestSupport
import Glibc

@testable import DictumJudging

/// Random numbers of known distributions, the same in every run.
struct Draws {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Between 0 and 1, never 0.
  mutating func uniform() -> Double { 1 - Double.random(in: 0..<1, using: &generator) }

  /// Standard normal (Box and Muller 1958).
  mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// Exponential with mean 1.
  mutating func exponential() -> Double { -log(uniform()) }

  /// Above 1, beyond t with probability t^-alpha.
  mutating func pareto(_ alpha: Double) -> Double { pow(uniform(), -1 / alpha) }

  mutating func success(_ share: Double) -> Double { uniform() <= share ? 1 : 0 }

  /// As many as asked for.
  mutating func take(_ count: Int, _ draw: (inout Draws) -> Double) -> [Double] {
    (0..<count).map { _ in draw(&self) }
  }
}

/// Runs made up for a test.
enum Made {
  /// A run of the model `toy` whose metric `q` has these values, one a seed, at each point.
  static func record(
    _ points: [(point: [String: ParamValue], values: [Double])], control: String? = nil,
    hasSeeds: Bool = true, sweep: [ModelCard.Axis] = []
  ) -> RunRecord {
    let tasks = points.flatMap { point, values in
      values.enumerated().map { index, value in
        TaskResult(
          task: RunTask(
            control: control, point: point, seed: hasSeeds ? UInt64(index) : nil),
          outcome: .ok, metrics: ["q": value])
      }
    }
    let seeds = (0..<(points.map(\.values.count).max() ?? 0)).map { UInt64($0) }
    return RunRecord(
      id: "run:x", model: "toy", startedAt: "", seconds: 0,
      subject: .init(
        command: [], inputs: [:], params: [:], sweep: sweep, seeds: hasSeeds ? seeds : []),
      sandbox: .none, outcome: .ok, message: "", tasks: tasks, verdicts: [])
  }

  /// A run without a sweep.
  static func record(_ values: [Double]) -> RunRecord {
    record([([:], values)], hasSeeds: values.count > 1)
  }

  /// A run along the parameter `x`: for each of its values a number for each seed.
  static func line(_ rows: [(x: Double, values: [Double])], hasSeeds: Bool = true) -> RunRecord {
    record(
      rows.map { (["x": .double($0.x)], $0.values) }, hasSeeds: hasSeeds,
      sweep: [.init(param: "x", values: rows.map { .double($0.x) })])
  }

  static func card(
    _ expectations: [ModelCard.Expectation], seeds: ModelCard.Seeds? = nil,
    controls: [ModelCard.Control] = []
  ) -> ModelCard {
    ModelCard(
      id: "toy", title: "", command: ["x"], inputs: [], seeds: seeds, expectations: expectations,
      controls: controls)
  }

  /// A bound on `q`.
  static func bound(
    _ statistic: ModelCard.Expectation.Statistic = .mean, _ op: ModelCard.Expectation.Operator,
    _ value: Double = 0, upper: Double? = nil, margin: Double = 0, over: String? = nil,
    at: [String: ParamValue] = [:]
  ) -> ModelCard.Expectation {
    ModelCard.Expectation(
      id: "e", metric: "q", statistic: statistic, op: op, value: value, upper: upper,
      margin: margin, over: over, at: at)
  }

  /// What one bound on `q` comes to.
  static func verdict(
    _ bound: ModelCard.Expectation, _ record: RunRecord, maximum: Int? = nil
  ) -> Judgement {
    let count = record.subject.seeds.count
    let seeds = ModelCard.Seeds(base: 1, replicates: max(1, count), maximum: maximum ?? count)
    let card = card([bound], seeds: record.subject.seeds.isEmpty ? nil : seeds)
    return Judge(record, card: card).verdict(bound)
  }
}
