/// How far a run has come.
package struct RunProgress: Hashable, Sendable {
  /// The model's id.
  package var model: String

  /// How many tasks have a result, earlier ones used again among them.
  package var done: Int

  /// How many there are.
  package var total: Int

  /// How many did not end well.
  package var failed: Int

  /// Seconds of wall-clock time that the rest takes at the pace so far.
  package var secondsLeft: Double
}
