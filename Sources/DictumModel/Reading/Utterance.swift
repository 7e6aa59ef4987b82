/// One contribution by one speaker.
///
/// After ConvoKit's data model.
@usableFromInline package struct Utterance: Hashable, Sendable {
  /// The turn it belongs to, from 1; a turn is a maximal run of one speaker's utterances.
  package var turn: Int

  /// Who spoke.
  package var attribution: Attribution

  /// Who else spoke, where a label names several: `DH/YK`.
  package var alsoBy: [Attribution]

  /// The label as written, without its markup; `nil` where there is none.
  package var label: String?

  /// The bytes of the whole contribution, its label included.
  package var span: ByteSpan

  /// The line it begins on, from 1.
  package var line: Int

  /// The time code as written, such as `00:01:02`.
  package var time: String?

  /// When it was said or written, if the record gives a date of its own; as `SourceReading.date`.
  package var date: String?

  /// The id that the record gives it, unique within its source.
  package var identifier: String?
}

extension Utterance {
  /// An utterance of the parts named; the date and the id that a record gives are set afterwards.
  @usableFromInline package init(
    turn: Int, attribution: Attribution, alsoBy: [Attribution] = [], label: String? = nil,
    span: ByteSpan, line: Int, time: String? = nil
  ) {
    // Set one by one, the parts of so large a value are copied once more.
    self.init(
      turn: turn, attribution: attribution, alsoBy: alsoBy, label: label, span: span, line: line,
      time: time, date: nil, identifier: nil)
  }
}
