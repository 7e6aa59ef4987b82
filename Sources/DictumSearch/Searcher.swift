package import DictumModel
package import DictumStore

/// Finds passages: the verb of this room.
///
///     try Searcher(store: store).search("speaker:kwa deconfusion").hits
package struct Searcher: Sendable {
  private let store: Store

  /// A searcher of one index.
  package init(store: Store) { self.store = store }

  /// The best passages for a query, at most `limit`, each with `context` passages on either side.
  ///
  /// Every string is a query. `filter` is joined with the one the query holds.
  package func search(
    _ text: String, filter: PassageFilter = PassageFilter(), limit: Int = 10, context: Int = 0
  ) throws(StoreError) -> SearchResult {
    var compiled = CompiledQuery(Query(parsing: text))
    compiled.filter.add(filter)
    var notes = compiled.notes + (try store.notes(on: compiled.filter))
    var hits: [SearchHit] = []
    // One more than asked for shows whether there are more.
    let found = try matches(compiled, limit: limit + 1)
    let marks = try store.claimMarks(of: found.map(\.0.id))
    for (match, step) in found {
      var hit = Searcher.hit(match, step, terms: compiled.terms)
      hit.claims = marks[match.id] ?? []
      hits.append(hit)
    }
    notes += try missingWords(compiled)
    notes += try speakersAsked(compiled)
    notes += try othersOnSpeakers(compiled)
    if hits.isEmpty, notes.isEmpty, compiled.match != nil, !compiled.filter.isEmpty {
      notes.append("The library has these words, but not where the query looks for them")
    }
    let isMore = hits.count > limit
    hits.removeLast(hits.count - min(hits.count, limit))
    if context > 0 { try addContext(context, to: &hits, compiled, limit: limit) }
    return SearchResult(
      query: text, notes: notes, explanation: compiled.explanation, hits: hits, isMore: isMore)
  }

  /// The matches step by step, from the narrowest way of asking to the widest, each passage once.
  private func matches(
    _ query: CompiledQuery, limit: Int
  ) throws(StoreError) -> [(PassageMatch, String)] {
    guard query.match != nil else {
      if query.excluded == nil, query.filter.isEmpty { return [] }
      let found = try store.passages(
        filter: query.filter, excluding: query.excluded, limit: limit)
      return found.map { ($0, "filter") }
    }
    var found: [(PassageMatch, String)] = []
    var seen: Set<Int64> = []
    for step in query.steps where found.count < limit {
      let more = try store.passages(
        matching: step.match, filter: query.filter, limit: limit - found.count, seen: seen)
      for match in more {
        seen.insert(match.id)
        found.append((match, step.name))
      }
    }
    return found
  }

  private static func hit(
    _ match: PassageMatch, _ step: String, terms: [String]
  ) -> SearchHit {
    let text = match.view.text
    let highlights =
      match.marked.map { Marks.spans($0, in: text) } ?? Marks.firstSpans(of: terms, in: text)
    var line = match.view.line
    if let first = highlights.first {
      line += match.view.text.utf8.prefix(first.start).count { $0 == 0x0A }
    }
    return SearchHit(
      passage: match.view, highlights: highlights, line: line, match: step, score: match.score)
  }

  private func addContext(
    _ count: Int, to hits: inout [SearchHit], _ query: CompiledQuery, limit: Int
  ) throws(StoreError) {
    for (index, (match, _)) in try matches(query, limit: limit).enumerated()
    where index < hits.count {
      (hits[index].before, hits[index].after) = try store.neighbours(of: match.id, count: count)
    }
  }

  /// For a question that names a speaker of the library, how to ask for that speaker's own words.
  ///
  /// A name is written with a capital; `rule` does not mean the speaker called Rule.
  private func speakersAsked(_ query: CompiledQuery) throws(StoreError) -> [String] {
    guard query.filter.speakers.isEmpty else { return [] }
    for term in query.terms.prefix(4)
    where term.utf8.count > 2 && !term.contains(" ") && term.first?.isUppercase == true {
      let names = try store.speakerNames(term).filter { name in
        name.split(separator: " ").contains { $0.lowercased() == term.lowercased() }
      }
      guard let first = names.first, names.count <= 3 else { continue }
      return ["\(first) speaks here: speaker:\(term.lowercased()) asks for their own words"]
    }
    return []
  }

  /// For a question on a speaker's own words, how many passages have others' on them.
  private func othersOnSpeakers(_ query: CompiledQuery) throws(StoreError) -> [String] {
    guard !query.filter.speakers.include.isEmpty, query.filter.voices.isEmpty else { return [] }
    var filter = query.filter
    filter.voices.include = ["quoted", "pasted", "reported"]
    let count = try store.count(
      matching: query.steps.last?.match, filter: filter, limit: Searcher.countedOthers)
    guard count > 0 else { return [] }
    let shown = count < Searcher.countedOthers ? "\(count)" : "\(count) or more"
    let passages = count == 1 ? "passage others quote" : "passages others quote"
    let names = query.filter.speakers.include.joined(separator: ", ")
    return ["In \(shown) more \(passages), paste or report \(names): voice:any shows them too"]
  }

  /// The passages counted at most for a note.
  private static let countedOthers = 100

  /// The first words of a query that the library does not have, each with words that are spelt
  /// almost like it; a word that is silently not found would make a query mean another.
  private func missingWords(_ query: CompiledQuery) throws(StoreError) -> [String] {
    var notes: [String] = []
    for term in query.terms.prefix(4) where !term.contains("\"") {
      // A prefix need not be a word.
      if query.match?.contains("\"\(term)\" *") == true { continue }
      if try store.hasPassage(matching: "\"\(term)\"") { continue }
      let near = term.utf8.count > 3 ? try store.spellings(near: term.lowercased(), limit: 3) : []
      let hint = near.isEmpty ? "" : "; spelt almost like it: \(near.joined(separator: ", "))"
      notes.append("No passage has \(term)\(hint)")
    }
    return notes
  }
}

/// Where a query's words are in a passage: the marks that the store puts around them, or, in a passage
/// too long for that, the first of each word.
enum Marks {
  /// The first place of each term in `text`, case aside, in the order of the text.
  static func firstSpans(of terms: [String], in text: String) -> [ByteSpan] {
    let bytes = Array(text.utf8)
    let spans = terms.prefix(8).compactMap { term -> ByteSpan? in
      let wanted = Array(term.lowercased().utf8)
      guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
      let start = (0...(bytes.count - wanted.count)).first { at in
        lower(bytes[at]) == first
          && wanted.indices.allSatisfy { lower(bytes[at + $0]) == wanted[$0] }
      }
      return start.map { ByteSpan($0, $0 + wanted.count) }
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    // Two terms may share bytes; the first counts.
    return spans.reduce(into: []) { kept, span in
      if span.start >= kept.last?.end ?? 0 { kept.append(span) }
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The spans between marks, in bytes of `text`, which is without them.
  ///
  /// A text that holds such characters itself has none: which of them are marks cannot be told.
  static func spans(_ marked: String, in text: String) -> [ByteSpan] {
    if text.utf8.contains(where: { $0 == 1 || $0 == 2 }) { return [] }
    var spans: [ByteSpan] = []
    var position = 0
    var start: Int?
    for byte in marked.utf8 {
      switch byte {
      case 1: start = position
      case 2:
        if let first = start { spans.append(ByteSpan(first, position)) }
        start = nil
      default: position += 1
      }
    }
    return spans
  }
}
