import DictumModel
import GRDB

/// Reads sources as summaries.
enum SourceQuery {
  static let sql = """
    SELECT s.path, s.kind, s.title, s.date, s.url, s.identifier, s.sha256,
      (SELECT json_group_array(name) FROM (
        SELECT a.name FROM source_author sa JOIN speaker a ON a.id = sa.speaker_id
        WHERE sa.source_id = s.id ORDER BY sa.position)),
      (SELECT json_group_array(tag) FROM (SELECT tag FROM tag WHERE source_id = s.id ORDER BY tag)),
      (SELECT count(*) FROM passage WHERE source_id = s.id),
      (SELECT coalesce(max(turn), 0) FROM utterance WHERE source_id = s.id),
      (SELECT count(*) FROM claim WHERE source_id = s.id)
    FROM source s
    """

  /// The summary of the source with this id.
  static func summary(_ db: Database, _ id: Int64) throws -> SourceSummary? {
    try Row.fetchOne(db, sql: "\(sql) WHERE s.id = ?", arguments: [id]).map(summary)
  }

  /// The summary in a row of `sql`.
  static func summary(_ row: Row) -> SourceSummary {
    SourceSummary(
      path: row[0], kind: SourceKind(rawValue: row[1]) ?? .note, title: row[2], date: row[3],
      url: row[4], identifier: row[5], authors: JSONText.decode(row[7]) ?? [],
      tags: JSONText.decode(row[8]) ?? [], passages: row[9], turns: row[10], claims: row[11],
      sha256: row[6])
  }
}
