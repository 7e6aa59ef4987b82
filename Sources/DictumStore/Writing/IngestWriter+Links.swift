package import DictumModel
import GRDB

extension IngestWriter {
  /// Finds what every pointer of the library leads to, and writes down what has changed.
  ///
  /// `find` gives the source that a target means, seen from a source and its path; the place within
  /// it is found here. Only rows whose destination is another than before are written, so that an
  /// ingest that changes no name changes no row.
  package func resolvePointers(
    _ find: (_ target: String, _ from: String, _ kind: Reference.Kind) -> Int64?
  ) throws {
    try withoutActuallyEscaping(find) { find in
      var places = PointerPlaces(db, find)
      try resolveReferences(&places)
      try resolveClaimSources(&places)
      try resolveClaims(table: "relation", column: "to_claim_id", &places)
      try resolveClaims(
        table: "assertion", column: "claim_id", where: "is_declaration = 0", &places)
      try resolveClaims(table: "test", column: "claim_id", where: "said_by = 'card'", &places)
      try resolveModels(places)
    }
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

  private func resolveReferences(_ places: inout PointerPlaces) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT reference.id, target, fragment, reference.kind, source.path, source.id,
          to_source_id, to_passage_id, to_turn, is_internal
        FROM reference JOIN source ON source.id = reference.source_id
        WHERE is_internal = 1 OR reference.kind IN ('wiki', 'link', 'work', 'mention')
        """)
    var linkingFolders: Set<Substring> = []
    var bareNames: [(id: Int64, folder: Substring, isInternal: Bool)] = []
    for row in rows {
      let kind = Reference.Kind(rawValue: row[3]) ?? .link
      let (target, path): (String, String) = (row[1], row[4])
      let fragment: String? = row[2]
      let found = try places.place(target, fragment, from: path, own: row[5], kind)
      if kind == .wiki {
        let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        if found.source != nil, !target.isEmpty { linkingFolders.insert(folder) }
        let isBare = found.source == nil && fragment == nil && LinkTarget.isIdentifier(target)
        if isBare { bareNames.append((row[0], folder, row[9])) }
        if !isBare, !(row[9] as Bool) { try setInternal(row[0], true) }
      }
      guard found != PointerPlaces.Place(source: row[6], passage: row[7], turn: row[8]) else {
        continue
      }
      try run(
        "UPDATE reference SET to_source_id = ?, to_passage_id = ?, to_turn = ? WHERE id = ?",
        found.source, found.passage, found.turn, row[0] as Int64)
    }
    // `[[Slot]]` where no note links another this way is the spelling of a specification.
    for (id, folder, isInternal) in bareNames
    where linkingFolders.contains(folder) != isInternal { try setInternal(id, !isInternal) }
  }

  private func setInternal(_ id: Int64, _ isInternal: Bool) throws {
    try run("UPDATE reference SET is_internal = ? WHERE id = ?", isInternal, id)
  }

  private func resolveClaimSources(_ places: inout PointerPlaces) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT claim_source.id, target, fragment, source.path, source.id,
          to_source_id, to_passage_id, to_turn
        FROM claim_source JOIN source ON source.id = claim_source.source_id
        """)
    for row in rows {
      let target: String = row[1]
      guard !target.isEmpty || row[2] != nil else { continue }
      let kind: Reference.Kind = row[2] == nil ? .citation : .wiki
      let found = try places.place(target, row[2], from: row[3], own: row[4], kind)
      guard found != PointerPlaces.Place(source: row[5], passage: row[6], turn: row[7]) else {
        continue
      }
      try run(
        "UPDATE claim_source SET to_source_id = ?, to_passage_id = ?, to_turn = ? WHERE id = ?",
        found.source, found.passage, found.turn, row[0] as Int64)
    }
  }

  private func resolveClaims(
    table: String, column: String, where condition: String = "1", _ places: inout PointerPlaces
  ) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.id, t.target, t.fragment, source.path, source.id, t.\(column)
        FROM \(table) t JOIN source ON source.id = t.source_id WHERE \(condition)
        """)
    for row in rows {
      let place = try places.place(row[1], row[2], from: row[3], own: row[4], .wiki)
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
  private func resolveModels(_ places: PointerPlaces) throws {
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
      } else if let source = places.find(target, row[3], .wiki) {
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
}
