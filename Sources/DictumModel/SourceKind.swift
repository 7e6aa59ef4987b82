/// What sort of document a source is.
package enum SourceKind: String, Sendable, Codable, CaseIterable {
  /// One author's text.
  case post
  /// Several speakers in turn, written: labelled turns, or an export of messages.
  case dialogue
  /// Several speakers in turn, recorded: captions, or turns with times.
  case transcript
  /// A capture of a page of comments.
  case comments
  /// Anything else in prose.
  case note
  /// A model card.
  case model
}
