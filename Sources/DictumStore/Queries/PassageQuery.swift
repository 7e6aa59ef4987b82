import DictumModel
import Foundation
import GRDB

/// Reads passages as views: one SELECT, used by every verb.
enum PassageQuery {
  /// The columns of a view, from `p` (passage) and `s` (source); `view` reads them.
  static let columns = """
    p.id, s.path, s.title, s.date, s.kind, p.kind, p.line, p.headings, p.body, p.anchor,
    p.has_block_id, p.voice, own.name, p.method, p.confidence, u.turn, u.time, turn.name,
    CASE WHEN p.speaker_id IS NULL THEN (
      SELECT json_group_array(name) FROM (
        SELECT a.name FROM source_author sa JOIN speaker a ON a.id = sa.speaker_id
        WHERE sa.source_id = s.id ORDER BY sa.position)) END,
    CASE WHEN p.speaker_id IS NULL AND p.voice IN ('own', 'machine') THEN u.label END
    """

  /// What tells the order of the conversation among the passages of one source.
  ///
  /// They are written in it; an export may have its newest message first, so their bytes need not be.
  /// The sign keeps SQLite from walking the passages of all sources by their ids.
  static let place = "+p.id"

  /// The joins behind `columns`; `passage p` must come before.
  static let joins = """
    JOIN source s ON s.id = p.source_id
    LEFT JOIN speaker own ON own.id = p.speaker_id
    LEFT JOIN utterance u ON u.id = p.utterance_id
    LEFT JOIN speaker turn ON turn.id = u.speaker_id
    """

  /// The columns of a passage's line, headings and turn.
  static let (line, headings, turn) = (6, 7, 15)

  /// How many columns there are; a query's own come after them.
  static let width = 20

  /// The view in a row that begins with `columns`.
  static func view(_ row: Row) -> PassageView {
    let voice = Voice(rawValue: row[11]) ?? .own
    let turn: Int? = row[15]
    let authors: [String] = (row[18] as String?).flatMap(JSONText.decode) ?? []
    let quotedBy: String? =
      voice != .own ? (row[17] ?? (turn == nil && authors.count == 1 ? authors[0] : nil)) : nil
    return PassageView(
      address: Address.passage(row[1], anchor: row[9], hasBlockID: row[10]), path: row[1],
      title: row[2], date: row[3], sourceKind: SourceKind(rawValue: row[4]) ?? .note, kind: row[5],
      line: row[6], headings: row[7], text: row[8],
      speaker: SpeakerView(
        name: row[12], method: Attribution.Method(rawValue: row[13]) ?? .none, confidence: row[14],
        label: row[19], voice: voice, quotedBy: quotedBy, authors: turn == nil ? authors : []),
      turn: turn, time: row[16])
  }

  /// The passages with these ids, by id.
  static func views(_ db: Database, ids: [Int64]) throws -> [Int64: PassageView] {
    guard !ids.isEmpty else { return [:] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns) FROM json_each(?) wanted JOIN passage p ON p.id = wanted.value \(joins)
        """,
      arguments: [try JSONText.encode(ids)])
    return Dictionary(rows.map { ($0[0], view($0)) }, uniquingKeysWith: { first, _ in first })
  }
}
