/// One contribution answers another, or is addressed to somebody.
package struct Reply: Hashable, Sendable {
  /// How that is known.
  package enum Method: String, Sendable, Codable, CaseIterable {
    /// The record says so: a parent's id, a thread, a reference.
    case record
    /// Its place below the other: nested comments, indented replies.
    case nesting
    /// It quotes the other's words.
    case quotation
    /// It begins with the other's name: `nick: …`, `@Name`.
    case addressee
  }

  /// The one that answers, an index into `SourceReading.utterances`.
  package var from: Int

  /// What it answers, an index into `SourceReading.utterances`; `nil` when that is not in the source
  /// or only the addressee is known.
  package var to: Int?

  /// The record's id of what it answers, where the record gives one.
  package var toIdentifier: String?

  /// The person spoken to, as written.
  package var addressee: String?

  /// How it is known.
  package var method: Method

  /// From 0, a guess, to 1, said in so many words.
  package var confidence: Double

  /// A reply of the parts named.
  package init(
    from: Int, to: Int? = nil, toIdentifier: String? = nil, addressee: String? = nil,
    method: Method, confidence: Double
  ) {
    self.from = from
    self.to = to
    self.toIdentifier = toIdentifier
    self.addressee = addressee
    self.method = method
    self.confidence = confidence
  }
}
