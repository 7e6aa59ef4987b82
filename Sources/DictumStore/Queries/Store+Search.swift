package import DictumModel
import GRDB

/// One passage that matched, before it is made ready for showing.
package struct PassageMatch: Sendable {
  package var id: Int64
  package var view: PassageView

  /// The passage's text with `\u{1}` before and `\u{2}` after each word that matched; `nil` without a
  /// full-text match.
  package var marked: String?

  /// BM25: the lower the better; 0 without a full-text match.
  package var score: Double
}

extension Store {
  /// The passages that match an FTS5 expression and a filter, best first, without those in `seen`.
  ///
  /// - Parameter match: An expression that the query compiler has made; anything else is an error.
  package func passages(
    matching match: String, filter: PassageFilter, limit: Int, seen: Set<Int64> = []
  ) throws(StoreError) -> [PassageMatch] {
    try read { db in
      let sql = try FilterSQL(filter, db)
      // Top k inside, joins outside: joined first, every match would be joined. CROSS JOIN keeps the
      // planner from looking up each passage of a filter in the full-text index.
      let isFiltered = !sql.conditions.isEmpty
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT f.rowid, \(FullText.rank) AS score FROM passage_fts f
            \(isFiltered
              ? "CROSS JOIN passage p ON p.id = f.rowid CROSS JOIN source s ON s.id = p.source_id"
              : "")
            WHERE passage_fts MATCH ?\(sql.clause) ORDER BY score LIMIT ?
            """),
        arguments: StatementArguments(
          [match] + sql.arguments + [FullText.candidates(for: limit) + seen.count]))
      let candidates = rows.filter { !seen.contains($0[0]) }
      let views = try PassageQuery.views(db, ids: candidates.map { $0[0] })
      let ranked = candidates.compactMap { row -> (id: Int64, score: Double)? in
        views[row[0]].map { (row[0], FullText.score(row[1], of: $0.text)) }
      }.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
        .map(\.element)
      let found = Store.repetitionsLast(ranked, views).prefix(limit)
      let ids = found.map(\.id)
      let short = ids.filter { (views[$0]?.text.utf8.count ?? 0) <= Store.longestMarked }
      let marked = try Store.marked(db, match: match, ids: short)
      return found.compactMap { id, score in
        views[id].map { PassageMatch(id: id, view: $0, marked: marked[id], score: score) }
      }
    }
  }

  /// The passages found, those last whose words the same speaker has in a better one: a page that was
  /// saved twice says nothing twice.
  private static func repetitionsLast(
    _ found: [(id: Int64, score: Double)], _ views: [Int64: PassageView]
  ) -> [(id: Int64, score: Double)] {
    var said: Set<[String?]> = []
    var repetitions: [(id: Int64, score: Double)] = []
    let first = found.filter { match in
      let isNew = said.insert([views[match.id]?.text, views[match.id]?.speaker.name]).inserted
      if !isNew { repetitions.append(match) }
      return isNew
    }
    return first + repetitions
  }

  /// The passages that pass a filter, newest source first, without those that match `excluded`.
  package func passages(
    filter: PassageFilter, excluding excluded: String?, limit: Int
  ) throws(StoreError) -> [PassageMatch] {
    try read { db in
      let sql = try FilterSQL(filter, db)
      let exclusion = excluded.map { _ in
        " AND p.id NOT IN (SELECT rowid FROM passage_fts WHERE passage_fts MATCH ?)"
      }
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(PassageQuery.columns) FROM passage p \(PassageQuery.joins)
            WHERE 1\(sql.clause)\(exclusion ?? "")
            ORDER BY s.date DESC, s.path, p.line, p.id LIMIT ?
            """),
        arguments: StatementArguments(
          sql.arguments + [excluded].compactMap { $0 as (any DatabaseValueConvertible)? } + [limit])
      )
      return rows.map {
        PassageMatch(id: $0[0], view: PassageQuery.view($0), marked: nil, score: 0)
      }
    }
  }

  /// How many passages match an FTS5 expression, if one is given, and a filter; not more than `limit`.
  package func count(
    matching match: String?, filter: PassageFilter, limit: Int
  ) throws(StoreError) -> Int {
    try read { db in
      let sql = try FilterSQL(filter, db)
      let matched = match.map { _ in
        "p.id IN (SELECT rowid FROM passage_fts WHERE passage_fts MATCH ?)"
      }
      return try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (
            SELECT 1 FROM passage p JOIN source s ON s.id = p.source_id
            WHERE \(matched ?? "1")\(sql.clause) LIMIT ?)
          """,
        arguments: StatementArguments(
          [match].compactMap { $0 as (any DatabaseValueConvertible)? } + sql.arguments + [limit]))
        ?? 0
    }
  }

  /// Up to `count` passages before the first and after the last of some neighbouring passages.
  package func surroundings(
    of passages: [PassageView], count: Int
  ) throws(StoreError) -> (before: [PassageView], after: [PassageView]) {
    guard let first = passages.first, let last = passages.last, count > 0 else { return ([], []) }
    let ids = try read { db in
      try [first, last].map { view in
        guard case .passage(let path, let anchor) = Address(view.address) else { return Int64(0) }
        return try Int64.fetchOne(
          db,
          sql: """
            SELECT p.id FROM passage p JOIN source s ON s.id = p.source_id
            WHERE s.path = ? AND p.anchor = ?
            """, arguments: [path, anchor]) ?? 0
      }
    }
    return (
      try neighbours(of: ids[0], count: count).before,
      try neighbours(of: ids[1], count: count).after
    )
  }

  /// The tested claims that passages declare or assert, by passage.
  package func claimMarks(of passages: [Int64]) throws(StoreError) -> [Int64: [ClaimMark]] {
    try read { db in try ClaimQuery.marks(db, passages: passages) }
  }

  /// What a filter names that the library does not have, each a sentence.
  package func notes(on filter: PassageFilter) throws(StoreError) -> [String] {
    try read { db in try FilterSQL(filter, db).notes }
  }

  /// Up to `count` passages on either side of a passage in its source.
  package func neighbours(
    of passage: Int64, count: Int
  ) throws(StoreError) -> (before: [PassageView], after: [PassageView]) {
    try read { db in
      func views(_ comparison: String, _ order: String) throws -> [PassageView] {
        try Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT \(PassageQuery.columns) FROM passage here
              JOIN passage p ON p.source_id = here.source_id
                AND \(PassageQuery.place) \(comparison) here.id
              \(PassageQuery.joins) WHERE here.id = ?
              ORDER BY \(PassageQuery.place) \(order) LIMIT ?
              """), arguments: [passage, count]
        ).map(PassageQuery.view)
      }
      return (try views("<", "DESC").reversed(), try views(">", "ASC"))
    }
  }

  /// Whether any passage has a word, whatever its source.
  package func hasPassage(matching match: String) throws(StoreError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT 1 FROM passage_fts WHERE passage_fts MATCH ? LIMIT 1", arguments: [match])
        ?? false
    }
  }

  /// Words of the library spelt almost like one that it does not have, nearest first, as they are
  /// written there.
  package func spellings(near word: String, limit: Int) throws(StoreError) -> [String] {
    // The vocabulary is a temporary table, which SQLite counts as writing.
    try write { db in
      try db.execute(
        sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, passage_fts, row)"
      )
      let length = word.utf8.count
      let stems = try String.fetchAll(
        db,
        sql: """
          SELECT term FROM temp.terms WHERE length(term) BETWEEN ? AND ?
          """, arguments: [max(3, length - 6), length + 1])
      // The index holds stems; the first passage with one shows how the word is written. It is found
      // by its place: a stem that is looked for is stemmed once more, and so may not be found.
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE IF NOT EXISTS temp.places
          USING fts5vocab(main, passage_fts, instance)
          """)
      let words = try Spelling.stems(word, among: stems).prefix(limit).compactMap { stem in
        let text = try String.fetchOne(
          db,
          sql: """
            SELECT p.body FROM temp.places t JOIN passage p ON p.id = t.doc
            WHERE t.term = ? AND t.col = 'body' LIMIT 1
            """, arguments: [stem])
        let written = (text ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
        return Spelling.nearest(to: word, among: written.map(String.init))
      }
      var seen: Set<String> = []
      return words.filter { seen.insert($0).inserted }
    }
  }

  /// Passages longer than this, in bytes, are not marked: SQLite's `highlight` takes time
  /// that grows with the square of the matches, a minute for a page of a million.
  private static let longestMarked = 32_768

  private static func marked(
    _ db: Database, match: String, ids: [Int64]
  ) throws -> [Int64: String] {
    guard !ids.isEmpty else { return [:] }
    let list = ids.map(String.init).joined(separator: ",")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT rowid, highlight(passage_fts, 1, char(1), char(2)) FROM passage_fts
        WHERE passage_fts MATCH ? AND rowid IN (\(list))
        """, arguments: [match])
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }
}
