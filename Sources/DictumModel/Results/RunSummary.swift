/// A run in a list.
package struct RunSummary: Hashable, Sendable, Codable {
  /// Its address, `run:` and what follows.
  package var id: String

  /// The model's id.
  package var model: String

  /// When it began, ISO 8601 in UTC, to the second.
  package var startedAt: String

  /// How long all its tasks took together, seconds of wall-clock time.
  package var seconds: Double

  /// How it ended.
  package var outcome: RunRecord.Outcome

  /// How many tasks it had, the controls' among them.
  package var tasks: Int

  /// For each verdict, of how many expectations it was said when the run was judged.
  package var verdicts: [String: Int]

  /// A summary of the parts named.
  package init(
    id: String, model: String, startedAt: String, seconds: Double, outcome: RunRecord.Outcome,
    tasks: Int, verdicts: [String: Int]
  ) {
    self.id = id
    self.model = model
    self.startedAt = startedAt
    self.seconds = seconds
    self.outcome = outcome
    self.tasks = tasks
    self.verdicts = verdicts
  }

  /// The record in short.
  package init(_ record: RunRecord) {
    self.init(
      id: record.id, model: record.model, startedAt: record.startedAt, seconds: record.seconds,
      outcome: record.outcome, tasks: record.tasks.count,
      verdicts: Dictionary(record.verdicts.map { ($0.verdict.rawValue, 1) }, uniquingKeysWith: +))
  }
}
