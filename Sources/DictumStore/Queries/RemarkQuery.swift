import DictumModel
import GRDB

/// Reads what was noticed in passages, for the verbs that show one.
enum RemarkQuery {
  /// The view in a row of `PassageQuery.columns`, with what was noticed in its words.
  static func view(_ db: Database, _ row: Row) throws -> PassageView {
    var view = PassageQuery.view(row)
    let remarks = try remarks(db, passage: row[0])
    if !remarks.isEmpty { view.remarks = remarks }
    return view
  }

  private static func remarks(_ db: Database, passage: Int64) throws -> PassageRemarks {
    let revisions = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT kind, date, text, line FROM revision_event WHERE passage_id = ? ORDER BY first
          """), arguments: [passage])
    let confidences = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT kind, text, low, high, line FROM confidence_expression WHERE passage_id = ?
          ORDER BY first
          """), arguments: [passage])
    let reports = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT speaker, verb, line FROM reported_speech WHERE passage_id = ? ORDER BY first
          """), arguments: [passage])
    return PassageRemarks(
      revisions: revisions.map {
        .init(
          kind: RevisionEvent.Kind(rawValue: $0[0]) ?? .edited, date: $0[1], text: $0[2],
          line: $0[3])
      },
      confidences: confidences.map {
        .init(
          kind: ConfidenceExpression.Kind(rawValue: $0[0]) ?? .estimative, text: $0[1],
          low: $0[2], high: $0[3], line: $0[4])
      },
      reports: reports.map { .init(speaker: $0[0], verb: $0[1], line: $0[2]) })
  }
}
