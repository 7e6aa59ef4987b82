package import DictumModel
import GRDB

extension Store {
  /// Examines the index: SQLite's own check, foreign keys, and whether the full-text index agrees
  /// with the passages (FTS5's `integrity-check`, which `PRAGMA integrity_check` leaves out).
  ///
  /// <https://www.sqlite.org/fts5.html#the_integrity_check_command>
  package func examine() throws(StoreError) -> DoctorReport {
    do {
      return try queue.writeWithoutTransaction { db in
        var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter {
          $0 != "ok"
        }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        if !orphans.isEmpty {
          problems.append("\(orphans.count) rows refer to rows that are gone")
        }
        do {
          try db.execute(
            sql: "INSERT INTO passage_fts (passage_fts, rank) VALUES ('integrity-check', 1)")
        } catch let error as DatabaseError {
          problems.append(
            "the full-text index does not agree with the passages (\(error.message ?? "damaged"))")
        }
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        return DoctorReport(
          path: queue.path, bytes: pages * pageSize,
          schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
          totals: try IndexTotals(db), problems: problems)
      }
    } catch {
      throw StoreError(error, path: queue.path)
    }
  }

  /// The whole index as text, without row ids, in an order of its own: two indexes that say the same
  /// dump the same.
  package func dump() throws(StoreError) -> String {
    try read { db in
      var lines: [String] = []
      for (table, sql) in Dump.queries {
        for row in try Row.fetchAll(db, sql: sql) {
          let values = row.databaseValues.map(\.description).joined(separator: "|")
          lines.append("\(table)|\(values)")
        }
      }
      return lines.joined(separator: "\n")
    }
  }
}

