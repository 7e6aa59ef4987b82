package import DictumModel
import GRDB

/// Changes the index during one ingest, inside one transaction.
///
/// It owns the ids of the speakers it has met, so that a million passages do not ask for them again.
package final class IngestWriter {
  let db: Database
  private var speakerIDs: [SpeakerKey: Int64] = [:]

  /// The speaker met last: most passages are of the same as the one before.
  private var lastSpeaker: (name: String, id: Int64)?

  /// How the source being written writes the names of its speakers.
  private var spellings: Set<SpeakerSpelling> = []

  init(_ db: Database) { self.db = db }

  /// Every file that an earlier ingest met, by path.
  package func files() throws -> [String: FileRecord] {
    var files: [String: FileRecord] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT path, size, modified, inode, sha256, status, reason FROM file")
    while let row = try rows.next() {
      let status = FileRecord.Status(rawValue: row[5]) ?? .refused
      files[row[0]] = FileRecord(
        path: row[0], stamp: FileRecord.Stamp(size: row[1], modified: row[2], inode: row[3]),
        sha256: row[4], status: status, reason: row[6])
    }
    return files
  }

  /// Records a file as met, in place of what was recorded for its path.
  package func setFile(_ file: FileRecord) throws {
    try run(
      """
      INSERT INTO file (path, size, modified, inode, sha256, status, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
        inode = excluded.inode, sha256 = excluded.sha256, status = excluded.status,
        reason = excluded.reason
      """,
      file.path, file.stamp.size, file.stamp.modified, file.stamp.inode, file.sha256,
      file.status.rawValue, file.reason)
  }

  /// Forgets a file.
  package func removeFile(_ path: String) throws {
    try run("DELETE FROM file WHERE path = ?", path)
  }

  /// Replaces what is known to be wrong with a file.
  package func setDiagnostics(_ diagnostics: [Diagnostic], for path: String) throws {
    try run("DELETE FROM diagnostic WHERE path = ?", path)
    for diagnostic in diagnostics {
      try run(
        """
        INSERT INTO diagnostic (path, line, column, severity, topic, message, remedy)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        path, diagnostic.place.line, diagnostic.place.column, diagnostic.severity.rawValue,
        diagnostic.topic.rawValue, diagnostic.message, diagnostic.remedy)
    }
  }

  /// A value kept between ingests, or `nil`.
  package func meta(_ key: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
  }

  /// Keeps a value between ingests.
  package func setMeta(_ key: String, _ value: String) throws {
    try run(
      "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      key, value)
  }

  /// Prepares the full-text index for many rows; `endBulk` undoes it.
  ///
  /// A larger hash before the index is written to a segment makes loading faster by half, measured
  /// with SQLite 3.40.1 on 300,000 rows.
  package func beginBulk() throws {
    try run("INSERT INTO passage_fts (passage_fts, rank) VALUES ('hashsize', 67108864)")
  }

  /// Puts the full-text index back to small changes.
  ///
  /// The crisis merge is put off: at its default it rewrites the whole index now and then, which
  /// was measured to stall one commit in a hundred by two seconds.
  package func endBulk() throws {
    try run("INSERT INTO passage_fts (passage_fts, rank) VALUES ('hashsize', 1048576)")
    try run("INSERT INTO passage_fts (passage_fts, rank) VALUES ('crisismerge', 64)")
  }

  /// The id of the speaker with this name, made when there is none.
  func speakerID(_ name: String) throws -> Int64 {
    if let lastSpeaker, lastSpeaker.name == name { return lastSpeaker.id }
    let key = SpeakerKey(name)
    let id = try speakerIDs[key] ?? speakerID(key, name)
    speakerIDs[key] = id
    spellings.insert(SpeakerSpelling(speaker: id, name: name))
    lastSpeaker = (name, id)
    return id
  }

  private func speakerID(_ key: SpeakerKey, _ name: String) throws -> Int64 {
    try run(
      "INSERT INTO speaker (key, name) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", key.stored, name
    )
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM speaker WHERE key = ?"), arguments: [key.stored])
    guard let id else { throw StoreError("the speaker \(name) could not be stored") }
    return id
  }

  /// Writes how a source writes the names met since the last call.
  func putSpellings(_ source: Int64) throws {
    for spelling in spellings {
      try run(
        "INSERT INTO speaker_spelling (source_id, speaker_id, name) VALUES (?, ?, ?)", source,
        spelling.speaker, spelling.name)
    }
    spellings = []
    lastSpeaker = nil
  }

  /// Removes the speakers that nothing names any more, and calls each of the others as most sources
  /// do, so that the order in which files were read does not count.
  package func settleSpeakers() throws {
    try run("DELETE FROM speaker WHERE id NOT IN (SELECT speaker_id FROM speaker_spelling)")
    try run(
      """
      UPDATE speaker SET name = best.name FROM (
        SELECT speaker_id, name, row_number() OVER (
          PARTITION BY speaker_id ORDER BY count(*) DESC, name) AS place
        FROM speaker_spelling GROUP BY speaker_id, name) AS best
      WHERE best.speaker_id = speaker.id AND best.place = 1 AND best.name <> speaker.name
      """)
    speakerIDs = [:]
  }

  /// Runs one statement, which is prepared once and kept.
  func run(_ sql: String, _ values: (any DatabaseValueConvertible)?...) throws {
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }
}

extension Store {
  /// Runs one ingest: everything `body` does is done together, or nothing of it.
  package func ingest<T>(_ body: (IngestWriter) throws -> T) throws(StoreError) -> T {
    try write { db in try body(IngestWriter(db)) }
  }
}

/// One way to write a speaker's name.
private struct SpeakerSpelling: Hashable {
  var speaker: Int64
  var name: String
}
