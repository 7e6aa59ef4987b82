package import DictumModel
import GRDB

extension IngestWriter {
  /// The hash of every source's bytes, by path.
  package func sourceHashes() throws -> [String: String] {
    var hashes: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT path, sha256 FROM source") {
      hashes[row[0]] = row[1]
    }
    return hashes
  }

  /// The paths of the sources that name one of `speakers`, in words or as another name.
  package func sources(naming speakers: Set<SpeakerKey>) throws -> Set<String> {
    guard !speakers.isEmpty else { return [] }
    var paths: Set<String> = []
    for key in speakers {
      paths.formUnion(
        try String.fetchAll(
          db,
          sql: """
            SELECT source.path FROM speaker JOIN speaker_spelling ON speaker_id = speaker.id
            JOIN source ON source.id = source_id WHERE key = ?
            """, arguments: [key.stored]))
    }
    for row in try Row.fetchAll(
      db, sql: "SELECT alias, path FROM speaker_alias JOIN source ON source.id = source_id")
    where speakers.contains(SpeakerKey(row[0])) {
      paths.insert(row[1])
    }
    return paths
  }

  /// Finds who is meant by the names that replies are addressed to, and writes what has changed.
  ///
  /// A name means the speaker called so, or by another name in this source; a first name the one who
  /// speaks in the source, or else in the library, if there is one.
  package func resolveAddressees() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, source_id, addressee, addressee_id FROM reply WHERE addressee IS NOT NULL
        ORDER BY source_id
        """)
    guard !rows.isEmpty else { return }
    let directory = try SpeakerDirectory(db)
    for row in rows {
      let found = directory.speaker(row[2], in: row[1])
      guard found != row[3] else { continue }
      try run("UPDATE reply SET addressee_id = ? WHERE id = ?", found, row[0] as Int64)
    }
  }
}

/// Who is called what, in each source and in the library.
private struct SpeakerDirectory {
  private var byKey: [String: Int64] = [:]
  private var byAlias: [Local: Int64] = [:]
  private var byFirstName: [Local: Int64?] = [:]

  /// A name within one source; source 0 is the library.
  private struct Local: Hashable {
    var source: Int64
    var name: String
  }

  init(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, key FROM speaker ORDER BY id") {
      byKey[row[1]] = row[0]
      add(row[0], row[1], in: 0)
    }
    for row in try Row.fetchAll(db, sql: "SELECT source_id, alias, speaker_id FROM speaker_alias") {
      byAlias[Local(source: row[0], name: SpeakerKey(row[1]).stored)] = row[2]
    }
    let spoken = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT u.source_id, u.speaker_id, s.key FROM utterance u
        JOIN speaker s ON s.id = u.speaker_id
        """)
    for row in spoken { add(row[1], row[2], in: row[0]) }
  }

  private mutating func add(_ speaker: Int64, _ key: String, in source: Int64) {
    guard let space = key.firstIndex(of: " ") else { return }
    let local = Local(source: source, name: String(key[..<space]))
    // Two of one first name are nobody.
    byFirstName[local] = .some(byFirstName[local] == nil ? speaker : nil)
  }

  func speaker(_ name: String, in source: Int64) -> Int64? {
    let key = SpeakerKey(name).stored
    if let alias = byAlias[Local(source: source, name: key)] { return alias }
    if let exact = byKey[key] { return exact }
    for place in [source, 0] {
      if let known = byFirstName[Local(source: place, name: key)] { return known }
    }
    return nil
  }
}
