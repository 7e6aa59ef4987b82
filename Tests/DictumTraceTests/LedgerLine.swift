import DictumModel
import DictumTestSupport
import Foundation

/// A run of the model `toy` as a ledger keeps it, for the card of `TraceLibrary`.
struct LedgerLine {
  var id = "run:toy-1"
  var outcome = RunRecord.Outcome.ok
  var inputs: [String: String]
  var verdict: Judgement.Verdict? = .holds
  var bound: ModelCard.Expectation
  var controls: [ControlFinding] = []
  var repetition: RunRecord.Repetition?

  /// The line's JSON.
  func text() throws -> String {
    let verdicts = verdict.map {
      [Judgement(expectation: "tail", bound: bound, verdict: $0, estimate: 0.7, reason: "it is so")]
    }
    var tasks = TaskResult.results(["m": [0.7]])
    tasks[0].outcome = outcome
    let record = RunRecord(
      id: id, model: "toy", startedAt: "2026-03-01T00:00:00Z", seconds: 1,
      subject: RunRecord.Subject(
        command: ["python3", "toy.py"], inputs: inputs, params: ["q": .int(3)], seeds: []),
      sandbox: .bubblewrap, outcome: outcome, message: "", tasks: tasks,
      verdicts: verdicts ?? [], controls: controls, repetition: repetition)
    return String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
  }
}
