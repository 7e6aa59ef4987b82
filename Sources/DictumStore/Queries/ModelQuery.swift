import DictumModel
import Foundation
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

/// A model as it is now, beside its newest run.
struct ModelState {
  let card: ModelCard

  /// The newest run in the ledger.
  let newest: RunRecord?

  /// The hashes of the inputs that are there.
  private let inputs: [String: String]

  init(_ db: Database, source: Int64, card: ModelCard) throws {
    self.card = card
    let record = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT record FROM run WHERE model = ? ORDER BY position DESC LIMIT 1"),
      arguments: [card.id])
    newest = record.flatMap { (text: String) -> RunRecord? in JSONText.decode(text) }
    var inputs: [String: String] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(sql: "SELECT name, sha256 FROM model_input WHERE source_id = ?"),
      arguments: [source])
    {
      if let sha256 = row[1] as String? { inputs[row[0]] = sha256 }
    }
    self.inputs = inputs
  }

  /// What is known of one expectation; of the model as a whole when `id` is `nil`.
  func test(_ id: String?, written: String) -> TestView {
    let bound = card.expectations.first { $0.id == id }
    let judgement = newest?.verdicts.first { $0.expectation == id }
    var reasons: [String] = []
    if let newest,
      case .stale(let changes) = Freshness(
        of: newest, card: card, inputs: inputs, today: Date().formatted(.iso8601))
    {
      reasons = changes
    }
    if let judgement, !judgement.isCurrent(for: card) { reasons.append("the bound changed") }
    if newest?.outcome == .ok, judgement == nil, bound != nil {
      reasons.append("the expectation is newer than the run")
    }
    return TestView(
      model: card.id, address: bound.map { "model:\(card.id)#\($0.id)" } ?? written, bound: bound,
      run: newest.map(RunView.init), judgement: judgement, staleReasons: reasons,
      standing: standing(judgement, reasons))
  }

  private func standing(_ judgement: Judgement?, _ reasons: [String]) -> Standing {
    guard let newest else { return .neverRun }
    if !reasons.isEmpty { return .stale }
    guard newest.outcome == .ok else { return .blocked }
    switch judgement?.verdict {
    case .holds: return .holds
    case .contradicted: return .contradicted
    case .inconclusive: return .inconclusive
    case .notEvaluated: return .blocked
    case nil: return .untested
    }
  }
}
