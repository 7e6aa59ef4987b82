/// Everything that one file says, read from its bytes alone.
///
/// Spans and lines are of the file as stored. What needs the rest of the library, such as what a
/// link leads to, is not here.
package struct SourceReading: Sendable {
  package var kind: SourceKind
  package var title: String
  package var authors: [String] = []
  /// When it was first published or written, as the file says: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or
  /// with a time after a `T`.
  package var date: String?
  /// Where it was published.
  package var url: String?
  /// The id its author gave it, unique in the library if the author is careful.
  package var identifier: String?
  /// Other names that links may use for it.
  package var aliases: [String] = []
  package var tags: [String] = []
  /// Whose page it is, for a capture of a page of comments; most of the words are theirs, not all.
  package var owner: String?
  /// The whole front matter, unknown keys too.
  package var properties = Properties()
  /// Names by which one speaker is known in this source, from its registry.
  package var speakerAliases: [String: String] = [:]
  package var utterances: [Utterance] = []
  package var passages: [Passage] = []
  package var references: [Reference] = []
  package var claims: [ClaimDeclaration] = []
  package var assertions: [AssertionDeclaration] = []
  package var replies: [Reply] = []
  /// Passages that repeat an earlier turn, in the order of the passages.
  package var quotations: [TracedQuotation] = []
  package var reports: [ReportedSpeech] = []
  package var revisions: [RevisionEvent] = []
  package var confidences: [ConfidenceExpression] = []
  /// Who unnamed turns may be by; never taken for said.
  package var proposals: [SpeakerProposal] = []
  package var model: ModelCard?
  package var diagnostics: [Diagnostic] = []

  /// The whole front matter as a JSON object.
  package var frontMatter: [String: ParamValue] { properties.dictionary }

  /// A reading of a source with nothing in it but its kind and title.
  package init(kind: SourceKind, title: String) {
    self.kind = kind
    self.title = title
  }
}
