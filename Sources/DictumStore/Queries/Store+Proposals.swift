package import DictumModel
import GRDB

extension Store {
  /// What was noticed about speakers and not decided; only what concerns `name`, if given.
  package func speakerProposals(_ name: String? = nil) throws(StoreError) -> SpeakerProposals {
    try read { db in
      let key = name.map { SpeakerKey($0).text }
      func isWanted(_ names: String...) -> Bool {
        guard let key else { return true }
        return names.contains { SpeakerKey($0).text.contains(key) }
      }
      let known = try KnownNames(db)
      let turns = try Row.fetchAll(
        db,
        sql: """
          SELECT s.path, u.turn, u.line, sp.name, sp.method, sp.reason, sp.line, sp.confidence,
            (SELECT body FROM passage WHERE utterance_id = u.id ORDER BY first LIMIT 1)
          FROM speaker_proposal sp JOIN utterance u ON u.id = sp.utterance_id
          JOIN source s ON s.id = sp.source_id WHERE u.speaker_id IS NULL
          ORDER BY s.path, u.turn, sp.confidence DESC, sp.id
          """
      ).filter { isWanted($0[3], known.name(for: $0[3])) }.map { row in
        TurnProposal(
          address: "\(row[0] as String)#t\(row[1] as Int)", line: row[2],
          words: Decision.words(of: row[8] ?? ""), name: known.name(for: row[3]),
          method: SpeakerProposal.Method(rawValue: row[4]) ?? .addressed, reason: row[5],
          cue: Place(row[0], line: row[6]), confidence: row[7])
      }
      // What a source says of its own labels is better reasoned than what names alone say.
      var seen: Set<[SpeakerKey]> = []
      let merges = try (Store.spellings(db) + SpeakerLikeness(db).merges()).filter {
        isWanted($0.name, $0.into)
          && seen.insert([SpeakerKey($0.name), SpeakerKey($0.into)]).inserted
      }
      return SpeakerProposals(turns: turns, merges: merges)
    }
  }

  /// Speakers whose label a source spells almost as another's; one proposal for all their turns.
  private static func spellings(_ db: Database) throws -> [MergeProposal] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.name, sp.name, min(sp.reason), min(source.path)
        FROM speaker_proposal sp JOIN utterance u ON u.id = sp.utterance_id
        JOIN speaker s ON s.id = u.speaker_id JOIN source ON source.id = sp.source_id
        WHERE sp.method = 'spelling' GROUP BY s.id, sp.name ORDER BY 4, 1, 2
        """
    ).map { row in
      MergeProposal(
        name: row[0], into: row[1], reason: "\(row[3] as String): \(row[2] as String)")
    }.filter { SpeakerKey($0.name) != SpeakerKey($0.into) }
  }

  /// The turns of the source that `name` means in full, or `nil` when there is none.
  package func turns(of name: String) throws(StoreError) -> SourceTurns? {
    try read { db in
      guard let id = try SourceMatch.exact(db, name),
        let source = try Row.fetchOne(
          db, sql: "SELECT path, sha256 FROM source WHERE id = ?", arguments: [id])
      else { return nil }
      var proposed: [Int: [String]] = [:]
      let proposals = try Row.fetchAll(
        db,
        sql: """
          SELECT u.turn, sp.name FROM speaker_proposal sp JOIN utterance u ON u.id = sp.utterance_id
          WHERE sp.source_id = ? ORDER BY sp.confidence DESC, sp.id
          """, arguments: [id])
      let known = try KnownNames(db)
      for row in proposals {
        let name = known.name(for: row[1])
        if proposed[row[0]]?.contains(name) != true { proposed[row[0], default: []].append(name) }
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT u.turn, u.label, sp.name, p.anchor, p.body FROM utterance u
          JOIN passage p ON p.utterance_id = u.id LEFT JOIN speaker sp ON sp.id = u.speaker_id
          WHERE u.source_id = ? ORDER BY u.turn, p.first
          """, arguments: [id])
      var turns: [SourceTurns.Turn] = []
      for row in rows where turns.last?.key.number != row[0] {
        turns.append(
          SourceTurns.Turn(
            key: Decision.Turn(number: row[0], anchor: row[3], words: Decision.words(of: row[4])),
            speaker: row[2], label: row[1], proposed: proposed[row[0]] ?? []))
      }
      return SourceTurns(path: source[0], sha256: source[1], turns: turns)
    }
  }
}
