/// Who said something, how that is known, and how surely.
///
/// *Unknown* is a value, not a gap.
@usableFromInline package struct Attribution: Hashable, Sendable, Codable {
  /// How it is known who spoke.
  @usableFromInline package enum Method: String, Sendable, Codable, CaseIterable {
    /// A label at the head of the turn: `**Name:**`, `Name:`.
    case label
    /// A heading that is a speaker's name.
    case heading
    /// A label that a registry in the front matter resolves to a name.
    case registry
    /// A voice tag of WebVTT, `<v Name>`.
    case voice
    /// A field of an export that names the speaker: `"speaker": "Name"`, `<nick>`, `display-name`.
    case record
    /// A legend of initials in the document: `| Ada Okafor | AO |`.
    case legend
    /// Words before the passage that say whose it is: "Nate gave us this comment:".
    case introduction
    /// The user says so: `dictum speakers assign`.
    case user
    /// The document's author, for words outside any turn.
    case author
    /// The note says so: `by::`.
    case declared
    /// The page's owner, for a capture of a page of comments.
    case owner
    /// Nothing says who it was.
    case none
  }

  /// The name as it should be shown; `nil` when the speaker is unknown.
  package var name: String?

  /// How it is known.
  package var method: Method

  /// From 0, a guess, to 1, said in so many words.
  package var confidence: Double

  /// An attribution of the parts named.
  @usableFromInline package init(name: String?, method: Method, confidence: Double) {
    self.name = name
    self.method = method
    self.confidence = confidence
  }

  /// Nobody knows who it was.
  package static let unknown = Attribution(name: nil, method: .none, confidence: 0)
}
