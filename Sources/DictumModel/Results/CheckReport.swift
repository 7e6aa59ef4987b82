/// What is broken or doubtful in a library.
package struct CheckReport: Hashable, Sendable, Codable {
  /// One thing to mend.
  package struct Finding: Hashable, Sendable, Codable {
    /// What sort of thing.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// A file could not be read.
      case refused
      /// Something in a file is probably not as meant.
      case file
      /// An export probably lost something: a formula, a fraction, a bullet.
      case damage
      /// A link leads nowhere.
      case danglingLink = "dangling-link"
      /// A citation's key is that of no source.
      case unresolvedCitation = "unresolved-citation"
      /// A field of a claim leads nowhere.
      case danglingField = "dangling-field"
      /// Quoted words do not stand where they are said to.
      case quoteNotFound = "quote-not-found"
      /// A text looks like a conversation and was not read as one.
      case unreadTalk = "unread-conversation"
      /// A source holds no words.
      case empty
      /// Turns whose speaker is unknown.
      case unknownSpeaker = "unknown-speaker"
      /// Two things have one name.
      case duplicate
      /// No run of a model is known.
      case neverRun = "never-run"
      /// A model, or a bound, that no run speaks of as it is now.
      case staleVerdict = "stale-verdict"
      /// A fresh run contradicts a bound.
      case contradicted
      /// A fresh run did not repeat an earlier one of equal causes.
      case diverged
      /// A control must break a bound and does not.
      case toothless
    }

    package var kind: Kind
    package var diagnostic: Diagnostic

    /// A finding of the parts named.
    package init(_ kind: Kind, _ diagnostic: Diagnostic) {
      self.kind = kind
      self.diagnostic = diagnostic
    }
  }

  /// The findings, by kind in the order above, then by place.
  package var findings: [Finding]

  /// A report of these findings.
  package init(_ findings: [Finding]) { self.findings = findings }
}

/// The health of an index.
package struct DoctorReport: Hashable, Sendable, Codable {
  /// The absolute path of the database.
  package var path: String

  /// Its size on disk, bytes.
  package var bytes: Int
  package var schemaVersion: Int
  package var sqliteVersion: String
  package var totals: IndexTotals

  /// What is wrong; empty for a healthy index.
  package var problems: [String]

  /// A report of the parts named.
  package init(
    path: String, bytes: Int, schemaVersion: Int, sqliteVersion: String, totals: IndexTotals,
    problems: [String]
  ) {
    self.path = path
    self.bytes = bytes
    self.schemaVersion = schemaVersion
    self.sqliteVersion = sqliteVersion
    self.totals = totals
    self.problems = problems
  }
}
