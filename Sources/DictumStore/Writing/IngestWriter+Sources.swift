package import DictumModel
import Foundation
import GRDB

extension IngestWriter {
  /// The id of the source at `path`, or `nil`.
  package func sourceID(_ path: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM source WHERE path = ?"), arguments: [path])
  }

  /// Writes what a file says, in place of what it said before; the source keeps its id.
  package func put(_ reading: SourceReading, path: String, sha256: String) throws -> Int64 {
    let id: Int64
    if let known = try sourceID(path) {
      id = known
      try clear(id)
      try run(
        """
        UPDATE source SET kind = ?, title = ?, date = ?, url = ?, identifier = ?, owner_id = ?,
          front_matter = ?, sha256 = ? WHERE id = ?
        """,
        reading.kind.rawValue, reading.title, reading.date, reading.url, reading.identifier,
        try reading.owner.map(speakerID), try json(reading.frontMatter), sha256, id)
    } else {
      try run(
        """
        INSERT INTO source (path, kind, title, date, url, identifier, owner_id, front_matter, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        path, reading.kind.rawValue, reading.title, reading.date, reading.url, reading.identifier,
        try reading.owner.map(speakerID), try json(reading.frontMatter), sha256)
      id = db.lastInsertedRowID
    }
    try putNames(reading, id)
    let utterances = try putUtterances(reading.utterances, id)
    let passages = try putPassages(reading, id, utterances: utterances)
    try putReferences(reading.references, id, passages: passages)
    try putClaims(reading, id, passages: passages)
    try putReplies(reading, id, utterances: utterances)
    try putObservations(reading, id, passages: passages)
    try putProposals(reading, id, utterances: utterances)
    if let model = reading.model { try putModel(model, id) }
    try putSpellings(id)
    return id
  }

  /// Removes the source at `path` and everything that was read from it.
  package func removeSource(_ path: String) throws {
    guard let id = try sourceID(path) else { return }
    try clear(id)
    try run("DELETE FROM source WHERE id = ?", id)
  }

  /// Gives a source another path; its id, and so every link to it, stays.
  package func renameSource(from old: String, to new: String) throws {
    try run("UPDATE source SET path = ? WHERE path = ?", new, old)
  }

  /// Removes everything that was read from a source, but not the source.
  private func clear(_ id: Int64) throws {
    try run(
      """
      INSERT INTO passage_fts (passage_fts, rowid, head, body, ident)
      SELECT 'delete', id, head, body, ident FROM passage WHERE source_id = ?
      """, id)
    for table in [
      "test", "model", "claim_source", "relation", "assertion", "claim", "reference", "reply",
      "reported_speech", "revision_event", "confidence_expression", "speaker_proposal", "passage",
      "utterance", "speaker_alias", "speaker_spelling", "source_author", "source_alias", "tag",
    ] {
      try run("DELETE FROM \(table) WHERE source_id = ?", id)
    }
  }

  private func putNames(_ reading: SourceReading, _ id: Int64) throws {
    for (position, author) in reading.authors.enumerated() {
      try run(
        "INSERT INTO source_author (source_id, position, speaker_id) VALUES (?, ?, ?)", id,
        position,
        try speakerID(author))
    }
    for alias in Set(reading.aliases) {
      try run("INSERT INTO source_alias (source_id, alias) VALUES (?, ?)", id, alias)
    }
    for tag in Set(reading.tags) {
      try run("INSERT INTO tag (source_id, tag) VALUES (?, ?)", id, tag)
    }
    for (alias, name) in reading.speakerAliases.sorted(by: { $0.key < $1.key }) {
      try run(
        "INSERT INTO speaker_alias (source_id, alias, speaker_id) VALUES (?, ?, ?)", id, alias,
        try speakerID(name))
    }
  }

  private func putModel(_ card: ModelCard, _ id: Int64) throws {
    try run(
      "INSERT INTO model (source_id, name, card) VALUES (?, ?, ?)", id, card.id, try json(card))
    for expectation in card.expectations {
      guard let claim = expectation.claim else { continue }
      let parts = claim.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      try run(
        """
        INSERT INTO test (source_id, said_by, model, expectation, target, fragment, line)
        VALUES (?, 'card', ?, ?, ?, ?, ?)
        """,
        id, card.id, expectation.id, String(parts[0]), parts.count > 1 ? String(parts[1]) : nil,
        expectation.line)
    }
  }

  /// Records the hashes of a model's inputs; `nil` for one that is missing.
  package func setInputs(_ inputs: [String: String?], ofModelAt source: Int64) throws {
    try run("DELETE FROM model_input WHERE source_id = ?", source)
    for (name, sha256) in inputs.sorted(by: { $0.key < $1.key }) {
      try run(
        "INSERT INTO model_input (source_id, name, sha256) VALUES (?, ?, ?)", source, name, sha256)
    }
  }

  /// Every model card with its source's id and path, in the order of the paths.
  package func models() throws -> [(source: Int64, path: String, card: ModelCard)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT model.source_id, source.path, model.card FROM model
        JOIN source ON source.id = model.source_id ORDER BY source.path
        """
    ).compactMap { row in
      guard let card: ModelCard = JSONText.decode(row[2]) else { return nil }
      return (row[0], row[1], card)
    }
  }

  /// The hashes of a model's inputs, as last recorded.
  package func inputs(ofModelAt source: Int64) throws -> [String: String?] {
    var inputs: [String: String?] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT name, sha256 FROM model_input WHERE source_id = ?", arguments: [source])
    {
      inputs.updateValue(row[1], forKey: row[0])
    }
    return inputs
  }

  func json(_ value: some Encodable) throws -> String { try JSONText.encode(value) }
}
