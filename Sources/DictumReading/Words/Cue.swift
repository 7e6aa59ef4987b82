/// The sorts of things that a passage's words may hold, as a glance at its bytes tells.
///
/// A passage without a cue costs one look at each two bytes of it, through a small table, and
/// nothing else: most passages hold none.
struct Cue: OptionSet {
  let rawValue: UInt8

  static let report = Cue(rawValue: 1)
  static let revision = Cue(rawValue: 2)
  static let credence = Cue(rawValue: 4)
  static let estimate = Cue(rawValue: 8)
  static let strike = Cue(rawValue: 16)
  static let loss = Cue(rawValue: 32)
}
