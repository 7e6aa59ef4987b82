package import DictumModel
import GRDB

extension IngestWriter {
  /// Replaces the runs by those of a ledger's bytes: one JSON object a line.
  ///
  /// A line that is no run is a diagnostic of the ledger; the other lines count.
  package func setRuns(ledger bytes: [UInt8], path: String) throws {
    try run("DELETE FROM run")
    var diagnostics: [Diagnostic] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let text = String(decoding: line, as: UTF8.self)
      guard let record: RunRecord = JSONText.decode(text) else {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: index + 1), "the line is no record of a run",
            remedy: "restore it from version control, or delete the line"))
        continue
      }
      try run(
        """
        INSERT INTO run (id, model, started_at, position, record) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """,
        record.id, record.model, record.startedAt, index + 1, text)
    }
    try setDiagnostics(diagnostics, for: path)
  }

  /// The files refused at the last look, each with its reason, in the order of their paths.
  package func refusals() throws -> [Diagnostic] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT d.path, d.line, d.column, d.message, d.remedy FROM diagnostic d
        JOIN file ON file.path = d.path AND file.status = 'refused' ORDER BY d.path, d.id
        """
    ).map { row in
      Diagnostic(
        .error, at: Place(row[0], line: row[1], column: row[2]), row[3], remedy: row[4])
    }
  }

  /// How much the index holds now.
  package func totals() throws -> IndexTotals { try IndexTotals(db) }
}

extension IndexTotals {
  /// The totals of the index behind `db`.
  init(_ db: Database) throws {
    self.init()
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM passage),
          (SELECT count(*) FROM utterance), (SELECT count(*) FROM speaker),
          (SELECT count(*) FROM claim), (SELECT count(*) FROM model), (SELECT count(*) FROM run)
        """)
    guard let row else { return }
    (sources, passages, utterances) = (row[0], row[1], row[2])
    (speakers, claims, models, runs) = (row[3], row[4], row[5], row[6])
  }
}
