/// How much of a query is read, so that a page pasted by mistake stays fast.
package enum QueryLimits {
  /// Unicode scalars read of a query.
  package static let scalars = 16_384

  /// Different words (letter case aside) read of a query, the values of fields included.
  package static let distinctWords = 64

  /// Words read of a query, repeats included.
  package static let words = 256

  /// How deep parentheses may lie in parentheses.
  ///
  /// FTS5's own parser has room for 100 symbols, and a level takes up
  /// to eight of them (`a OR (b NOT {head} : (`).
  package static let depth = 10

  /// The widest distance of `NEAR/n`, in words.
  package static let distance = 1_000

  /// Notes given about one query.
  package static let notes = 12
}