/// What each table says, in terms that mean the same in every index.
private enum Dump {
  static let queries: [(String, String)] = [
    ("file", "SELECT path, size, sha256, status, reason FROM file ORDER BY path"),
    ("speaker", "SELECT key, name FROM speaker ORDER BY key"),
    (
      "source",
      """
      SELECT path, kind, title, date, url, identifier, sha256, front_matter,
        (SELECT key FROM speaker WHERE id = owner_id) FROM source ORDER BY path
      """
    ),
    (
      "author",
      """
      SELECT s.path, a.position, sp.key FROM source_author a JOIN source s ON s.id = a.source_id
      JOIN speaker sp ON sp.id = a.speaker_id ORDER BY 1, 2
      """
    ),
    (
      "alias",
      "SELECT s.path, alias FROM source_alias JOIN source s ON s.id = source_id ORDER BY 1, 2"
    ),
    ("tag", "SELECT s.path, tag FROM tag JOIN source s ON s.id = source_id ORDER BY 1, 2"),
    (
      "utterance",
      """
      SELECT s.path, u.turn, sp.key, u.label, u.method, u.confidence, u.first, u.past, u.line, u.time,
        u.date, u.identifier,
        (SELECT group_concat(key, ' ') FROM (SELECT k.key FROM joint_speaker us
          JOIN speaker k ON k.id = us.speaker_id WHERE us.utterance_id = u.id ORDER BY k.key))
      FROM utterance u JOIN source s ON s.id = u.source_id
      LEFT JOIN speaker sp ON sp.id = u.speaker_id ORDER BY s.path, u.first
      """
    ),
    (
      "passage",
      """
      SELECT s.path, p.anchor, p.kind, p.first, p.past, p.line, p.has_block_id, p.voice, sp.key,
        p.method, p.confidence, p.head, p.headings, p.body, p.ident, u.turn
      FROM passage p JOIN source s ON s.id = p.source_id
      LEFT JOIN speaker sp ON sp.id = p.speaker_id LEFT JOIN utterance u ON u.id = p.utterance_id
      ORDER BY s.path, p.first, p.anchor
      """
    ),
    (
      "fts",
      """
      SELECT s.path, p.anchor, f.head, f.body, f.ident FROM passage_fts f
      JOIN passage p ON p.id = f.rowid JOIN source s ON s.id = p.source_id ORDER BY 1, 2
      """
    ),
    (
      "reference",
      """
      SELECT s.path, r.kind, r.target, r.fragment, r.text, r.first, r.past, r.line, r.column,
        r.is_internal, r.to_file, t.path, q.anchor, r.to_turn, p.anchor
      FROM reference r JOIN source s ON s.id = r.source_id
      LEFT JOIN source t ON t.id = r.to_source_id LEFT JOIN passage q ON q.id = r.to_passage_id
      LEFT JOIN passage p ON p.id = r.passage_id
      ORDER BY s.path, r.first, r.past, r.kind, r.target, r.text
      """
    ),
    (
      "reply",
      """
      SELECT s.path, u.first, t.first, r.to_identifier, r.addressee, a.key, r.method, r.confidence
      FROM reply r JOIN source s ON s.id = r.source_id JOIN utterance u ON u.id = r.utterance_id
      LEFT JOIN utterance t ON t.id = r.to_utterance_id LEFT JOIN speaker a ON a.id = r.addressee_id
      ORDER BY 1, 2, 3, 4, 5, 7
      """
    ),
    (
      "reported_speech",
      """
      SELECT s.path, p.anchor, r.speaker, r.verb, r.first, r.past, r.line FROM reported_speech r
      JOIN source s ON s.id = r.source_id JOIN passage p ON p.id = r.passage_id ORDER BY 1, 5, 6
      """
    ),
    (
      "revision_event",
      """
      SELECT s.path, p.anchor, r.kind, r.date, r.text, r.first, r.past, r.line FROM revision_event r
      JOIN source s ON s.id = r.source_id JOIN passage p ON p.id = r.passage_id ORDER BY 1, 6, 7, 3
      """
    ),
    (
      "confidence_expression",
      """
      SELECT s.path, p.anchor, c.kind, c.text, c.low, c.high, c.head, c.first, c.past, c.line
      FROM confidence_expression c JOIN source s ON s.id = c.source_id
      LEFT JOIN passage p ON p.id = c.passage_id ORDER BY 1, 8, 9, 3
      """
    ),
    (
      "speaker_proposal",
      """
      SELECT s.path, u.first, x.name, x.method, x.reason, x.line, x.confidence
      FROM speaker_proposal x JOIN source s ON s.id = x.source_id
      JOIN utterance u ON u.id = x.utterance_id ORDER BY 1, 2, 3, 4, 5
      """
    ),
    (
      "claim",
      """
      SELECT s.path, p.anchor, c.text, c.credence, c.status, c.date FROM claim c
      JOIN source s ON s.id = c.source_id JOIN passage p ON p.id = c.passage_id ORDER BY 1, 2
      """
    ),
    (
      "assertion",
      """
      SELECT s.path, p.anchor, a.line, a.is_declaration, sp.key, a.method, a.confidence, a.date,
        a.target, a.fragment, cp.anchor
      FROM assertion a JOIN source s ON s.id = a.source_id JOIN passage p ON p.id = a.passage_id
      LEFT JOIN speaker sp ON sp.id = a.speaker_id LEFT JOIN claim c ON c.id = a.claim_id
      LEFT JOIN passage cp ON cp.id = c.passage_id ORDER BY 1, 2, 3, 4, 5, 9, 10
      """
    ),
    (
      "relation",
      """
      SELECT s.path, p.anchor, r.kind, r.target, r.fragment, r.line, tp.anchor FROM relation r
      JOIN source s ON s.id = r.source_id JOIN claim c ON c.id = r.claim_id
      JOIN passage p ON p.id = c.passage_id LEFT JOIN claim t ON t.id = r.to_claim_id
      LEFT JOIN passage tp ON tp.id = t.passage_id ORDER BY 1, 2, 6, 3, 4, 5
      """
    ),
    (
      "claim_source",
      """
      SELECT s.path, x.line, x.target, x.fragment, x.locator, x.quote, t.path, q.anchor, x.to_turn
      FROM claim_source x JOIN source s ON s.id = x.source_id
      LEFT JOIN source t ON t.id = x.to_source_id LEFT JOIN passage q ON q.id = x.to_passage_id
      ORDER BY 1, 2, 3
      """
    ),
    ("model", "SELECT s.path, name, card FROM model JOIN source s ON s.id = source_id ORDER BY 1"),
    (
      "model_input",
      """
      SELECT s.path, i.name, i.sha256 FROM model_input i JOIN source s ON s.id = i.source_id
      ORDER BY 1, 2
      """
    ),
    (
      "test",
      """
      SELECT s.path, t.said_by, t.model, t.expectation, t.target, t.fragment, t.line, p.anchor
      FROM test t JOIN source s ON s.id = t.source_id LEFT JOIN claim c ON c.id = t.claim_id
      LEFT JOIN passage p ON p.id = c.passage_id ORDER BY 1, 7, 2, 3, 4, 5, 6
      """
    ),
    ("run", "SELECT id, position, record FROM run ORDER BY position"),
    (
      "diagnostic",
      """
      SELECT path, line, column, severity, topic, message, remedy FROM diagnostic
      ORDER BY path, line, column, message
      """
    ),
  ]
}
