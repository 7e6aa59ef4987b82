import DictumModel
import Foundation

/// What reports say of runs, in the same words everywhere.
enum RunWords {
  /// `ran`, or how it ended.
  static func outcome(_ outcome: RunRecord.Outcome) -> String {
    switch outcome {
    case .ok: "ran"
    case .failed: "failed"
    case .signalled: "was killed by a signal"
    case .timeout: "ran out of time"
    case .memory: "ran out of memory"
    case .outputLimit: "wrote more than it may"
    case .processLimit: "started more processes than it may"
    case .missingOutput: "left no numbers"
    case .sandboxError: "could not be started"
    case .lost: "was lost"
    case .refused: "was refused"
    }
  }

  /// `holds`, `contradicted`, `inconclusive`, `not evaluated`.
  static func verdict(_ verdict: Judgement.Verdict) -> String {
    verdict == .notEvaluated ? "not evaluated" : verdict.rawValue
  }

  /// How many points hold, in words: `998 hold`, `1 contradicted`.
  static func count(_ count: Int, _ verdict: Judgement.Verdict) -> String {
    verdict == .holds
      ? "\(count) \(count == 1 ? "holds" : "hold")" : "\(count) \(self.verdict(verdict))"
  }

  /// What the run was shut in.
  static func sandbox(_ record: RunRecord) -> String {
    let level = record.sandboxLevel.map { " (\($0))" } ?? ""
    let network = record.subject.policy.network ? ", with network" : ", no network"
    switch record.sandbox {
    case .bubblewrap: return "in bubblewrap\(level)\(network)"
    case .landlock: return "in Dictum's own sandbox\(level)\(network)"
    case .none: return "without a sandbox"
    }
  }

  /// Whether it repeats an earlier run; `nil` when there is nothing to say.
  static func repetition(_ record: RunRecord) -> String? {
    switch record.repetition {
    case .identical: "repeats the run before it: every number is the same"
    case .withinTolerance: "repeats the run before it, but for what computers differ by"
    case .diverged: "diverges from the run before it: equal causes gave unequal numbers"
    case nil: nil
    }
  }

  /// A duration: `0.42 s`, `17.6 s`, `3 min 20 s`, `2 h 5 min`.
  static func seconds(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "–" }
    if seconds < 10 { return String(format: "%.2f s", seconds) }
    if seconds < 100 { return String(format: "%.1f s", seconds) }
    let whole = Int(min(seconds.rounded(), 1e15))
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }

  /// What the tasks that ran now took: processor time, and the most memory one held; `nil` when none
  /// did.
  static func cost(_ record: RunRecord) -> String? {
    let ran = record.tasks.filter { $0.reusedFrom == nil }
    let cpu = ran.reduce(0) { $0 + $1.cpuSeconds }
    let peak = ran.map(\.peakBytes).max() ?? 0
    guard cpu > 0 || peak > 0 else { return nil }
    return seconds(cpu) + " of processor time"
      + (peak > 0 ? ", at most \(NumberText.bytes(peak)) of memory" : "")
  }

  /// A point of the sweep: `alpha = 0.25, Q = 3`, by the order of the axes.
  static func point(_ point: [String: ParamValue], axes: [ModelCard.Axis]) -> String {
    let order = Dictionary(
      axes.enumerated().map { ($1.param, $0) }, uniquingKeysWith: { first, _ in first })
    return point.sorted {
      (order[$0.key] ?? .max, $0.key) < (order[$1.key] ?? .max, $1.key)
    }.map { "\($0.key) = \(value($0.value))" }.joined(separator: ", ")
  }

  /// A parameter's value; numbers in at most five digits.
  static func value(_ value: ParamValue) -> String {
    if case .double(let number) = value { return NumberFormat.short(number) }
    return "\(value)"
  }

  /// Where a task stands: `alpha = 0.25, seed 12, control alpha-half`.
  static func task(_ task: RunTask, axes: [ModelCard.Axis]) -> String {
    var parts = task.point.isEmpty ? [] : [point(task.point, axes: axes)]
    if let seed = task.seed { parts.append("seed \(seed)") }
    if let control = task.control { parts.append("control \(control)") }
    return parts.joined(separator: ", ")
  }

  /// `0.74 … 0.76`, or a dash.
  static func interval(_ interval: [Double]?) -> String {
    guard let interval, interval.count == 2 else { return "–" }
    return interval.map(NumberFormat.short).joined(separator: " … ")
  }

  /// A confidence in percent, as precisely as it needs: `99 %`, `99.97 %`.
  static func confidence(_ confidence: Double) -> String {
    "\(NumberFormat.short((confidence * 1e6).rounded() / 1e4)) %"
  }

  /// What a control came to, as a sentence without a full stop.
  static func control(_ finding: ControlFinding) -> String {
    let head = "control \(finding.control)"
    let estimate = finding.estimate.map { " (\(NumberFormat.short($0)))" } ?? ""
    switch finding.verdict {
    case .contradicted: return "\(head) breaks \(finding.expectation)\(estimate), as it must"
    case .holds:
      return "\(head) does not break \(finding.expectation)\(estimate): the bound is toothless"
    case .inconclusive:
      return
        "\(head) may not break \(finding.expectation)\(estimate): it is not shown to have teeth"
    case .notEvaluated: return "\(head) gave nothing to judge \(finding.expectation) by"
    }
  }
}
