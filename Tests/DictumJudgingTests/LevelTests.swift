import DictumModel
import Testing

@testable import DictumJudging

/// How sure a verdict has to be.
@Suite struct LevelTests {
  /// What each level of one look at one place is divided by.
  @Test(arguments: [
    (1, 1, 1.0, 1.0), (3, 1, 3, 3), (1, 7, 1, 7), (2, 5, 2, 10), (3, 1000, 3, 3000),
  ])
  func sharedOut(_ looks: Int, _ places: Int, _ holds: Double, _ contradicted: Double) {
    let levels = Levels(looks: looks, places: places)
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a / b - 1) < 1e-12 }
    #expect(isNear(levels.holdsTail, 0.005 / holds))
    #expect(isNear(levels.confidence, 1 - 0.01 / holds))
    #expect(isNear(levels.contradictedTail, 0.000_05 / contradicted))
    #expect(isNear(levels.outlierLevel, 0.001 / contradicted))
  }

  /// A bound may be contradicted at each point; one on a line at each of its lines, and one that
  /// rises or falls at each step of each.
  @Test func placesAreCounted() {
    let cells = (0..<3).flatMap { a in
      (0..<5).map { x in
        TaskTable.Cell(point: ["a": .int(a), "x": .int(x)], results: [])
      }
    }
    func count(_ bound: ModelCard.Expectation, _ cells: [TaskTable.Cell]) -> [Int] {
      let places = Places(bound, cells)
      return [places.all.count, places.count]
    }
    #expect(count(Made.bound(.mean, .less, 1), cells) == [15, 15])
    #expect(count(Made.bound(.slope, .less, 1, over: "x"), cells) == [3, 3])
    #expect(count(Made.bound(.mean, .increasing, over: "x"), cells) == [3, 12])
    #expect(count(Made.bound(.mean, .decreasing, over: "a"), cells) == [5, 10])
    #expect(count(Made.bound(.mean, .increasing, over: "x"), Array(cells.prefix(1))) == [1, 1])
    #expect(count(Made.bound(.mean, .less, 1), []) == [0, 1])
  }
}
