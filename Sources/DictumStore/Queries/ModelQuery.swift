import DictumModel
import GRDB

/// Reads models with their expectations and what the newest run says of each.
enum ModelQuery {
  /// The models of the library, in the order of their paths; only the one called `name` if given.
  static func summaries(_ db: Database, name: String? = nil) throws -> [ModelSummary] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.source_id, m.card, s.path FROM model m JOIN source s ON s.id = m.source_id
        WHERE ?1 IS NULL OR m.name = ?1 ORDER BY s.path
        """, arguments: [name])
    return try rows.compactMap { row in
      guard let card: ModelCard = JSONText.decode(row[1]) else { return nil }
      let state = try ModelState(db, source: row[0], card: card)
      let claims = try claimAddresses(db, model: row[0])
      return ModelSummary(
        address: "model:\(card.id)", title: card.title, path: row[2], command: card.command,
        tests: card.expectations.map { state.test($0.id, written: "model:\(card.id)#\($0.id)") },
        claims: card.expectations.map { claims[$0.id] }, run: state.newest.map(RunView.init))
    }
  }

  /// The state of the model called `name`, or `nil` when there is none.
  static func state(_ db: Database, name: String) throws -> ModelState? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT m.source_id, m.card FROM model m JOIN source s ON s.id = m.source_id
          WHERE m.name = ? ORDER BY s.path LIMIT 1
          """), arguments: [name])
    guard let row, let card: ModelCard = JSONText.decode(row[1]) else { return nil }
    return try ModelState(db, source: row[0], card: card)
  }

  /// The claims that a card's expectations name, by expectation.
  private static func claimAddresses(_ db: Database, model: Int64) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.expectation, s.path, p.anchor, p.has_block_id FROM test t
        JOIN claim c ON c.id = t.claim_id JOIN passage p ON p.id = c.passage_id
        JOIN source s ON s.id = c.source_id
        WHERE t.source_id = ? AND t.said_by = 'card'
        """, arguments: [model])
    return Dictionary(
      rows.map { ($0[0], Address.passage($0[1], anchor: $0[2], hasBlockID: $0[3])) },
      uniquingKeysWith: { first, _ in first })
  }
}
