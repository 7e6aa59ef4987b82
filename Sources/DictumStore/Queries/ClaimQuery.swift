import DictumModel
import GRDB

/// Reads claims, and what hangs on them.
enum ClaimQuery {
  private static let sql = """
    SELECT c.id, s.path, p.anchor, p.has_block_id, c.text, c.credence, c.status,
      coalesce(c.date, s.date), p.line,
      (SELECT count(*) FROM assertion a WHERE a.claim_id = c.id),
      (SELECT json_group_array(name) FROM (
        SELECT sp.name, min(a.is_declaration = 0), min(a.id) FROM assertion a
        JOIN speaker sp ON sp.id = a.speaker_id
        WHERE a.claim_id = c.id GROUP BY sp.id ORDER BY 2, 3))
    FROM claim c JOIN passage p ON p.id = c.passage_id JOIN source s ON s.id = c.source_id
    """

  /// The claim with this id.
  static func view(_ db: Database, _ id: Int64) throws -> ClaimView? {
    try Row.fetchOne(db.cachedStatement(sql: "\(sql) WHERE c.id = ?"), arguments: [id])
      .map { try view(db, $0, ModelStates()) }
  }

  /// Every claim, in the order of the files.
  static func all(_ db: Database) throws -> [ClaimView] {
    let states = ModelStates()
    return try Row.fetchAll(db, sql: "\(sql) ORDER BY s.path, p.first").map {
      try view(db, $0, states)
    }
  }

  /// The tested claims that passages declare or assert, by passage, those declared first.
  static func marks(_ db: Database, passages: [Int64]) throws -> [Int64: [ClaimMark]] {
    guard !passages.isEmpty else { return [:] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.passage_id, c.id, s.path, p.anchor, p.has_block_id FROM json_each(?) wanted
          JOIN assertion a ON a.passage_id = wanted.value JOIN claim c ON c.id = a.claim_id
          JOIN passage p ON p.id = c.passage_id JOIN source s ON s.id = c.source_id
          WHERE EXISTS (SELECT 1 FROM test WHERE claim_id = c.id)
          GROUP BY a.passage_id, c.id ORDER BY max(a.is_declaration) DESC, min(a.id)
          """), arguments: [try JSONText.encode(passages)])
    let states = ModelStates()
    var marks: [Int64: [ClaimMark]] = [:]
    for row in rows {
      let tests = try tests(db, row[1], states)
      marks[row[0], default: []].append(
        ClaimMark(
          address: Address.passage(row[2], anchor: row[3], hasBlockID: row[4]),
          standing: Standing(tests), models: ModelStanding.all(tests)))
    }
    return marks
  }

  private static func view(
    _ db: Database, _ row: Row, _ states: ModelStates
  ) throws -> ClaimView {
    let tests = try tests(db, row[0], states)
    return ClaimView(
      address: Address.passage(row[1], anchor: row[2], hasBlockID: row[3]), text: row[4],
      speakers: JSONText.decode(row[10]) ?? [], credence: row[5], status: row[6], date: row[7],
      path: row[1], line: row[8], standing: Standing(tests),
      models: ModelStanding.all(tests), assertionCount: row[9])
  }

  /// The tests of a claim, each expectation once, whether the card names the claim or the claim the
  /// card.
  static func tests(
    _ db: Database, _ claim: Int64, _ states: ModelStates = ModelStates()
  ) throws -> [TestView] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT model, expectation, target, fragment FROM test WHERE claim_id = ?
          ORDER BY said_by DESC, id
          """), arguments: [claim])
    var seen: Set<String> = []
    var tests: [TestView] = []
    for row in rows {
      let (model, expectation): (String, String?) = (row[0], row[1])
      let written = (row[2] as String) + ((row[3] as String?).map { "#\($0)" } ?? "")
      guard seen.insert("\(model)#\(expectation ?? "")").inserted else { continue }
      if let state = try states.state(db, model) {
        tests.append(state.test(expectation, written: written))
      } else {
        tests.append(
          TestView(
            model: model, address: written, bound: nil, run: nil, judgement: nil,
            staleReasons: ["no such model"], standing: .neverRun))
      }
    }
    return tests
  }

  /// The id of the claim declared in a passage.
  static func id(_ db: Database, source: String, anchor: String) throws -> Int64? {
    guard let sourceID = try SourceMatch.exact(db, source) else { return nil }
    return try Int64.fetchOne(
      db,
      sql: """
        SELECT c.id FROM claim c JOIN passage p ON p.id = c.passage_id
        WHERE p.source_id = ? AND p.anchor = ?
        """, arguments: [sourceID, anchor])
  }
}
