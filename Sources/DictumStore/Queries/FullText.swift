/// How the full-text index ranks.
enum FullText {
  /// BM25, the lower the better, with the weights of `head`, `body` and `ident`.
  ///
  /// The title and the headings stand beside every passage below them, so a heavy weight would rank
  /// the shortest passage of a section first, whatever it says; docs/decisions/0002 shows it.
  static let rank = "bm25(passage_fts, 0.4, 1.0, 0.5)"
}
