package import DictumModel
import GRDB

extension Store {
  /// What is broken or doubtful in the library, as of the last ingest.
  package func check() throws(StoreError) -> CheckReport {
    try read { db in
      var findings = try CheckQuery.files(db) + CheckQuery.links(db) + CheckQuery.fields(db)
      findings += try CheckQuery.quotes(db) + CheckQuery.speakers(db) + CheckQuery.duplicates(db)
      findings += try CheckQuery.empty(db) + TalkCheck.findings(db)
      findings += try ModelCheck.findings(db)
      let order = CheckReport.Finding.Kind.allCases
      let ranked = findings.enumerated().sorted { a, b in
        let (left, right) = (
          order.firstIndex(of: a.element.kind), order.firstIndex(of: b.element.kind)
        )
        return (left ?? 0, a.offset) < (right ?? 0, b.offset)
      }
      return CheckReport(ranked.map(\.element))
    }
  }
}

/// The questions of `check`, one function each.
private enum CheckQuery {
  typealias Finding = CheckReport.Finding

  static func files(_ db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT d.path, d.line, d.column, d.severity, d.message, d.remedy,
          coalesce(f.status = 'refused', 0), d.topic = 'damage'
        FROM diagnostic d LEFT JOIN file f ON f.path = d.path ORDER BY d.path, d.line, d.id
        """
    ).map { row in
      let severity = Diagnostic.Severity(rawValue: row[3]) ?? .warning
      let place = Place(row[0], line: row[1], column: row[2])
      return Finding(
        row[6] ? .refused : row[7] ? .damage : .file,
        Diagnostic(severity, at: place, row[4], remedy: row[5]))
    }
  }

  static func links(_ db: Database) throws -> [Finding] {
    // `[[Ada Okafor]]` names a speaker of the library: that is where it leads.
    let speakers = Set(try String.fetchAll(db, sql: "SELECT key FROM speaker"))
    return try Row.fetchAll(
      db,
      sql: """
        \(ReferenceQuery.sql)
        WHERE r.is_internal = 1 AND r.to_file = 0 AND (r.to_source_id IS NULL OR (r.fragment IS NOT NULL
          AND r.kind <> 'citation' AND r.to_passage_id IS NULL AND r.to_turn IS NULL))
          AND NOT EXISTS (
            SELECT 1 FROM model m WHERE m.source_id = r.to_source_id
              AND m.card LIKE '%"id":"' || r.fragment || '"%')
          -- A field says the same of itself, better.
          AND NOT EXISTS (SELECT 1 FROM relation x WHERE x.source_id = r.source_id AND x.line = r.line)
          AND NOT EXISTS (SELECT 1 FROM test x WHERE x.source_id = r.source_id AND x.line = r.line)
          AND NOT EXISTS (
            SELECT 1 FROM claim_source x WHERE x.source_id = r.source_id AND x.line = r.line)
          AND NOT EXISTS (
            SELECT 1 FROM assertion x WHERE x.source_id = r.source_id AND x.line = r.line
              AND x.is_declaration = 0 AND x.target = r.target AND x.fragment IS r.fragment)
        ORDER BY here.path, r.first
        """
    ).filter { !speakers.contains(SpeakerKey($0[1]).text) }.map { row in
      let view = ReferenceQuery.view(row)
      if view.kind == .citation {
        return Finding(
          .unresolvedCitation,
          Diagnostic(
            .warning, at: view.place, "no source has the key @\(row[1] as String)",
            remedy: "give a note this id or alias"))
      }
      let message =
        view.address == nil
        ? "no source is called \(view.target)" : "\(view.target): the source has no such place"
      let isBare = view.address == nil && LinkTarget.isBareAddress(row[1])
      return Finding(
        .danglingLink,
        Diagnostic(
          .warning, at: view.place, message,
          remedy: isBare ? "write https:// before an address on the web" : nil))
    }
  }

  static func fields(_ db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.path, x.line, x.what, x.target, x.fragment FROM (
          SELECT source_id, line, kind || '::' AS what, target, fragment FROM relation
            WHERE to_claim_id IS NULL
          UNION ALL SELECT source_id, line, 'asserts::', target, fragment FROM assertion
            WHERE is_declaration = 0 AND claim_id IS NULL
          UNION ALL SELECT source_id, line, 'claim:', target, fragment FROM test
            WHERE said_by = 'card' AND claim_id IS NULL
          UNION ALL SELECT source_id, line, 'model::', target, fragment FROM test
            WHERE said_by = 'claim' AND NOT EXISTS (SELECT 1 FROM model WHERE name = test.model)
          UNION ALL SELECT source_id, line, 'source::', target, fragment FROM claim_source
            WHERE to_source_id IS NULL AND target <> '' AND target NOT LIKE '%://%'
        ) x JOIN source s ON s.id = x.source_id ORDER BY s.path, x.line
        """
    ).map { row in
      let target = (row[3] as String) + ((row[4] as String?).map { "#\($0)" } ?? "")
      let what: String = row[2]
      let noun = what == "model::" ? "model" : what == "source::" ? "source" : "declared claim"
      return Finding(
        .danglingField,
        Diagnostic(
          .error, at: Place(row[0], line: row[1]), "\(what) \(target) leads to no \(noun)"))
    }
  }

  static func quotes(_ db: Database) throws -> [Finding] {
    let claims = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT claim_id FROM claim_source WHERE quote IS NOT NULL ORDER BY 1")
    return try claims.flatMap { try TraceQuery.sources(db, $0) }
      .filter { $0.fidelity == .notFound }
      .map { source in
        Finding(
          .quoteNotFound,
          Diagnostic(
            .warning, at: source.place,
            "“\(source.quote ?? "")” does not stand in \(source.address ?? source.target)",
            remedy: "correct the quotation, or say where it is from"))
      }
  }

  static func speakers(_ db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.path, min(u.line), count(*), (SELECT count(*) FROM utterance WHERE source_id = s.id)
        FROM utterance u JOIN source s ON s.id = u.source_id
        WHERE u.speaker_id IS NULL GROUP BY s.id ORDER BY s.path
        """
    ).map { row in
      let (unknown, all): (Int, Int) = (row[2], row[3])
      let turns = "\(all == 1 ? "turn" : "turns") \(unknown == 1 ? "has" : "have")"
      return Finding(
        .unknownSpeaker,
        Diagnostic(
          .warning, at: Place(row[0], line: row[1]),
          "\(unknown) of \(all) \(turns) an unknown speaker"))
    }
  }

  static func empty(_ db: Database) throws -> [Finding] {
    try String.fetchAll(
      db,
      sql: """
        SELECT path FROM source s WHERE NOT EXISTS (SELECT 1 FROM passage WHERE source_id = s.id)
          -- A warning says better what became of its words.
          AND NOT EXISTS (SELECT 1 FROM diagnostic d WHERE d.path = s.path) ORDER BY path
        """
    ).map { Finding(.empty, Diagnostic(.warning, at: Place($0), "no words were found in it")) }
  }

  static func duplicates(_ db: Database) throws -> [Finding] {
    let models = try Row.fetchAll(
      db,
      sql: """
        SELECT s.path, m.name, first.path FROM model m JOIN source s ON s.id = m.source_id
        JOIN (SELECT name, min(path) AS path FROM model JOIN source ON source.id = source_id
          GROUP BY name) first ON first.name = m.name AND first.path <> s.path
        ORDER BY s.path
        """
    ).map { row in
      Finding(
        .duplicate,
        Diagnostic(
          .error, at: Place(row[0]),
          "the model \(row[1] as String) is already that of \(row[2] as String)",
          remedy: "give one of them another id"))
    }
    let sources = try Row.fetchAll(
      db,
      sql: """
        SELECT s.path, s.identifier, first.path FROM source s
        JOIN (SELECT identifier, min(path) AS path FROM source WHERE identifier IS NOT NULL
          GROUP BY identifier) first ON first.identifier = s.identifier AND first.path <> s.path
        ORDER BY s.path
        """
    ).map { row in
      Finding(
        .duplicate,
        Diagnostic(
          .warning, at: Place(row[0]),
          "the id \(row[1] as String) is already that of \(row[2] as String)",
          remedy: "give one of them another id"))
    }
    return models + sources
  }
}
