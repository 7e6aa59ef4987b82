package import DictumModel

/// A query as the user meant it: what the words must be, what the passage must be, and what had to
/// be read otherwise than written.
///
/// Every string is a query; docs/query-language.md has the grammar.
package struct Query: Hashable, Sendable {
  /// What is asked of the words; nil when the query only filters, or holds nothing to look for.
  package var root: Expression?

  /// What is asked of the passage.
  package var filter: PassageFilter

  /// What was read otherwise than written, each a sentence for the user, at most
  /// `QueryLimits.notes`.
  package var notes: [String]

  /// The query that `text` stands for; it never fails.
  package init(parsing text: String) {
    var notes = QueryNotes()
    let lexed = QueryLexer.tokens(of: text, notes: &notes)
    let (filter, unfiltered) = QueryRepair.takingFilters(from: lexed, notes: &notes)
    let tokens = QueryRepair.sound(unfiltered, notes: &notes)
    self.root = QueryParser.expression(of: tokens)
    self.filter = filter
    if root == nil, filter.isEmpty, !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      notes.add("The query holds no word to look for")
    }
    self.notes = notes.sentences
  }
}
