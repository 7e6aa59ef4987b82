/// A trace that an author left of changing words or mind: "Edit 9/26: …", a strike-through.
package struct RevisionEvent: Hashable, Sendable {
  /// What was done.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Words added after the first writing: "Edit:", "[edit: …]", "Update:".
    case edited
    /// Words struck through: no longer held.
    case struck
    /// The whole contribution taken back.
    case retracted
  }

  package var kind: Kind

  /// When, as far as written: `YYYY-MM-DD`, or `--MM-DD` where the year is left out.
  ///
  /// After ISO 8601; the form without a year is that of ISO 8601:1988 and RFC 6350, section 4.3.1.
  package var date: String?

  /// The words added or struck, without markup; for a contribution taken back, what says so.
  package var text: String

  /// The bytes of the trace, its markup included.
  package var span: ByteSpan

  /// The line it begins on, from 1.
  package var line: Int

  /// The passage it touches, an index into `SourceReading.passages`.
  package var passage: Int

  /// An event of the parts named.
  package init(
    kind: Kind, date: String? = nil, text: String, span: ByteSpan, line: Int, passage: Int
  ) {
    self.kind = kind
    self.date = date
    self.text = text
    self.span = span
    self.line = line
    self.passage = passage
  }
}
