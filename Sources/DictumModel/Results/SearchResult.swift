/// What a search found.
package struct SearchResult: Hashable, Sendable, Codable {
  /// The query as typed.
  package var query: String

  /// What was read otherwise than written, each a sentence.
  package var notes: [String]

  /// What the query became, line by line.
  package var explanation: String

  /// The best passages, best first.
  package var hits: [SearchHit]

  /// Whether there are more than were asked for.
  package var isMore: Bool

  /// A result of the parts named.
  package init(
    query: String, notes: [String], explanation: String, hits: [SearchHit], isMore: Bool
  ) {
    self.query = query
    self.notes = notes
    self.explanation = explanation
    self.hits = hits
    self.isMore = isMore
  }
}

/// One passage that a search found.
package struct SearchHit: Hashable, Sendable, Codable {
  /// The passage.
  package var passage: PassageView

  /// Where in `passage.text` the query's words are: bytes of UTF-8, 0-based, half-open, in order;
  /// empty when they are in the title or headings only.
  package var highlights: [ByteSpan]

  /// The line of the file with the first highlight, from 1; the passage's line without one.
  package var line: Int

  /// How the words matched: `phrase`, `all words`, `any word`, `exact`, or `filter`.
  package var match: String

  /// BM25, with less for a passage of a few words: the lower the better; only comparable within one `match`.
  package var score: Double

  /// The claims that the passage declares or asserts and that models test, with what runs say of them.
  package var claims: [ClaimMark]

  /// The passages before it in its source, as many as were asked for.
  package var before: [PassageView]

  /// The passages after it.
  package var after: [PassageView]

  /// A hit of the parts named.
  package init(
    passage: PassageView, highlights: [ByteSpan], line: Int, match: String, score: Double,
    claims: [ClaimMark] = [], before: [PassageView] = [], after: [PassageView] = []
  ) {
    self.passage = passage
    self.highlights = highlights
    self.line = line
    self.match = match
    self.score = score
    self.claims = claims
    self.before = before
    self.after = after
  }
}
