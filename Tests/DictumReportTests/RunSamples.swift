import DictumModel
import DictumTestSupport

/// Runs to be reported.
enum RunSamples {
  /// Texts that are made to break a format.
  static let hostile: [String] = [
    "", " ", "plain", "<script>alert(1)</script>", "a & b &amp; c", "]]>", "\"quoted\" 'too'",
    "\u{0}",
    "\u{1B}[2J", "\u{202E}turned", "\u{FFFE}\u{FFFF}", "\u{85}\u{2028}\u{2029}", "a\r\nb\nc\rd",
    "\t",
    "::error::x", "%0A%25,:;", "# SKIP no", "ok 1 - x", "\\# \\\\", "--- ...", "意味のある言葉",
    "e\u{301}😀\u{200D}",
    "../../x", "a/b c?#d", "1e400", "nan",
  ]

  /// A text of several of them, another for each generator.
  static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      hostile.randomElement(using: &generator) ?? ""
    }.joined()
  }

  static func bound(
    _ id: String, metric: String = "growth", _ op: ModelCard.Expectation.Operator = .less,
    _ value: Double = 1, at point: [String: ParamValue] = [:]
  ) -> ModelCard.Expectation {
    ModelCard.Expectation(id: id, metric: metric, op: op, value: value, at: point, line: 12)
  }

  /// A sweep of so many points with two seeds each, of which the last contradicts the bound.
  static func sweep(_ count: Int, model: String = "sweep") -> RunRecord {
    let values = (1...count).map { ParamValue.double(Double($0) / Double(count)) }
    let points = values.enumerated().map { index, value in
      let number = Double(index + 1) / Double(count) * 2
      return Judgement.Point(
        point: ["alpha": value], verdict: index + 1 == count ? .contradicted : .holds,
        estimate: number, interval: [number - 0.1, number + 0.1])
    }
    let tasks = points.flatMap { point in
      [UInt64(1), 2].map { seed in
        TaskResult(
          task: RunTask(point: point.point, seed: seed), outcome: .ok, cpuSeconds: 0.5,
          peakBytes: 2_000_000, metrics: ["growth": (point.estimate ?? 0) + Double(seed) / 100])
      }
    }
    return RunRecord(
      id: "run:\(model)-20261121T000000Z-aaaa", model: model, startedAt: "2026-11-21T00:00:00Z",
      seconds: 75,
      subject: .init(
        command: ["python3", "model.py"], inputs: ["model.py": String(repeating: "a", count: 64)],
        params: ["N": .int(3)], sweep: [.init(param: "alpha", values: values)], seeds: [1, 2],
        environment: ["os": "Debian"]), sandbox: .landlock, sandboxLevel: "Landlock ABI 7",
      outcome: .ok, message: "", tasks: tasks,
      verdicts: [
        Judgement(
          expectation: "growth-below", bound: bound("growth-below"), verdict: .contradicted,
          estimate: 2, interval: [1.9, 2.1], confidence: 0.99, count: 2, reason: "growth is 2",
          points: points)
      ])
  }

  /// A run with every kind of finding, all of whose words are `words`.
  static func bad(_ words: String) -> RunRecord {
    var record = sweep(3, model: words)
    record.id = "run:\(words)"
    record.startedAt = words
    record.outcome = .timeout
    record.message = words
    record.sandboxLevel = words
    record.repetition = .diverged
    record.notes = [words]
    record.subject.command = [words]
    record.subject.inputs = [words: words]
    record.subject.params = [words: .map([words: .list([.null, .string(words)])])]
    record.subject.environment = [words: words]
    record.subject.policy.read = [words]
    record.tasks[0].outcome = .timeout
    record.tasks[0].message = words
    record.tasks[1].reusedFrom = words
    for verdict in [Judgement.Verdict.holds, .contradicted, .inconclusive, .notEvaluated] {
      var judgement = Judgement(
        expectation: words, bound: bound(words, metric: words, .equal, 1), verdict: verdict,
        estimate: verdict == .notEvaluated ? nil : .infinity, reason: words)
      judgement.bound.basis = words
      judgement.bound.at = [words: .string(words)]
      record.verdicts.append(judgement)
      record.controls.append(
        ControlFinding(
          control: words, expectation: words, verdict: verdict, estimate: 1, reason: words))
    }
    return record
  }

  static func report(_ record: RunRecord, card: String? = "models/x/model.md") -> RunReport {
    RunReport(
      record: record, title: record.model, card: card,
      claims: ["growth-below": record.model], staleReasons: [:])
  }
}
