import DictumJudging
import DictumModel
import Testing

/// What changed from one run to another.
@Suite struct RunDiffTests {
  private func record(
    _ values: [String: [Double]], seeds: [UInt64]? = nil, id: String = "run:m-1"
  ) -> RunRecord {
    let count = values.values.map(\.count).max() ?? 0
    let seeds = seeds ?? (0..<count).map(UInt64.init)
    let tasks = (0..<count).map { index in
      TaskResult(
        task: RunTask(seed: seeds[index]), outcome: .ok,
        metrics: values.compactMapValues { index < $0.count ? $0[index] : nil })
    }
    return RunRecord(
      id: id, model: "m", startedAt: "2026-11-21T00:00:00Z", seconds: 1,
      subject: .init(
        command: ["python3", "a.py"], inputs: ["a.py": "01"], params: ["n": .int(1)], seeds: seeds,
        environment: ["os": "Debian 12"]), sandbox: .bubblewrap, outcome: .ok, message: "",
      tasks: tasks, verdicts: [])
  }

  @Test func nothingChanged() {
    let run = record(["x": [1, 2, 3]])
    let diff = RunDiff(from: run, to: run)
    #expect(diff.changes.isEmpty)
    #expect(diff.metrics.map(\.relation) == [.same])
    #expect(diff.metrics.first?.difference == 0)
  }

