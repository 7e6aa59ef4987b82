import DictumModel

extension RunFinding {
  /// It ended well.
  static let good = RunFinding(.ok, "")

  /// A finding that does not follow from how a process ended.
  init(_ outcome: RunRecord.Outcome, _ message: String) {
    self.outcome = outcome
    self.message = message
  }
}
