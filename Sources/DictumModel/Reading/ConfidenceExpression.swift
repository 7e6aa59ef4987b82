/// Words that say how sure somebody is, of a type of its own.
///
/// A credence, the strength of one piece of evidence, an estimative word and the standing of a whole
/// document are four different things and are never compared as one.
package struct ConfidenceExpression: Hashable, Sendable {
  /// What sort of confidence.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// A probability that a proposition is true: "80% that it is basically true".
    case credence
    /// How much likelier evidence is under one hypothesis: "1.5:1 evidence".
    case likelihoodRatio
    /// A word of estimation: "likely", "almost certainly".
    case estimative
    /// What a document says of itself: "Epistemic status: speculative".
    case epistemicStatus
  }

  package var kind: Kind

  /// The expression as written, on one line.
  package var text: String

  /// The least value meant: a probability from 0 to 1, or a ratio; `nil` when the words give none.
  package var low: Double?

  /// The greatest value meant.
  package var high: Double?

  /// The word that makes it a confidence and not an amount: "evidence", "that", "think".
  package var head: String?

  /// The bytes of the expression.
  package var span: ByteSpan

  /// The line it begins on, from 1.
  package var line: Int

  /// The passage it stands in, an index into `SourceReading.passages`; `nil` in front matter.
  package var passage: Int?

  /// An expression of the parts named.
  package init(
    kind: Kind, text: String, low: Double? = nil, high: Double? = nil, head: String? = nil,
    span: ByteSpan, line: Int, passage: Int? = nil
  ) {
    self.kind = kind
    self.text = text
    self.low = low
    self.high = high
    self.head = head
    self.span = span
    self.line = line
    self.passage = passage
  }
}
