package import DictumModel
import GRDB

extension Store {
  /// A stretch of the source that `name` means in full, to be read; `nil` when there is no such
  /// source, or none of the turns.
  ///
  /// - Parameters:
  ///   - turns: The turns wanted; from the beginning when `nil`.
  ///   - limit: How many turns of a conversation, or passages of anything else, are let through at
  ///     most; all when `nil`.
  package func page(
    of name: String, turns: ClosedRange<Int>? = nil, limit: Int? = nil
  ) throws(StoreError) -> SourcePage? {
    try read { db in
      guard let id = try SourceMatch.exact(db, name),
        let source = try SourceQuery.summary(db, id)
      else { return nil }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(PassageQuery.columns) FROM passage p \(PassageQuery.joins)
          WHERE p.source_id = ? ORDER BY \(PassageQuery.place)
          """, arguments: [id])
      let wanted = stretch(rows, turns: turns, limit: limit)
      if turns != nil, wanted.isEmpty { return nil }
      var headings: [SourcePage.Heading] = []
      for row in rows {
        let text: String = row[PassageQuery.headings]
        guard !text.isEmpty, text != headings.last?.text else { continue }
        headings.append(.init(text: text, line: row[PassageQuery.line]))
      }
      return SourcePage(
        source: source, speakers: try voices(db, id), headings: headings,
        passages: try wanted.map { try RemarkQuery.view(db, rows[$0]) },
        isMore: wanted.last.map { $0 + 1 < rows.count } ?? false)
    }
  }

  /// The indexes of the rows to show, in order: whole turns, and what stands between them.
  private func stretch(_ rows: [Row], turns: ClosedRange<Int>?, limit: Int?) -> [Int] {
    let numbers: [Int?] = rows.map { $0[PassageQuery.turn] }
    guard let first = numbers.compactMap(\.self).min() else {
      return turns == nil ? Array(rows.indices.prefix(limit ?? rows.count)) : []
    }
    let begin = turns?.lowerBound ?? first
    // A range of turns may be as wide as its author likes to write it.
    let last = turns?.upperBound ?? Int.max
    let end = limit.map { min(last, begin + $0 - 1) } ?? last
    let isIn: (Int?) -> Bool = { $0.map { (begin...end).contains($0) } ?? false }
    guard begin <= end, let start = numbers.firstIndex(where: isIn),
      let past = numbers.lastIndex(where: isIn)
    else { return [] }
    let isWhole = past == numbers.lastIndex { $0 != nil }
    let lower = turns == nil ? 0 : start
    let upper = turns == nil && isWhole ? rows.count - 1 : past
    return (lower...upper).filter { numbers[$0] == nil || isIn(numbers[$0]) }
  }

  private func voices(_ db: Database, _ source: Int64) throws -> [SourcePage.Voice] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.name, CASE WHEN s.id IS NULL THEN said.label END, count(DISTINCT said.turn) FROM (
          SELECT turn, speaker_id, label FROM utterance WHERE source_id = ?1
          UNION SELECT u.turn, j.speaker_id, u.label FROM utterance u
            JOIN joint_speaker j ON j.utterance_id = u.id WHERE u.source_id = ?1
        ) said LEFT JOIN speaker s ON s.id = said.speaker_id
        GROUP BY 1, 2 ORDER BY s.id IS NULL, 3 DESC, s.key, 2
        """, arguments: [source]
    ).map { .init(name: $0[0], label: $0[1], turns: $0[2]) }
  }
}
