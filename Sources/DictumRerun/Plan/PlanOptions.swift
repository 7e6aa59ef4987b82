/// What the user asks for beyond the card.
package struct PlanOptions: Hashable, Sendable {
  /// Whether every task is run, whatever was run before.
  package var isForced: Bool

  /// The base of fresh seeds; `nil` for the card's own.
  package var freshBase: UInt64?

  /// How many seeds the first look takes; `nil` for what the card says.
  package var seeds: Int?

  /// Options of the parts named.
  package init(isForced: Bool = false, freshBase: UInt64? = nil, seeds: Int? = nil) {
    self.isForced = isForced
    self.freshBase = freshBase
    self.seeds = seeds
  }
}
