/// A guess at who an unnamed turn is by, with the reason for it.
///
/// A proposal changes nothing until the user accepts it.
package struct SpeakerProposal: Hashable, Sendable {
  /// What points at the speaker.
  package enum Method: String, Sendable, Codable, CaseIterable {
    /// A later turn quotes it and names its author: "@Jeremy. I found this bit".
    case quotedAndNamed
    /// The turn before it speaks to somebody by name: "Hi Thomas".
    case addressed
    /// It quotes a question put to somebody by name, or words about them, and answers as that person.
    case answers
    /// The label is nearly another speaker's.
    case spelling
  }

  /// The turn's first utterance, an index into `SourceReading.utterances`.
  package var utterance: Int

  /// The name proposed, as written where it was found.
  package var name: String

  package var method: Method

  /// One sentence that a reader can check, with the turn that gives the cue.
  package var reason: String

  /// The line of the cue, from 1.
  package var line: Int

  /// From 0, a guess, to 1.
  package var confidence: Double

  /// A proposal of the parts named.
  package init(
    utterance: Int, name: String, method: Method, reason: String, line: Int, confidence: Double
  ) {
    self.utterance = utterance
    self.name = name
    self.method = method
    self.reason = reason
    self.line = line
    self.confidence = confidence
  }
}
