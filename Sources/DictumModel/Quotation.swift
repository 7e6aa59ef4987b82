/// Whether quoted words stand where they are said to.
package enum Quotation {
  /// How faithfully `quote` stands in one of `texts`; `unchecked` when there are none.
  ///
  /// This is the first rung of the ladder: word for word, or but for case, punctuation and white
  /// space. Parts left out with `…`, `...` or `[…]` must follow one another.
  package static func fidelity(of quote: String, in texts: [String]) -> SourceView.Fidelity {
    guard !texts.isEmpty else { return .unchecked }
    let oneLine = spaced(quote)
    if texts.contains(where: { spaced($0).contains(oneLine) }) { return .verbatim }
    let parts = quote.replacing("[...]", with: "…").replacing("[…]", with: "…")
      .replacing("...", with: "…").split(separator: "…").map { words(String($0)) }
      .filter { !$0.isEmpty }
    guard !parts.isEmpty else { return .notFound }
    let found = texts.contains { text in
      var rest = words(text)[...]
      for part in parts {
        guard let range = rest.firstRange(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
      return true
    }
    return found ? .normalized : .notFound
  }

  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The words in small letters, without punctuation.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
