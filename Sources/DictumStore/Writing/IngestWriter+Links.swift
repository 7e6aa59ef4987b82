package import DictumModel
import GRDB

extension IngestWriter {
  /// The names of every source.
  package func sourceNames() throws -> [SourceName] {
    var aliases: [Int64: [String]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT source_id, alias FROM source_alias ORDER BY 1, 2")
    {
      aliases[row[0], default: []].append(row[1])
    }
    return try Row.fetchAll(db, sql: "SELECT id, path, title, identifier FROM source ORDER BY path")
      .map { row in
        SourceName(
          id: row[0], path: row[1], title: row[2], identifier: row[3],
          aliases: aliases[row[0]] ?? [])
      }
  }

  /// Finds what every pointer of the library leads to, and writes down what has changed.
  ///
  /// `find` gives the source that a target means, seen from a source and its path; the place within
  /// it is found here. Only rows whose destination is another than before are written, so that an
  /// ingest that changes no name changes no row.
  package func resolvePointers(
    _ find: (_ target: String, _ from: String, _ isCitation: Bool) -> Int64?
  ) throws {
    try resolveReferences(find)
    try resolveClaimSources(find)
    try resolveClaims(table: "relation", column: "to_claim_id", find)
    try resolveClaims(table: "assertion", column: "claim_id", where: "is_declaration = 0", find)
    try resolveClaims(table: "test", column: "claim_id", where: "said_by = 'card'", find)
    try resolveModels(find)
  }

  /// Finds which links lead to a file that is no source: a licence, a folder, a script.
  ///
  /// Such a file comes and goes without a source being changed, so this is asked at every ingest, of
  /// the few links that lead to no source.
  package func resolveFiles(_ isFile: (_ target: String, _ from: String) -> Bool) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT reference.id, target, source.path, to_source_id IS NULL, to_file
        FROM reference JOIN source ON source.id = reference.source_id
        WHERE is_internal = 1 AND reference.kind = 'link' AND (to_source_id IS NULL OR to_file = 1)
        """)
    for row in rows {
      let leadsToFile = row[3] && isFile(row[1], row[2])
      guard leadsToFile != row[4] else { continue }
      try run("UPDATE reference SET to_file = ? WHERE id = ?", leadsToFile, row[0] as Int64)
    }
  }

  private func resolveReferences(_ find: (String, String, Bool) -> Int64?) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT reference.id, target, fragment, reference.kind, source.path, source.id,
          to_source_id, to_passage_id, to_turn
        FROM reference JOIN source ON source.id = reference.source_id WHERE is_internal = 1
        """)
    for row in rows {
      let isCitation = row[3] == Reference.Kind.citation.rawValue
      let found = try destination(
        target: row[1], fragment: isCitation ? nil : row[2], from: row[4], own: row[5],
        isCitation: isCitation, find)
      guard found != Destination(source: row[6], passage: row[7], turn: row[8]) else { continue }
      try run(
        "UPDATE reference SET to_source_id = ?, to_passage_id = ?, to_turn = ? WHERE id = ?",
        found.source, found.passage, found.turn, row[0] as Int64)
    }
  }

  private func resolveClaimSources(_ find: (String, String, Bool) -> Int64?) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT claim_source.id, target, fragment, source.path, source.id,
          to_source_id, to_passage_id, to_turn
        FROM claim_source JOIN source ON source.id = claim_source.source_id
        """)
    for row in rows {
      let target: String = row[1]
      guard !target.contains("://"), !target.isEmpty || row[2] != nil else { continue }
      let found = try destination(
        target: target, fragment: row[2], from: row[3], own: row[4], isCitation: true, find)
      guard found != Destination(source: row[5], passage: row[6], turn: row[7]) else { continue }
      try run(
        "UPDATE claim_source SET to_source_id = ?, to_passage_id = ?, to_turn = ? WHERE id = ?",
        found.source, found.passage, found.turn, row[0] as Int64)
    }
  }

  private func resolveClaims(
    table: String, column: String, where condition: String = "1",
    _ find: (String, String, Bool) -> Int64?
  ) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.id, t.target, t.fragment, source.path, source.id, t.\(column)
        FROM \(table) t JOIN source ON source.id = t.source_id WHERE \(condition)
        """)
    for row in rows {
      let place = try destination(
        target: row[1], fragment: row[2], from: row[3], own: row[4], isCitation: false, find)
      let claim = try place.passage.flatMap { passage in
        try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT id FROM claim WHERE passage_id = ?"),
          arguments: [passage])
      }
      guard claim != row[5] else { continue }
      try run("UPDATE \(table) SET \(column) = ? WHERE id = ?", claim, row[0] as Int64)
    }
  }

  /// Finds the models that claims name: `[[models/x#expectation]]` or `model:x#expectation`.
  private func resolveModels(_ find: (String, String, Bool) -> Int64?) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT test.id, test.target, test.fragment, source.path, test.model, test.expectation
        FROM test JOIN source ON source.id = test.source_id WHERE said_by = 'claim'
        """)
    for row in rows {
      let target: String = row[1]
      var model: String?
      if target.hasPrefix("model:") {
        model = String(target.dropFirst("model:".count))
      } else if let source = find(target, row[3], false) {
        model = try String.fetchOne(
          db.cachedStatement(sql: "SELECT name FROM model WHERE source_id = ?"),
          arguments: [source])
      }
      let fragment = row[2] as String?
      guard (model ?? "") != row[4] || fragment != row[5] else { continue }
      try run(
        "UPDATE test SET model = ?, expectation = ? WHERE id = ?", model ?? "", fragment,
        row[0] as Int64)
    }
  }

  /// Where a pointer leads.
  private struct Destination: Equatable {
    var source: Int64?
    var passage: Int64?
    var turn: Int?
  }

  private func destination(
    target: String, fragment: String?, from path: String, own: Int64, isCitation: Bool,
    _ find: (String, String, Bool) -> Int64?
  ) throws -> Destination {
    guard let source = target.isEmpty ? own : find(target, path, isCitation) else {
      return Destination()
    }
    if isCitation, fragment == nil {
      // A note of references may have a block for each key.
      return Destination(source: source, passage: try passage(source, anchor: target))
    }
    guard let fragment, !fragment.isEmpty else { return Destination(source: source) }
    if let turn = Address.turn(in: fragment) {
      let exists = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM utterance WHERE source_id = ? AND turn = ?"),
        arguments: [source, turn])
      return Destination(source: source, turn: exists == true ? turn : nil)
    }
    let anchor = fragment.hasPrefix("^") ? String(fragment.dropFirst()) : fragment
    if let found = try passage(source, anchor: anchor) {
      return Destination(source: source, passage: found)
    }
    return Destination(source: source, passage: try passage(source, under: fragment))
  }

  private func passage(_ source: Int64, anchor: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM passage WHERE source_id = ? AND anchor = ?"),
      arguments: [source, anchor])
  }

  /// The first passage under a heading, which a link names in full or, as web pages do, in small
  /// letters with hyphens.
  private func passage(_ source: Int64, under heading: String) throws -> Int64? {
    let section = LinkTarget.headingKey(heading)
    guard !section.isEmpty else { return nil }
    return try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM passage WHERE source_id = ? AND section = ? AND section <> ''
          ORDER BY first LIMIT 1
          """), arguments: [source, section])
  }
}
