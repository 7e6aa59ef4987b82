package import DictumModel
import GRDB

/// What an address leads to.
package enum Resolved: Sendable {
  case source(SourceSummary)
  /// A turn, with its passages.
  case turn(source: SourceSummary, turn: Int, passages: [PassageView])
  case passage(PassageView)
  case claim(ClaimView)
  case model(ModelSummary)
  case run(RunRecord)
}

extension Store {
  /// What `address` leads to, or `nil`; `nearest(to:)` then says what was perhaps meant.
  package func resolve(_ address: Address) throws(StoreError) -> Resolved? {
    try read { db in
      switch address {
      case .source(let name):
        return try SourceMatch.exact(db, name).flatMap { try SourceQuery.summary(db, $0) }
          .map(Resolved.source)
      case .turn(let name, let turn):
        guard let id = try SourceMatch.exact(db, name),
          let source = try SourceQuery.summary(db, id)
        else { return nil }
        let passages = try Row.fetchAll(
          db,
          sql: """
            SELECT \(PassageQuery.columns) FROM passage p \(PassageQuery.joins)
            WHERE p.source_id = ? AND u.turn = ? ORDER BY p.first
            """, arguments: [id, turn]
        ).map { try RemarkQuery.view(db, $0) }
        return passages.isEmpty ? nil : .turn(source: source, turn: turn, passages: passages)
      case .passage(let name, let anchor):
        if let found = try Store.passage(db, name, "p.anchor = ?", [anchor], order: "p.first") {
          return found
        }
        return try Store.model(db, name, expectation: anchor)
      case .line(let name, let line):
        return try Store.passage(db, name, "p.line <= ?", [line], order: "p.line DESC, p.first")
      case .model(let name, _):
        return try ModelQuery.summaries(db, name: name).first.map(Resolved.model)
      case .run(let id):
        let text = try String.fetchOne(
          db, sql: "SELECT record FROM run WHERE id = ?", arguments: [id])
        return text.flatMap { (record: String) -> RunRecord? in JSONText.decode(record) }
          .map(Resolved.run)
      }
    }
  }

  /// Addresses like `text` that do lead somewhere, the likeliest first, at most `limit`.
  package func nearest(to text: String, limit: Int) throws(StoreError) -> [String] {
    try read { db in
      switch Address(text) {
      case .run:
        return try String.fetchAll(
          db, sql: "SELECT id FROM run ORDER BY position DESC LIMIT ?", arguments: [limit])
      case .model(let name, _):
        let names = try String.fetchAll(db, sql: "SELECT name FROM model ORDER BY name")
        let near = Spelling.ranked(name, among: names)
        return (near.isEmpty ? names : near).prefix(limit).map { "model:\($0)" }
      case .source(let name), .line(let name, _):
        return try Store.nearSources(db, name, limit: limit)
      case .turn(let name, _):
        guard let id = try SourceMatch.exact(db, name) else {
          return try Store.nearSources(db, name, limit: limit)
        }
        return try Row.fetchAll(
          db,
          sql: """
            SELECT path, max(turn) FROM utterance JOIN source ON source.id = source_id
            WHERE source_id = ? GROUP BY 1
            """, arguments: [id]
        ).map { "\($0[0] as String)#t\($0[1] as Int)" }
      case .passage(let name, let anchor):
        guard let id = try SourceMatch.exact(db, name) else {
          return try Store.nearSources(db, name, limit: limit)
        }
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT path, anchor, has_block_id FROM passage JOIN source ON source.id = source_id
            WHERE source_id = ? AND has_block_id = 1
            """, arguments: [id])
        let anchors: [String] = rows.map { $0[1] }
        let near = Spelling.ranked(anchor, among: anchors)
        let wanted = near.isEmpty ? anchors : near
        return wanted.prefix(limit).compactMap { name in
          rows.first { $0[1] == name }.map {
            Address.passage($0[0], anchor: name, hasBlockID: true)
          }
        }
      }
    }
  }

  /// The passage that a condition picks in a source; as a claim when it declares one.
  private static func passage(
    _ db: Database, _ source: String, _ condition: String,
    _ arguments: [any DatabaseValueConvertible], order: String
  ) throws -> Resolved? {
    guard let id = try SourceMatch.exact(db, source) else { return nil }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT \(PassageQuery.columns), c.id FROM passage p \(PassageQuery.joins)
        LEFT JOIN claim c ON c.passage_id = p.id
        WHERE p.source_id = ? AND \(condition) ORDER BY \(order) LIMIT 1
        """, arguments: StatementArguments([id] + arguments))
    guard let row else { return nil }
    if let claim = row[PassageQuery.width] as Int64?, let view = try ClaimQuery.view(db, claim) {
      return .claim(view)
    }
    return .passage(try RemarkQuery.view(db, row))
  }

  /// The model whose card is `source`, if it has that expectation.
  private static func model(
    _ db: Database, _ source: String, expectation: String
  ) throws -> Resolved? {
    guard let id = try SourceMatch.exact(db, source),
      let name = try String.fetchOne(
        db, sql: "SELECT name FROM model WHERE source_id = ?", arguments: [id]),
      let model = try ModelQuery.summaries(db, name: name).first,
      model.tests.contains(where: { $0.bound?.id == expectation })
    else { return nil }
    return .model(model)
  }

  private static func nearSources(_ db: Database, _ name: String, limit: Int) throws -> [String] {
    let ids = try SourceMatch.ids(db, name).prefix(limit)
    let held = try ids.compactMap { id in
      try String.fetchOne(db, sql: "SELECT path FROM source WHERE id = ?", arguments: [id])
    }
    if !held.isEmpty { return held }
    let wanted = LinkTarget.withoutEnding(name).split(separator: "/").last.map(String.init) ?? name
    let paths = try String.fetchAll(db, sql: "SELECT path FROM source ORDER BY path")
    let byStem = Dictionary(
      paths.map {
        (LinkTarget.withoutEnding($0).split(separator: "/").last.map(String.init) ?? $0, $0)
      }, uniquingKeysWith: { first, _ in first })
    return Spelling.ranked(wanted, among: byStem.keys).prefix(limit).compactMap { byStem[$0] }
  }
}