  @Test func everyPartOfTheSubjectIsCompared() {
    let before = record(["x": [1]])
    var after = before
    after.subject.command = ["python3", "b.py"]
    after.subject.build = ["make"]
    after.subject.inputs = ["a.py": "02", "b.py": "03"]
    after.subject.params = ["n": .double(1), "k": .int(2)]
    after.subject.sweep = [.init(param: "alpha", values: [.int(1)])]
    after.subject.seeds = [7]
    after.subject.environment = ["os": "Debian 13"]
    after.subject.policy.network = true
    after.sandbox = .none
    let diff = RunDiff(from: before, to: after)
    #expect(
      diff.changes.map { "\($0.kind) \($0.name)" } == [
        "command ", "build ", "input a.py", "input b.py", "param k", "sweep alpha", "seeds ",
        "environment os", "policy ", "sandbox ",
      ])
    #expect(diff.changes.first { $0.name == "b.py" }?.before == nil)
    let back = RunDiff(from: after, to: before)
    #expect(back.changes.map(\.before) == diff.changes.map(\.after))
  }

  /// The squares of very small numbers vanish, those of very large ones are infinite.
  @Test func numbersOfEverySize() {
    for size in [1e-307, 1e-200, 1e-100, 1, 1e100, 1e200, 1.7e308] {
      let one = record(["x": [1.0, 0.8, 0.9].map { $0 * size }])
      let other = record(["x": [0.95, 0.85, 0.9].map { $0 * size }], seeds: [7, 8, 9])
      let metric = RunDiff(from: one, to: other).metrics.first
      #expect(metric?.metric == "x", "\(size)")
      if (1e-100...1e100).contains(size) { #expect(metric?.relation == .withinNoise, "\(size)") }
      for spread in [metric?.before, metric?.after] {
        #expect(
          spread.map { $0.mean.isFinite && $0.interval?.allSatisfy(\.isFinite) != false } != false)
      }
    }
  }

  @Test func noiseIsToldFromDifference() {
    let noisy = record(["x": [1.0, 1.2, 0.8, 1.1, 0.9]])
    let others = record(["x": [1.05, 1.15, 0.85, 1.0, 0.92]], seeds: [9, 10, 11, 12, 13])
    let far = record(["x": [3.0, 3.2, 2.8, 3.1, 2.9]], seeds: [9, 10, 11, 12, 13])
    #expect(RunDiff(from: noisy, to: others).metrics.map(\.relation) == [.withinNoise])
    let difference = RunDiff(from: noisy, to: far).metrics
    #expect(difference.map(\.relation) == [.differs])
    #expect(abs((difference.first?.difference ?? 0) - 2) < 1e-12)
    // Of equal seeds the pairs are compared: a shift far below the noise is seen.
    let shifted = record(["x": [1.01, 1.2101, 0.8099, 1.11, 0.91]])
    #expect(RunDiff(from: noisy, to: shifted).metrics.map(\.relation) == [.differs])
    let rounded = record(["x": [1.0, 1.2 + 1e-12, 0.8, 1.1, 0.9]])
    #expect(RunDiff(from: noisy, to: rounded).metrics.map(\.relation) == [.same])
  }

  /// Welch's interval, as R's `t.test(x, y, conf.level = 0.99)` has it for equal variances and counts.
  @Test func theIntervalIsWelchs() {
    let a = record(["x": [1, 2, 3, 4, 5]])
    let b = record(["x": [2, 3, 4, 5, 6]], seeds: [5, 6, 7, 8, 9])
    let interval = RunDiff(from: a, to: b).metrics.first?.interval ?? []
    // t(0.995, 8) = 3.355387, the standard error is 1.
    #expect(interval.count == 2)
    #expect(abs((interval.first ?? 0) - (1 - 3.355387)) < 1e-6)
    #expect(abs((interval.last ?? 0) - (1 + 3.355387)) < 1e-6)
  }

  /// SciPy 1.17.1, with its 5.09 degrees of freedom taken for 5.
  @Test func theIntervalIsWelchsForUnequalVariances() {
    let diff = RunDiff(
      from: record(["x": [1, 2, 3, 4, 5]]),
      to: record(["x": [10, 30, 20, 50, 40, 60]], seeds: [5, 6, 7, 8, 9, 10]))
    let interval = diff.metrics.first?.interval ?? []
    #expect(interval.count == 2)
    #expect(abs((interval.first ?? 0) - (32 - 30.927_701_970)) < 1e-6)
    #expect(abs((interval.last ?? 0) - (32 + 30.927_701_970)) < 1e-6)
    #expect(diff.metrics.map(\.relation) == [.differs])
    let spread = diff.metrics.first?.before?.interval ?? []
    #expect(spread.count == 2)
    #expect(abs((spread.first ?? 0) - (3 - 3.255_586_705)) < 1e-6)
    #expect(abs((spread.last ?? 0) - (3 + 3.255_586_705)) < 1e-6)
  }

  /// Numbers of other seeds are the same only where they do not depend on the seed.
  @Test func otherSeedsAreNotPaired() {
    func relation(_ before: [Double], _ after: [Double]) -> RunDiff.MetricChange.Relation? {
      let others = after.indices.map { UInt64($0) + 90 }
      let diff = RunDiff(from: record(["x": before]), to: record(["x": after], seeds: others))
      return diff.metrics.first?.relation
    }
    #expect(relation([1, 2, 3], [1, 2, 3]) == .withinNoise)
    #expect(relation([2, 2, 2], [2, 2]) == .same)
    #expect(relation([2, 2, 2], [2, 2 + 1e-12]) == .withinNoise)
    #expect(relation([2, 2, 2], [3, 3, 3]) == .differs)
    #expect(relation([2], [3]) == .differs)
    #expect(relation([1, 2, 3], [2]) == .differs)
  }

  @Test func pointsComeAndGo() {
    func sweep(_ values: [Int]) -> RunRecord {
      var record = record(["x": values.map { _ in 1 }], seeds: values.map { _ in 1 })
      for (index, value) in values.enumerated() {
        record.tasks[index].task.point = ["a": .int(value)]
      }
      return record
    }
    let metrics = RunDiff(from: sweep([1, 2]), to: sweep([2, 3])).metrics
    #expect(metrics.map(\.point) == [["a": .int(1)], ["a": .int(2)], ["a": .int(3)]])
    #expect(metrics.map(\.relation) == [.removed, .same, .added])
  }

  @Test func metricsComeAndGo() {
    let diff = RunDiff(from: record(["x": [1], "y": [2]]), to: record(["y": [2.5], "z": [3]]))
    #expect(diff.metrics.map(\.metric) == ["x", "y", "z"])
    #expect(diff.metrics.map(\.relation) == [.removed, .differs, .added])
  }

  @Test func verdictsAreSideBySide() {
    var before = record(["x": [1]])
    var after = before
    let bound = ModelCard.Expectation(id: "e", metric: "x", op: .less, value: 2, line: 3)
    before.verdicts = [
      Judgement(expectation: "e", bound: bound, verdict: .holds, estimate: 1),
      Judgement(expectation: "gone", bound: bound, verdict: .holds, estimate: 1),
    ]
    var moved = bound
    moved.line = 9
    var narrower = bound
    narrower.value = 0.5
    after.verdicts = [
      Judgement(expectation: "e", bound: moved, verdict: .holds, estimate: 1),
      Judgement(expectation: "new", bound: bound, verdict: .holds, estimate: 1),
    ]
    let diff = RunDiff(from: before, to: after)
    #expect(diff.verdicts.map(\.expectation) == ["e", "new", "gone"])
    #expect(diff.verdicts[0].isSameBound)
    #expect(diff.verdicts[1].before == nil && diff.verdicts[2].after == nil)
    after.verdicts[0].bound = narrower
    #expect(!RunDiff(from: before, to: after).verdicts[0].isSameBound)
  }
}
