/// What was noticed in a passage's words: that they were changed, how sure they are, whom they report.
package struct PassageRemarks: Hashable, Sendable, Codable {
  /// A trace of changed words or minds.
  package struct Revision: Hashable, Sendable, Codable {
    package var kind: RevisionEvent.Kind

    /// When, as far as written, as `RevisionEvent.date`.
    package var date: String?

    /// The words added or struck.
    package var text: String

    /// The line, from 1.
    package var line: Int

    /// A revision of the parts named.
    package init(kind: RevisionEvent.Kind, date: String?, text: String, line: Int) {
      self.kind = kind
      self.date = date
      self.text = text
      self.line = line
    }
  }

  /// Words that say how sure somebody is.
  package struct Confidence: Hashable, Sendable, Codable {
    package var kind: ConfidenceExpression.Kind

    /// The expression as written.
    package var text: String

    /// The bounds meant, as `ConfidenceExpression` has them.
    package var low: Double?
    package var high: Double?

    /// The line, from 1.
    package var line: Int

    /// An expression of the parts named.
    package init(
      kind: ConfidenceExpression.Kind, text: String, low: Double?, high: Double?, line: Int
    ) {
      self.kind = kind
      self.text = text
      self.low = low
      self.high = high
      self.line = line
    }
  }

  /// A report of what somebody else thinks or says.
  package struct Report: Hashable, Sendable, Codable {
    /// Whose view it is, as written.
    package var speaker: String

    /// The verb, as written.
    package var verb: String

    /// The line, from 1.
    package var line: Int

    /// A report of the parts named.
    package init(speaker: String, verb: String, line: Int) {
      self.speaker = speaker
      self.verb = verb
      self.line = line
    }
  }

  package var revisions: [Revision]
  package var confidences: [Confidence]
  package var reports: [Report]

  /// Remarks of the parts named.
  package init(revisions: [Revision], confidences: [Confidence], reports: [Report]) {
    self.revisions = revisions
    self.confidences = confidences
    self.reports = reports
  }

  /// Whether nothing was noticed.
  package var isEmpty: Bool { revisions.isEmpty && confidences.isEmpty && reports.isEmpty }
}
