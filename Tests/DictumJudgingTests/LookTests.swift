import DictumModel
import Testing

@testable import DictumJudging

@Suite struct LookTests {
  @Test(arguments: [
    (8, 8, [8]), (8, 4, [8]), (8, 32, [8, 16, 32]), (8, 20, [8, 16, 20]), (8, 12, [8, 12]),
    (8, 1000, [8, 16, 32]), (1, 3, [1, 2, 3]), (0, 3, []),
  ])
  func totals(_ replicates: Int, _ maximum: Int, _ expected: [Int]) {
    let looks = Looks(.init(base: 1, replicates: replicates, maximum: maximum))
    #expect(looks.totals == expected)
    for (index, total) in expected.enumerated() { #expect(looks.taken(by: total) == index + 1) }
    #expect(looks.taken(by: 100_000) == max(1, expected.count))
  }

  @Test func aModelThatDrawsNothingIsLookedAtOnce() {
    #expect(Looks(nil).totals == [])
    #expect(Looks(nil).taken(by: 0) == 1)
  }

  /// A run with as many seeds, whose values settle `q < 1` or not.
  private func run(_ count: Int, isOpen: Bool, _ card: ModelCard) -> RunRecord {
    var draws = Draws(seed: 5)
    var record = Made.record(draws.take(count) { (isOpen ? 1.1 : 0) + $0.normal() / 10 })
    let judge = Judge(record, card: card)
    record.verdicts = judge.verdicts
    record.controls = judge.controls
    return record
  }

  @Test func looksOnlyWhileSomethingIsOpen() {
    let bound = Made.bound(.mean, .less, 1.1)
    let card = Made.card([bound], seeds: .init(base: 1, replicates: 8, maximum: 32))
    for (count, next) in [(8, 16), (16, 32)] {
      let open = run(count, isOpen: true, card)
      #expect(open.verdicts.map(\.verdict) == [.inconclusive])
      #expect(Looks.next(after: open, card: card) == next)
      #expect(Looks.next(after: run(count, isOpen: false, card), card: card) == nil)
      var lost = open
      lost.tasks[0].outcome = .lost
      #expect(Looks.next(after: lost, card: card) == nil)
      var control = run(count, isOpen: false, card)
      control.controls = [
        .init(control: "c", expectation: "e", verdict: .inconclusive, estimate: nil)
      ]
      #expect(Looks.next(after: control, card: card) == next)
      // More seeds do not bring back what a control lost.
      var lostControl = open
      lostControl.tasks.append(
        TaskResult(task: RunTask(control: "c", seed: 0), outcome: .timeout, metrics: [:]))
      #expect(Looks.next(after: lostControl, card: card) == nil)
    }
    #expect(Looks.next(after: run(32, isOpen: true, card), card: card) == nil)
    var empty = run(8, isOpen: true, card)
    empty.tasks = []
    #expect(Looks.next(after: empty, card: card) == nil)
  }

  /// Seeds are counted, not tasks: a sweep has more of these.
  @Test func aSweepHasItsSeedsAtEveryPoint() {
    let bound = Made.bound(.mean, .less, 1.1)
    let card = Made.card([bound], seeds: .init(base: 1, replicates: 4, maximum: 16))
    var record = Made.line([1, 2, 3, 4, 5].map { ($0, [1.0, 1.1, 1.2, 1.3]) })
    record.verdicts = Judge(record, card: card).verdicts
    #expect(record.verdicts.map(\.verdict) == [.inconclusive])
    #expect(Looks.next(after: record, card: card) == 8)
  }

  /// What is allowed is shared out before the first look, or stopping early would pay.
  @Test func aJudgementSaysItsLookAndItsConfidence() throws {
    let bound = Made.bound(.mean, .less, 3)
    var draws = Draws(seed: 6)
    let values = draws.take(16) { $0.normal() }
    func judge(_ count: Int, maximum: Int) -> Judgement {
      let card = Made.card([bound], seeds: .init(base: 1, replicates: 8, maximum: maximum))
      return Judge(Made.record(Array(values.prefix(count))), card: card).verdict(bound)
    }
    #expect(judge(8, maximum: 8).confidence == 0.99)
    #expect(judge(8, maximum: 16).confidence == 0.995)
    let first = judge(8, maximum: 32)
    #expect(first.looks == 1)
    #expect(first.count == 8)
    #expect(abs(try #require(first.confidence) - (1 - 0.01 / 3)) < 1e-12)
    #expect(judge(16, maximum: 32).looks == 2)
    #expect(judge(16, maximum: 32).confidence == first.confidence)
  }
}
