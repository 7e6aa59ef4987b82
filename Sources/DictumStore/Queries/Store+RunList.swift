package import DictumModel
import GRDB

extension Store {
  /// The runs in the ledger, the newest first; only those of the model called `model` if given.
  package func runSummaries(of model: String? = nil) throws(StoreError) -> [RunSummary] {
    try read { db in
      // Records of large sweeps are long: what is wanted is taken out of them by SQLite.
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, model, started_at, json_extract(record, '$.seconds'),
            json_extract(record, '$.outcome'), json_array_length(record, '$.tasks'),
            (SELECT json_group_object(verdict, number) FROM (
              SELECT json_extract(value, '$.verdict') verdict, count(*) number
              FROM json_each(record, '$.verdicts') GROUP BY 1))
          FROM run WHERE ?1 IS NULL OR model = ?1 ORDER BY position DESC
          """, arguments: [model]
      ).compactMap { row in
        guard let outcome = RunRecord.Outcome(rawValue: row[4]),
          let verdicts: [String: Int] = JSONText.decode(row[6])
        else { return nil }
        return RunSummary(
          id: row[0], model: row[1], startedAt: row[2], seconds: row[3], outcome: outcome,
          tasks: row[5], verdicts: verdicts)
      }
    }
  }

  /// The record of a run, or `nil`.
  package func run(_ id: String) throws(StoreError) -> RunRecord? {
    guard case .run(let record)? = try resolve(.run(id)) else { return nil }
    return record
  }
}
