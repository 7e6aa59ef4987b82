import DictumModel

/// Where a speaker begins: the first step from leaves to utterances.
struct TurnStart {
  /// The leaf, an index.
  var leaf: Int

  /// The line of the leaf, from 0.
  var line: Int

  /// How many lines the label takes before the one on which its words may begin: 1 where the time
  /// has a line of its own.
  var labelLines = 0

  /// The speaker's label; `nil` in an export that names nobody.
  var label: SpeakerLabel?

  /// Whether it only ends the turn before it: `**Break:** [26:05]`.
  var isBoundary = false

  /// What the record says of the contribution, where the source is one; its leaf is no words.
  var record: TurnRecord?

  /// Whether there is such a record.
  var isRecord: Bool {
    if case .some = record { true } else { false }
  }
}
