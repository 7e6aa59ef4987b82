package import DictumModel
import GRDB

extension Store {
  /// The speakers, who say most first; only those that `name` means, if given.
  package func speakers(_ name: String? = nil) throws(StoreError) -> SpeakerList {
    try read { db in
      let wanted = try name.map { Set(try SpeakerMatch.ids(db, $0)) }
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH said AS (SELECT speaker_id, count(*) AS n FROM utterance GROUP BY 1),
            own AS (
              SELECT speaker_id, sum(confidence >= 0.7) AS n, sum(confidence < 0.7) AS guessed
              FROM passage WHERE voice NOT IN ('quoted', 'pasted') GROUP BY 1),
            part AS (
              SELECT speaker_id, count(DISTINCT source_id) AS n FROM (
                SELECT speaker_id, source_id FROM utterance
                UNION SELECT speaker_id, source_id FROM source_author
                UNION SELECT owner_id, id FROM source) GROUP BY 1),
            held AS (
              SELECT speaker_id, count(DISTINCT claim_id) AS n FROM assertion GROUP BY 1)
          SELECT sp.id, sp.name, coalesce(said.n, 0), coalesce(own.n, 0), coalesce(part.n, 0),
            coalesce(held.n, 0),
            (SELECT json_group_array(alias) FROM (
              SELECT DISTINCT alias FROM speaker_alias WHERE speaker_id = sp.id ORDER BY alias)),
            coalesce(own.guessed, 0)
          FROM speaker sp LEFT JOIN said ON said.speaker_id = sp.id
          LEFT JOIN own ON own.speaker_id = sp.id LEFT JOIN part ON part.speaker_id = sp.id
          LEFT JOIN held ON held.speaker_id = sp.id
          ORDER BY 4 DESC, 3 DESC, sp.key
          """)
      let speakers = rows.filter { wanted?.contains($0[0]) ?? true }.map { row in
        SpeakerSummary(
          name: row[1], aliases: JSONText.decode(row[6]) ?? [], utterances: row[2],
          passages: row[3], guessedPassages: row[7], sources: row[4], claims: row[5])
      }
      let unknown = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM utterance WHERE speaker_id IS NULL")
      return SpeakerList(speakers: speakers, unknownUtterances: unknown ?? 0)
    }
  }

  /// The names of the speakers that a name, or a part of one, means, in alphabetical order.
  package func speakerNames(_ name: String) throws(StoreError) -> [String] {
    try read { db in
      let ids = Set(try SpeakerMatch.ids(db, name))
      return try Row.fetchAll(db, sql: "SELECT id, name FROM speaker ORDER BY key")
        .filter { ids.contains($0[0]) }.map { $0[1] }
    }
  }

  /// The name of the speaker who is called `name` in a source, by its path: its own, or one that the
  /// source's registry or legend gives her; `nil` where nobody is.
  package func speakerName(_ name: String, in path: String) throws(StoreError) -> String? {
    try read { db in
      let key = SpeakerKey(name)
      if let own = try String.fetchOne(
        db, sql: "SELECT name FROM speaker WHERE key = ?", arguments: [key.stored])
      {
        return own
      }
      let aliases = try Row.fetchAll(
        db,
        sql: """
          SELECT alias, name FROM source JOIN speaker_alias ON source_id = source.id
          JOIN speaker ON speaker.id = speaker_id WHERE path = ?
          """, arguments: [path])
      return aliases.first { SpeakerKey($0[0] as String) == key }?[1]
    }
  }

  /// The names of speakers spelt almost like `name`, as a whole or in a word, nearest first.
  package func speakerNames(near name: String, limit: Int) throws(StoreError) -> [String] {
    try read { db in
      var names: [String: [String]] = [:]
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT key, name FROM speaker
          UNION SELECT lower(alias), name FROM speaker_alias JOIN speaker ON speaker.id = speaker_id
          ORDER BY 1
          """)
      {
        let key: String = row[0]
        for word in Set([key] + key.split(separator: " ").map(String.init)) {
          names[word, default: []].append(row[1])
        }
      }
      var seen: Set<String> = []
      let key = SpeakerKey(name).stored
      return Spelling.ranked(key, among: names.keys).filter {
        // In a short name two edits make any other.
        Spelling.distance(Array(key.utf8), Array($0.utf8)) <= max(1, key.utf8.count / 3)
      }
      .flatMap { names[$0] ?? [] }.filter { seen.insert($0).inserted }.prefix(limit).map(\.self)
    }
  }

  /// The sources that pass a filter, in the order of their paths.
  package func sources(_ filter: PassageFilter) throws(StoreError) -> [SourceSummary] {
    try read { db in
      let sql = try FilterSQL(filter, db)
      guard !sql.conditions.isEmpty else {
        return try Row.fetchAll(db, sql: "\(SourceQuery.sql) ORDER BY s.path")
          .map(SourceQuery.summary)
      }
      return try Row.fetchAll(
        db,
        sql: """
          \(SourceQuery.sql) WHERE s.id IN (
            SELECT p.source_id FROM passage p JOIN source s ON s.id = p.source_id
            WHERE 1\(sql.clause))
          ORDER BY s.path
          """, arguments: StatementArguments(sql.arguments)
      ).map(SourceQuery.summary)
    }
  }

  /// Every declared claim, in the order of the files.
  package func claims() throws(StoreError) -> [ClaimView] {
    try read { db in try ClaimQuery.all(db) }
  }

  /// Every model, in the order of the cards' paths.
  package func models() throws(StoreError) -> [ModelSummary] {
    try read { db in try ModelQuery.summaries(db) }
  }

  /// The card of every model with the path of its file, in the order of the paths.
  package func modelCards() throws(StoreError) -> [(path: String, card: ModelCard)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.path, m.card FROM model m JOIN source s ON s.id = m.source_id ORDER BY s.path
          """
      ).compactMap { row in
        guard let card: ModelCard = JSONText.decode(row[1]) else { return nil }
        return (row[0], card)
      }
    }
  }

  /// How much the index holds.
  package func totals() throws(StoreError) -> IndexTotals {
    try read { db in try IndexTotals(db) }
  }
}
