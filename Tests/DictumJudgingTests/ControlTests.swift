import DictumModel
import Testing

@testable import DictumJudging

@Suite struct ControlTests {
  private let bound = Made.bound(.mean, .less, 3)

  private func finding(_ values: [Double]?, mustBreak: [String] = ["e"]) -> ControlFinding? {
    var record = Made.record([1.1, 1.2, 1.3])
    if let values { record.tasks += Made.record([([:], values)], control: "wrong").tasks }
    let card = Made.card(
      [bound], seeds: .init(base: 1, replicates: 3),
      controls: [.init(id: "wrong", params: ["alpha": .double(0.5)], mustBreak: mustBreak)])
    let judge = Judge(record, card: card)
    // The control's numbers are no part of the card's own.
    #expect(judge.verdicts.map(\.verdict) == [.holds])
    #expect(judge.verdicts.map(\.count) == [3])
    return judge.controls.first
  }

  @Test func aControlHasToBreak() throws {
    let broken = try #require(finding([90, 91, 92]))
    #expect(broken.isBroken && broken.reason == nil && broken.estimate == 91)
    let toothless = try #require(finding([1.1, 1.2, 1.3]))
    #expect(toothless.verdict == .holds && !toothless.isBroken)
    #expect(toothless.reason == "q < 3 holds under the control as well")
    let open = try #require(finding([1, 5, 3]))
    #expect(open.verdict == .inconclusive)
    #expect(open.reason?.hasPrefix("q lies from ") == true)
  }

  /// What holds at the points that were run may break at the others.
  @Test func aControlThatRanInPart() {
    func finding(_ points: [Int], at point: [String: ParamValue] = [:]) -> ControlFinding? {
      let axis = ModelCard.Axis(param: "a", values: [.int(0), .int(1), .int(2)])
      let bound = Made.bound(.mean, .less, 3, at: point)
      var record = Made.record(
        (0..<3).map { (["a": .int($0)], [1.1, 1.2, 1.3]) }, sweep: [axis])
      record.tasks +=
        Made.record(points.map { (["a": .int($0)], [1.1, 1.2, 1.3]) }, control: "wrong").tasks
      let card = Made.card(
        [bound], seeds: .init(base: 1, replicates: 3),
        controls: [.init(id: "wrong", params: [:], mustBreak: ["e"])])
      return Judge(record, card: card).controls.first
    }
    #expect(finding([0, 1, 2])?.verdict == .holds)
    #expect(finding([0, 2])?.reason == "1 points of the sweep were not run")
    // It runs only where it has something to break.
    #expect(finding([2], at: ["a": .int(2)])?.verdict == .holds)
  }

  @Test func aControlThatSaysNothing() throws {
    #expect(finding(nil)?.reason == "no task was run under the control")
    #expect(finding([1, 2, 3], mustBreak: ["f"])?.reason == "the card has no such expectation")
    #expect(finding([1, 2, .nan])?.verdict == .notEvaluated)
    #expect(finding([1, 2, 3], mustBreak: []) == nil)
  }
}
