import DictumModel

/// Where a speaker begins: the first step from leaves to utterances.
struct TurnStart {
  /// The leaf, an index.
  var leaf: Int

  /// The line of the leaf, from 0.
  var line: Int

  /// The speaker's label; `nil` in an export that names nobody.
  var label: SpeakerLabel?

  /// Whether it only ends the turn before it: `**Break:** [26:05]`.
  var isBoundary = false
}
