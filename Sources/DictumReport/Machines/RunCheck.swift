package import DictumModel

/// One thing that a report for machines passes or fails, whatever its format.
///
/// A run has, in this order: `run`, whether every task ended well; `repeat`, where there was something
/// to repeat; each expectation by its id; and each control, `control C breaks E`.
package struct RunCheck: Hashable, Sendable {
  /// How it came out.
  package enum Status: Hashable, Sendable {
    /// The bound holds, the control breaks it.
    case passed
    /// The bound is contradicted, the control does not break it, the run does not repeat.
    case failed
    /// There is nothing to judge: a crash, a time-out, a missing number.
    case error
    /// Nothing can be said: inconclusive, stale, not run.
    case skipped
  }

  /// The model's id.
  package var model: String

  /// What is checked, unique within its model.
  package var name: String

  /// How it came out.
  package var status: Status

  /// Why, one line; empty for what passed.
  package var message: String

  /// More of it: what a failed task said last.
  package var details: String

  /// The card.
  package var path: String?

  /// The line of the card, from 1.
  package var line: Int?

  /// Its address, to be given back to `dictum`.
  package var address: String

  /// The checks of runs, and of the models that were not run, one each.
  package static func checks(_ reports: [RunReport], unrun: [UnrunModel] = []) -> [RunCheck] {
    reports.flatMap(checks)
      + unrun.map { model in
        RunCheck(
          model: model.model, name: "run", status: model.isApproved ? .error : .skipped,
          message: "not run: \(model.reason)", details: "", path: model.card, line: nil,
          address: "model:\(model.model)")
      }
  }

  /// The checks of one run.
  package static func checks(_ report: RunReport) -> [RunCheck] {
    let record = report.record
    let blank = RunCheck(
      model: record.model, name: "run", status: .passed, message: "", details: "",
      path: report.card, line: nil, address: record.id)
    var checks = [run(record, blank)]
    if record.repetition != nil {
      var check = blank
      check.name = "repeat"
      if record.repetition == .diverged {
        check.status = .failed
        check.message = RunWords.repetition(record) ?? ""
      }
      checks.append(check)
    }
    checks += record.verdicts.map { judgement in
      var check = blank
      check.name = judgement.expectation
      check.address = "model:\(record.model)#\(judgement.expectation)"
      check.line = judgement.bound.line
      let stale = report.staleReasons[judgement.expectation] ?? []
      (check.status, check.message) = verdict(judgement, record, stale: stale)
      return check
    }
    let lines = Dictionary(
      record.verdicts.map { ($0.expectation, $0.bound.line) }, uniquingKeysWith: { $1 })
    checks += record.controls.map { finding in
      var check = blank
      check.name = "control \(finding.control) breaks \(finding.expectation)"
      check.address = "model:\(record.model)#\(finding.expectation)"
      check.line = lines[finding.expectation]
      switch finding.verdict {
      case .contradicted: break
      case .holds, .inconclusive: check.status = .failed
      case .notEvaluated: check.status = .error
      }
      if !finding.isBroken {
        check.message = RunWords.control(finding) + (finding.reason.map { ": \($0)" } ?? "")
      }
      return check
    }
    return checks
  }

  private static func run(_ record: RunRecord, _ blank: RunCheck) -> RunCheck {
    guard record.outcome != .ok else { return blank }
    var check = blank
    check.status = record.outcome == .refused ? .skipped : .error
    let groups = TaskGroup.failed(in: record)
    let counts = groups.map {
      "\($0.count) of \(NumberText.count(record.tasks.count, "task")) \(RunWords.outcome($0.outcome))"
    }
    check.message =
      counts.isEmpty ? "it \(RunWords.outcome(record.outcome))" : counts.joined(separator: ", ")
    check.details =
      groups.isEmpty
      ? record.message
      : groups.map { group in
        let place = RunWords.task(group.first.task, axes: record.subject.sweep)
        return (place.isEmpty ? "" : place + ":\n") + group.first.message
      }.joined(separator: "\n")
    return check
  }

  private static func verdict(
    _ judgement: Judgement, _ record: RunRecord, stale: [String]
  ) -> (Status, String) {
    guard stale.isEmpty else { return (.skipped, "stale: \(stale.joined(separator: ", "))") }
    let reason = judgement.reason.map { ": \($0)" } ?? ""
    switch judgement.verdict {
    case .holds: return (.passed, "")
    case .contradicted: return (.failed, "contradicted\(reason)")
    case .inconclusive: return (.skipped, "inconclusive\(reason)")
    case .notEvaluated:
      // Of a run that ended badly, that is the one error; it says nothing of the bound.
      return (record.outcome == .ok ? .error : .skipped, "not evaluated\(reason)")
    }
  }
}
