/// A word, a number or a mark of prose, with the bytes it came from.
struct Token {
  /// What it is.
  enum Kind { case word, number, symbol, code }

  var kind: Kind

  /// Its bytes in the file, 0-based and half-open.
  var start: Int
  var end: Int

  /// What word it is; `.none` for anything else.
  var key = WordKey.none

  /// What mark it is, in ASCII: typographic quotes are `"` and `'`, a short dash is `-`, a long one
  /// `;`, `≥` is `>`, `≈` is `~`.
  var symbol: UInt8 = 0

  /// What a number comes to.
  var value = 0.0

  /// Whether it stands between double quotation marks.
  var isQuoted = false

  /// Whether a word begins with a capital letter.
  var isCapitalised = false

  /// Whether a word has the shape of a name or a part of one: a capital and then small letters, as
  /// in `Ada`, `McAdam`, `Jean-Luc`, `O'Hara`, or one or two capitals, as in `J` and `EY`.
  var isNameLike = false

  /// Whether it is the mark `symbol`.
  func isSymbol(_ symbol: Unicode.Scalar) -> Bool {
    kind == .symbol && self.symbol == UInt8(ascii: symbol)
  }
}
