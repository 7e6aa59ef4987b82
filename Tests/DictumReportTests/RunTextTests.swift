import DictumModel
import Foundation
import Testing

@testable import DictumReport

/// A run for people.
@Suite struct RunTextTests {
  @Test func aSweepOfAThousandPointsIsNoLongerThanOneOfTen() {
    let ten = RunText.text(RunSamples.sweep(10), claims: [:], style: Style())
    let thousand = RunText.text(RunSamples.sweep(1000), claims: [:], style: Style())
    #expect(ten.count == thousand.count)
    #expect(thousand.count < 12)
    #expect(thousand.allSatisfy { TextWidth.columns($0) <= 130 })
    let text = thousand.joined(separator: "\n")
    #expect(text.contains("1000 points, 2 seeds, 2000 tasks"))
    #expect(text.contains("1 contradicted, 999 hold; worst at alpha = 1: 2"))
    #expect(text.contains("▁") && text.contains("███"))
  }

  @Test func aDumbTerminalHasAsciiBars() {
    let lines = RunText.text(RunSamples.sweep(100), claims: [:], style: Style(isASCII: true))
    let bars = lines.filter { $0.contains("___") && $0.contains("###") }
    #expect(bars.count == 1)
    #expect(bars.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) })
  }

  @Test func failuresAreToldByKind() {
    var record = RunSamples.sweep(4)
    record.outcome = .timeout
    for (index, outcome) in [(0, RunRecord.Outcome.timeout), (3, .memory), (5, .memory)] {
      record.tasks[index].outcome = outcome
      record.tasks[index].message = "first of \(outcome)\n::error::obey me"
    }
    record.tasks[6].reusedFrom = "run:sweep-before"
    record.repetition = .identical
    record.controls = [
      ControlFinding(
        control: "off", expectation: "growth-below", verdict: .contradicted, estimate: 9),
      ControlFinding(control: "half", expectation: "growth-below", verdict: .holds, estimate: 0.5),
    ]
    let text = RunText.text(record, claims: [:], style: Style()).joined(separator: "\n")
    #expect(text.contains("2 of 8 tasks ran out of memory; the first: alpha = 0.5, seed 2"))
    #expect(text.contains("1 of 8 tasks ran out of time; the first: alpha = 0.25, seed 1"))
    #expect(text.contains("    | first of memory\n    | ::error::obey me"))
    #expect(text.contains("1 of 8 tasks taken over from run:sweep-before"))
    #expect(text.contains("repeats the run before it: every number is the same"))
    #expect(text.contains("3.50 s of processor time, at most 2.0 MB of memory"))
    #expect(text.contains("control off breaks growth-below (9), as it must"))
    #expect(text.contains("control half does not break growth-below (0.5): the bound is toothless"))
  }

  /// What is bad looks bad, and nothing that was said is left out.
  @Test func everyPartOfARunIsTold() {
    var record = RunSamples.sweep(2)
    record.repetition = .diverged
    record.notes = ["seed 1: metric q is nan"]
    record.subject.policy.network = true
    record.verdicts[0].confidence = 0.996_666_6
    record.controls = [
      ControlFinding(
        control: "half", expectation: "growth-below", verdict: .holds, estimate: 0.5, reason: "so")
    ]
    let lines = RunText.text(record, claims: [:], style: Style(hasColour: true))
    func line(_ words: String) -> String { lines.first { $0.contains(words) } ?? "" }
    #expect(line("growth < 1").contains("1.9 … 2.1 (99.667 %)"))
    #expect(line("growth < 1").hasSuffix("\u{1B}[1;31mcontradicted\u{1B}[0m"))
    #expect(line("growth < 1").contains("  2  "))
    #expect(line("growth-below: growth is 2") == "    growth-below: growth is 2")
    #expect(line("note: ") == "    note: seed 1: metric q is nan")
    #expect(line("diverges from").contains("\u{1B}[1;31mdiverges from"))
    #expect(line("control half").contains("\u{1B}[1;31mcontrol half does not break"))
    #expect(line("control half").contains("toothless: so"))
    #expect(line("model:sweep").contains(", with network"))
    // The row of a sweep is below that of its expectation.
    let row = lines.firstIndex { $0.contains("growth < 1") } ?? 0
    #expect(lines[row + 2].contains("alpha = 0.5 … alpha = 1; "))
    record.verdicts[0].interval = nil
    #expect(!RunText.text(record, claims: [:], style: Style()).contains { $0.contains("(99") })
  }

