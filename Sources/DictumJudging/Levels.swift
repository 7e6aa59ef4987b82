/// How sure a verdict has to be, and how the chance of an error is shared out.
///
/// To hold takes the 99 % interval, to be contradicted the 99.99 % interval: false alarms multiply
/// with every bound and every night. Both are shared among the looks that the card allows, taken or
/// not, so that looking again never makes an error likelier than looking once (Bonferroni; the
/// simplest spending function of Lan and DeMets 1983). The chance of a false contradiction is shared
/// among the points too, since one of them is enough for it; that of a false `holds` is not, since all
/// of them are needed for it (the intersection-union test, Berger 1982).
struct Levels: Hashable {
  /// How many looks the card allows, at least 1.
  var looks = 1

  /// In how many places a bound may be contradicted, at least 1.
  var places = 1

  /// The chance that an interval misses on one side, for `holds`.
  var holdsTail: Double { 0.01 / 2 / Double(looks) }

  /// The same for `contradicted`.
  var contradictedTail: Double { 0.0001 / 2 / Double(looks) / Double(places) }

  /// The confidence of the interval that is shown.
  var confidence: Double { 1 - 2 * holdsTail }

  /// The chance that values are called heavy-tailed that are not.
  var outlierLevel: Double { 0.001 / Double(looks) / Double(places) }
}
