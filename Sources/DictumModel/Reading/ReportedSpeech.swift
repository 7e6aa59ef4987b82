/// One person's report of what another thinks or says: "Nate thinks that …".
///
/// The words stay the reporter's; the one reported has not said them here.
package struct ReportedSpeech: Hashable, Sendable {
  /// Whose view is reported, as written.
  package var speaker: String

  /// The verb of thinking or saying, as written: `thinks`.
  package var verb: String

  /// The bytes from the name to the end of its sentence.
  package var span: ByteSpan

  /// The line it begins on, from 1.
  package var line: Int

  /// The passage it stands in, an index into `SourceReading.passages`.
  package var passage: Int

  /// A report of the parts named.
  package init(speaker: String, verb: String, span: ByteSpan, line: Int, passage: Int) {
    self.speaker = speaker
    self.verb = verb
    self.span = span
    self.line = line
    self.passage = passage
  }
}
