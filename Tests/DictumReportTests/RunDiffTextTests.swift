import DictumModel
import Testing

@testable import DictumReport

/// Two runs and lists of runs, for people.
@Suite struct RunDiffTextTests {
  private let style = Style(hasColour: true)

  private func diff(
    changes: [RunDiff.Change] = [], metrics: [RunDiff.MetricChange] = [],
    verdicts: [RunDiff.VerdictChange] = []
  ) -> RunDiff {
    let run = RunSummary(RunSamples.sweep(2))
    return RunDiff(
      before: run, after: run, changes: changes, metrics: metrics, verdicts: verdicts)
  }

  private func plain(_ diff: RunDiff) -> [String] { RunDiffText.text(diff, style: Style()) }

  @Test func whatWasRunDifferently() {
    let hash = String(repeating: "a", count: 64)
    let long = String(repeating: "x", count: 40)
    let lines = plain(
      diff(changes: [
        .init(.input, name: "m.py", before: hash, after: String(repeating: "b", count: 64)),
        .init(.param, name: "n", before: "1", after: "2"),
        .init(.command, before: long, after: long + "y"),
        .init(.seeds, before: nil, after: "1, 2"),
        .init(.param, name: "k", before: "3", after: nil),
      ]))
    #expect(
      lines.suffix(7) == [
        "    input m.py: aaaaaaaaaaaaaaaa… → bbbbbbbbbbbbbbbb…", "    param n: 1 → 2",
        "    command", "      - " + long, "      + " + long + "y", "    seeds added: 1, 2",
        "    param k removed: 3",
      ])
    #expect(plain(diff()).last == "run alike: nothing that counts changed")
  }

  @Test func metricsSideBySide() {
    func change(
      _ metric: String, _ index: Int, _ relation: RunDiff.MetricChange.Relation,
      _ difference: Double?
    ) -> RunDiff.MetricChange {
      .init(
        metric: metric, point: ["a": .int(index)],
        before: .init(mean: 1, interval: [0.5, 1.5], count: 4), after: nil,
        difference: difference, interval: difference.map { [$0 - 0.25, $0 + 0.25] },
        relation: relation)
    }
    let few = plain(
      diff(metrics: [change("x", 1, .withinNoise, 0.1), change("y", 1, .removed, nil)]))
    #expect(few.contains { $0.contains("x at a = 1") && $0.contains("+0.1 ± 0.25") })
    #expect(few.contains { $0.contains("1 ± 0.5") && $0.contains("within noise") })
    #expect(few.contains { $0.contains("y at a = 1") && $0.contains("removed") })
    // Of many points those that differ are told, farthest first.
    var many = (1...20).map { change("x", $0, .withinNoise, Double($0)) }
    many[4] = change("x", 5, .differs, -3)
    many[9] = change("x", 10, .differs, 2)
    many[12] = change("x", 13, .added, nil)
    let lines = plain(diff(metrics: many))
    let rows = lines.filter { $0.contains("x at a = ") }.map { line in
      line.split(separator: " ").dropFirst(4).first.map(String.init) ?? ""
    }
    #expect(rows == ["13", "5", "10"])
    #expect(
      lines.last == "    x: of 20 points 17 within noise, 2 differs, 1 added")
    let all = plain(diff(metrics: (1...20).map { change("x", $0, .differs, Double($0)) }))
    #expect(all.filter { $0.contains("x at a = ") }.count == 12)
    #expect(all.last == "    x: of 20 points 20 differs; the 12 farthest are shown")
    let coloured = RunDiffText.text(
      diff(metrics: [change("x", 1, .differs, 1)]), style: style)
    #expect(coloured.contains { $0.contains("\u{1B}[1;31mdiffers") })
  }

  @Test func verdictsSideBySide() {
    func judgement(_ verdict: Judgement.Verdict, _ value: Double) -> Judgement {
      Judgement(
        expectation: "e", bound: RunSamples.bound("e", .less, value), verdict: verdict, estimate: 1)
    }
    func line(_ before: Judgement?, _ after: Judgement?) -> String {
      let change = RunDiff.VerdictChange(expectation: "e", before: before, after: after)
      return RunDiffText.text(diff(verdicts: [change]), style: style).last ?? ""
    }
    let (good, bad) = (judgement(.holds, 1), judgement(.contradicted, 1))
    #expect(line(good, bad).hasSuffix("\u{1B}[1;31mholds → contradicted\u{1B}[0m"))
    #expect(line(bad, good).hasSuffix("\u{1B}[32mcontradicted → holds\u{1B}[0m"))
    #expect(line(good, nil).hasSuffix("\u{1B}[1;31mholds → none\u{1B}[0m"))
    #expect(line(good, good).hasSuffix("holds"))
    #expect(line(good, judgement(.holds, 2)).contains("growth < 1 → growth < 2"))
    #expect(!line(good, good).contains("→"))
  }

  @Test func aListHasALineForEachRun() {
    var record = RunSamples.sweep(2)
    record.verdicts.append(record.verdicts[0])
    record.verdicts[1].verdict = .holds
    var failed = record
    (failed.outcome, failed.verdicts) = (.failed, [])
    let lines = RunListText.text([RunSummary(record), RunSummary(failed)], style: style)
    #expect(lines.count == 3)
    #expect(lines[1].contains("\u{1B}[1;31m1 contradicted\u{1B}[0m, \u{1B}[32m1 holds\u{1B}[0m"))
    #expect(lines[1].contains("\u{1B}[32mran\u{1B}[0m") && !lines[1].contains("inconclusive"))
    #expect(lines[2].contains("\u{1B}[1;31mfailed\u{1B}[0m") && lines[2].contains("–"))
    #expect(RunListText.text([], style: style).isEmpty)
  }
}
