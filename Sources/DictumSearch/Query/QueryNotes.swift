/// The notes about one query, each said once.
struct QueryNotes {
  /// The notes, in the order given.
  private(set) var sentences: [String] = []

  /// Adds a note unless it was given before or `QueryLimits.notes` are there.
  mutating func add(_ sentence: String) {
    guard sentences.count < QueryLimits.notes, !sentences.contains(sentence) else { return }
    sentences.append(sentence)
  }

  /// `text` in curly quotes, cut to a length that fits a line.
  static func quoted(_ text: String) -> String {
    text.count > 40 ? "“\(text.prefix(39))…”" : "“\(text)”"
  }
}
