package import DictumModel
import GRDB

extension Store {
  /// Everything that hangs on the claim declared at `SOURCE#ANCHOR`, or `nil` when none is.
  package func trace(source: String, anchor: String) throws(StoreError) -> ClaimTrace? {
    try read { db in
      guard let id = try ClaimQuery.id(db, source: source, anchor: anchor),
        let claim = try ClaimQuery.view(db, id)
      else { return nil }
      return ClaimTrace(
        claim: claim, assertions: try TraceQuery.assertions(db, id),
        sources: try TraceQuery.sources(db, id), relations: try TraceQuery.relations(db, id),
        tests: try ClaimQuery.tests(db, id), mentions: try TraceQuery.mentions(db, id))
    }
  }

  /// The claims whose own words match an FTS5 expression, best first.
  package func claims(matching match: String, limit: Int) throws(StoreError) -> [ClaimView] {
    try read { db in
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT c.id FROM passage_fts f CROSS JOIN claim c ON c.passage_id = f.rowid
          WHERE passage_fts MATCH ? ORDER BY \(FullText.rank) LIMIT ?
          """, arguments: [match, limit])
      return try ids.compactMap { try ClaimQuery.view(db, $0) }
    }
  }
}

/// The parts of a trace.
enum TraceQuery {
  /// Each assertion of a claim, its declaration first, then by date.
  static func assertions(_ db: Database, _ claim: Int64) throws -> [AssertionView] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(PassageQuery.columns), asserter.name, a.method, a.confidence, a.date,
          a.is_declaration
        FROM assertion a JOIN passage p ON p.id = a.passage_id \(PassageQuery.joins)
        LEFT JOIN speaker asserter ON asserter.id = a.speaker_id
        WHERE a.claim_id = ? ORDER BY a.is_declaration DESC, a.date, s.path, p.first, a.id
        """, arguments: [claim])
    let at = PassageQuery.width
    return try rows.map { row in
      let passage = try RemarkQuery.view(db, row)
      return AssertionView(
        speaker: SpeakerView(
          name: row[at], method: Attribution.Method(rawValue: row[at + 1]) ?? .none,
          confidence: row[at + 2], authors: row[at] == nil ? passage.speaker.authors : []),
        date: row[at + 3], isDeclaration: row[at + 4], passage: passage,
        references: try references(db, passage: row[0]))
    }
  }

  /// The pointers out of a passage, but for those of its fields, which the trace shows for
  /// themselves.
  private static func references(_ db: Database, passage: Int64) throws -> [ReferenceView] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          \(ReferenceQuery.sql) WHERE r.passage_id = ?1 AND r.line NOT IN (
            SELECT line FROM relation WHERE claim_id IN (SELECT id FROM claim WHERE passage_id = ?1)
            UNION SELECT line FROM claim_source
              WHERE claim_id IN (SELECT id FROM claim WHERE passage_id = ?1)
            UNION SELECT line FROM test WHERE said_by = 'claim'
              AND claim_id IN (SELECT id FROM claim WHERE passage_id = ?1))
          -- A field of an assertion stands among other words of its line.
          AND NOT EXISTS (
            SELECT 1 FROM assertion x WHERE x.passage_id = ?1 AND x.is_declaration = 0
              AND x.line = r.line AND x.target = r.target AND x.fragment IS r.fragment)
          AND r.kind <> 'mention'
          ORDER BY r.first
          """), arguments: [passage])
    return rows.map(ReferenceQuery.view)
  }

  static func sources(_ db: Database, _ claim: Int64) throws -> [SourceView] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT cs.target, cs.fragment, cs.locator, cs.quote, cs.line, here.path, there.path,
          there.title, cs.to_passage_id, cs.to_turn, cs.to_source_id
        FROM claim_source cs JOIN source here ON here.id = cs.source_id
        LEFT JOIN source there ON there.id = cs.to_source_id
        WHERE cs.claim_id = ? ORDER BY cs.id
        """, arguments: [claim])
    return try rows.map { row in
      let words = try words(db, source: row[10], passage: row[8], turn: row[9])
      let quote: String? = row[3]
      let path: String? = row[6]
      let passage = words.passages.first
      var address = path
      if let turn = row[9] as Int?, let path { address = "\(path)#t\(turn)" }
      if row[8] as Int64? != nil, let passage { address = passage.address }
      let isPlace = row[8] as Int64? != nil || row[9] as Int? != nil
      return SourceView(
        target: (row[0] as String) + ((row[1] as String?).map { "#\($0)" } ?? ""), locator: row[2],
        quote: quote, fidelity: quote.map { Quotation.fidelity(of: $0, in: words.texts) },
        address: address, title: row[7], speaker: isPlace ? passage?.speaker : nil,
        place: Place(row[5], line: row[4]))
    }
  }

  /// The passages a citation leads to, and the texts to look for its quote in: those, and for a whole
  /// source all of it.
  private static func words(
    _ db: Database, source: Int64?, passage: Int64?, turn: Int?
  ) throws -> (passages: [PassageView], texts: [String]) {
    guard let source else { return ([], []) }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(PassageQuery.columns) FROM passage p \(PassageQuery.joins)
        WHERE p.source_id = ?1 AND (?2 IS NULL OR p.id = ?2) AND (?3 IS NULL OR u.turn = ?3)
        ORDER BY p.first
        """, arguments: [source, passage, turn])
    let passages = rows.map(PassageQuery.view)
    return (passages, passages.map(\.text))
  }

  /// The relations that a claim states, then those that other claims state of it.
  static func relations(_ db: Database, _ claim: Int64) throws -> [RelationView] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.kind, r.claim_id, r.to_claim_id, r.target, r.fragment, s.path, r.line
        FROM relation r JOIN source s ON s.id = r.source_id
        WHERE r.claim_id = ?1 OR r.to_claim_id = ?1
        ORDER BY r.claim_id <> ?1, s.path, r.line, r.id
        """, arguments: [claim])
    return try rows.map { row in
      let isInverse = row[1] != claim
      let other: Int64? = isInverse ? row[1] : row[2]
      return RelationView(
        kind: RelationKind(rawValue: row[0]) ?? .informs, isInverse: isInverse,
        claim: try other.flatMap { try ClaimQuery.view(db, $0) },
        target: (row[3] as String) + ((row[4] as String?).map { "#\($0)" } ?? ""),
        place: Place(row[5], line: row[6]))
    }
  }

  /// The passages that link to a claim and are neither an assertion of it nor a claim related to it.
  static func mentions(_ db: Database, _ claim: Int64) throws -> [PassageView] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(PassageQuery.columns) FROM passage p \(PassageQuery.joins)
        WHERE p.id IN (
          SELECT r.passage_id FROM reference r
          JOIN claim c ON c.passage_id = r.to_passage_id WHERE c.id = ?1)
        AND p.id NOT IN (SELECT passage_id FROM assertion WHERE claim_id = ?1)
        AND p.id NOT IN (
          SELECT c.passage_id FROM relation r JOIN claim c ON c.id = r.claim_id
          WHERE r.to_claim_id = ?1)
        ORDER BY s.path, p.first
        """, arguments: [claim]
    ).map(PassageQuery.view)
  }
}