  @Test func placesAreNamedByTheOrderOfTheAxes() {
    let axes = ["b", "a"].map { ModelCard.Axis(param: $0, values: [.int(1)]) }
    let task = RunTask(
      control: "off", point: ["a": .int(1), "b": .double(0.123_456_78), "c": .bool(true)], seed: 7)
    #expect(RunWords.task(task, axes: axes) == "b = 0.12346, a = 1, c = true, seed 7, control off")
    #expect(RunWords.task(RunTask(), axes: axes) == "")
  }

  /// The most frequent way to fail first; of equals, by name.
  @Test func failuresAreOrdered() {
    var record = RunSamples.sweep(4)
    let outcomes: [RunRecord.Outcome] = [
      .timeout, .memory, .failed, .memory, .ok, .timeout, .lost, .ok,
    ]
    for (index, outcome) in outcomes.enumerated() { record.tasks[index].outcome = outcome }
    let groups = TaskGroup.failed(in: record)
    #expect(groups.map(\.outcome) == [.memory, .timeout, .failed, .lost])
    #expect(groups.map(\.count) == [2, 2, 1, 1])
  }

  /// GitHub Actions obeys lines whose first word begins with `::`.
  @Test func noWordOfAModelBeginsALine() {
    let words = "x\n::set-env name=PATH::evil\n##[error]"
    let texts = Samples.texts(words: words, style: Style()).filter { $0.name == "run" }
    let lines =
      texts.flatMap(\.lines) + RunText.text(RunSamples.bad(words), claims: [:], style: Style())
    for line in lines.flatMap({ $0.split(separator: "\n") }) {
      #expect(!line.drop { $0 == " " }.hasPrefix("::"), "\(line)")
    }
  }

  @Test func columnsStandBelowOneAnother() {
    var record = RunSamples.sweep(2)
    let names = ["短い", "e\u{301}\u{301}", "plain", "two\nlines\tand a tab"]
    record.verdicts = names.map { name in
      Judgement(
        expectation: name, bound: RunSamples.bound(name), verdict: .holds, estimate: 0.5, count: 2)
    }
    let rows = RunText.text(record, claims: [:], style: Style()).filter { $0.contains("growth <") }
    #expect(rows.count == names.count)
    let columns = rows.map { row in
      row.range(of: "growth <").map { TextWidth.columns(row[..<$0.lowerBound]) }
    }
    #expect(Set(columns).count == 1)
  }

  @Test(arguments: [
    (0.004, "0.00 s"), (9.994, "9.99 s"), (17.62, "17.6 s"), (200.0, "3 min 20 s"),
    (7500, "2 h 5 min"), (3599.4, "59 min 59 s"), (3599.6, "1 h 0 min"), (100, "1 min 40 s"),
    (99.9, "99.9 s"), (-1, "–"), (.infinity, "–"), (1e30, "277777777777 h 46 min"),
  ])
  func durations(_ seconds: Double, _ text: String) {
    #expect(RunWords.seconds(seconds) == text)
  }

  @Test func theWorstPointIsTheOneFarthestOut() throws {
    let points = [
      (0.5, Judgement.Verdict.holds), (3, .contradicted), (7, .contradicted), (9, .inconclusive),
    ]
    let judgement = Judgement(
      expectation: "e", bound: RunSamples.bound("e"), verdict: .contradicted, estimate: nil,
      points: points.map { .init(point: [:], verdict: $1, estimate: $0, interval: nil) })
    let summary = try #require(SweepSummary(judgement))
    #expect(summary.worst.estimate == 7)
    #expect(summary.counts.map(\.count) == [2, 1, 1])
    // Of points of one verdict one without a number is never the worst, but where none has one.
    func worst(_ estimates: [Double?]) -> Double? {
      let judgement = Judgement(
        expectation: "e", bound: RunSamples.bound("e"), verdict: .contradicted, estimate: nil,
        points: estimates.map {
          .init(point: [:], verdict: .contradicted, estimate: $0, interval: nil)
        })
      return SweepSummary(judgement)?.worst.estimate
    }
    #expect(worst([nil, 3, 5, nil]) == 5 && worst([5, 3]) == 5 && worst([nil, nil]) == nil)
  }
}
