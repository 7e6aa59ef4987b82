import DictumModel
import Testing

@testable import DictumRerun

/// The edges of what a card may ask for.
@Suite struct CardCheckTests {
  typealias Change = (inout ModelCard) -> Void

  private func failure(_ change: Change) -> RerunError? {
    var card = ModelCard(id: "toy", title: "", command: ["x"], inputs: [])
    change(&card)
    do {
      try CardCheck(card: card).run()
      return nil
    } catch {
      return error
    }
  }

  private func axis(_ count: Int, _ param: String = "a") -> ModelCard.Axis {
    .init(param: param, values: (0..<count).map { .int($0) })
  }

  @Test func limits() {
    let wrong: [(String, Change)] = [
      ("limits.wall_s", { $0.limits.wallSeconds = 0 }),
      ("limits.wall_s", { $0.limits.wallSeconds = -1 }),
      ("limits.wall_s", { $0.limits.wallSeconds = .nan }),
      ("limits.wall_s", { $0.limits.wallSeconds = 1.1e7 }),
      ("limits.cpu_s", { $0.limits.cpuSeconds = 0 }),
      ("limits.cpu_s", { $0.limits.cpuSeconds = .nan }),
      ("limits.cpu_s", { $0.limits.cpuSeconds = 1.1e7 }),
      ("limits.mem_mb", { $0.limits.memoryMiB = 0 }),
      ("limits.mem_mb", { $0.limits.memoryMiB = 1 << 30 + 1 }),
      ("limits.out_mb", { $0.limits.outputMiB = 0 }),
      ("limits.out_mb", { $0.limits.outputMiB = 1 << 30 + 1 }),
    ]
    for (field, change) in wrong {
      #expect(failure(change) == .badNumber(model: "toy", field: field))
    }
    let right: [Change] = [
      { ($0.limits.wallSeconds, $0.limits.cpuSeconds) = (1e7, 1e7) },
      { ($0.limits.wallSeconds, $0.limits.cpuSeconds) = (0.001, 0.001) },
      { ($0.limits.memoryMiB, $0.limits.outputMiB) = (1, 1) },
      { ($0.limits.memoryMiB, $0.limits.outputMiB) = (1 << 30, 1 << 30) },
    ]
    for change in right { #expect(failure(change) == nil) }
  }

  @Test func numbers() {
    func bound(_ value: Double, _ margin: Double) -> Change {
      {
        $0.expectations = [
          .init(id: "e", metric: "q", op: .equal, value: value, margin: margin)
        ]
      }
    }
    for (value, margin) in [(1.0, -0.1), (1, .infinity), (1, .nan), (.infinity, 0)] {
      #expect(
        failure(bound(value, margin)) == .badNumber(model: "toy", field: "expectation e"))
    }
    #expect(failure(bound(1, 0)) == nil)
    let inside: [ParamValue] = [
      .double(.nan), .list([.int(1), .double(.infinity)]), .map(["k": .double(-.infinity)]),
    ]
    for value in inside {
      #expect(
        failure { $0.params = ["b": .int(1), "a": value] }
          == .badNumber(model: "toy", field: "params.a"))
    }
    #expect(failure { $0.params = ["a": .map(["k": .list([.null, .double(1)])])] } == nil)
  }

  /// Points times seeds, of which every look that is allowed counts, and for each control the points
  /// again where it has something to break.
  @Test func tasks() {
    func count(_ change: Change) -> Int? {
      guard case .badTaskCount(_, let count, _) = failure(change) else { return nil }
      return count
    }
    #expect(count { $0.sweep = [axis(100), axis(1000, "b")] } == nil)
    #expect(count { $0.sweep = [axis(100), axis(1001, "b")] } == 100_100)
    #expect(count { $0.sweep = [axis(5), axis(0, "b")] } == 0)
    #expect(
      count {
        $0.sweep = [axis(1000)]
        $0.seeds = .init(base: 0, replicates: 10, maximum: 101)
      } == 101_000)
    for (broken, expected) in [(["e"], 150_000), ([], nil)] {
      #expect(
        count {
          $0.sweep = [axis(50_000)]
          $0.expectations = [.init(id: "e", metric: "q", op: .less, value: 1)]
          $0.controls = ["c", "d"].map { .init(id: $0, params: [:], mustBreak: broken) }
        } == expected)
    }
    #expect(count { $0.sweep = (0..<9).map { axis(1000, "\($0)") } } == Int(Int32.max))
    for (replicates, isRight) in [(0, false), (1, true), (10_000, true), (10_001, false)] {
      let found = failure { $0.seeds = .init(base: 0, replicates: replicates) }
      #expect(found == (isRight ? nil : .badReplicates(model: "toy", count: replicates)))
    }
  }

  @Test(arguments: ["", "/", "/m.json", "..", "a/../m.json", "../m.json", "m\0.json"])
  func metricsOutsideTheFolder(_ path: String) {
    #expect(failure { $0.metrics.file = path } == .badMetricsFile(model: "toy", path: path))
  }

  @Test(arguments: ["m.json", "a/b.csv", "..a/b..", "./m.json"])
  func metricsInsideTheFolder(_ path: String) {
    #expect(failure { $0.metrics.file = path } == nil)
  }
}
