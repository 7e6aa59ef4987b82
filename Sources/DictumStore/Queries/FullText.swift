/// How the full-text index ranks.
enum FullText {
  /// BM25, the lower the better, with the weights of `head`, `body` and `ident`.
  ///
  /// The title and the headings stand beside every passage below them, so a heavy weight would rank
  /// the shortest passage of a section first, whatever it says; docs/decisions/0002 shows it.
  static let rank = "bm25(passage_fts, 0.4, 1.0, 0.5)"

  /// How many passages to take from the index for `limit` results: enough that a passage which
  /// `score` moves up is among them.
  static func candidates(for limit: Int) -> Int { limit * 3 + 30 }

  /// The score of a passage, given its BM25: a passage of a few words counts for less.
  ///
  /// BM25 rewards short texts, and where every paragraph and every list item is a passage of its own,
  /// the shortest texts are labels, captions and cells, which hold a word without saying anything of
  /// it. From twelve words on a passage has its full score; a single word has a little over half.
  static func score(_ bm25: Double, of text: String) -> Double {
    let words = text.utf8.prefix(200).split { $0 == 0x20 || $0 == 0x0A }.count
    return bm25 * min(1, 0.5 + Double(words) / 24)
  }
}
