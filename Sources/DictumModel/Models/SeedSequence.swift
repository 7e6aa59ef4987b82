/// The seeds of a model's runs: each follows from the base, the model's id and its own index.
///
/// A seed depends on names and never on the order in which models run, so adding a model or a
/// replicate leaves every other seed as it was. With `mix` the finalizer of SplitMix64 (Steele, Lea
/// and Flood 2014), `g` its constant 0x9E3779B97F4A7C15 and `h` the 64-bit FNV-1a hash of the id's
/// UTF-8, seed `i` from 0 is the upper half of `mix((mix(base + g) XOR h) + (i + 1) g)`.
package struct SeedSequence: Hashable, Sendable {
  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  private let origin: UInt64

  /// The sequence of one model under one base.
  package init(base: UInt64, model: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in model.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    origin = Self.mix(base &+ Self.golden) ^ hash
  }

  /// The seed at an index from 0; it fits in 32 bits, as every generator accepts.
  package subscript(index: Int) -> UInt64 {
    let step = UInt64(truncatingIfNeeded: index) &+ 1
    return Self.mix(origin &+ step &* Self.golden) >> 32
  }

  /// The seeds a card asks for, in order; empty for a model that draws nothing at random.
  ///
  /// There are as many as its first look takes, unless a `count` is given: fewer are always the first
  /// of more. `base` stands in for the card's own where fresh seeds are wanted.
  package static func seeds(
    of card: ModelCard, count: Int? = nil, base: UInt64? = nil
  ) -> [UInt64] {
    guard let seeds = card.seeds else { return [] }
    let sequence = SeedSequence(base: base ?? seeds.base, model: card.id)
    return (0..<max(0, count ?? seeds.replicates)).map { sequence[$0] }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
