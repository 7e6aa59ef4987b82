/// A set of hashes that says *no* surely and *yes* almost surely, in a few bits for each.
///
/// After Bloom, "Space/time trade-offs in hash coding with allowable errors" (1970), with one hash.
struct HashSieve {
  private var bits: [UInt64]
  private let mask: UInt64

  /// A sieve for about `count` hashes, of which one in eight is taken for another.
  init(count: Int) {
    var size = 4096
    while size < count * 8, size < 1 << 30 { size *= 2 }
    bits = Array(repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
  }

  /// Whether `hash` was, probably, put in.
  func contains(_ hash: UInt64) -> Bool {
    let bit = hash & mask
    return bits[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }

  /// Puts `hash` in; whether it was, probably, there before.
  @discardableResult
  mutating func insert(_ hash: UInt64) -> Bool {
    let bit = hash & mask
    let word = bits[Int(bit >> 6)]
    bits[Int(bit >> 6)] = word | 1 << (bit & 63)
    return word >> (bit & 63) & 1 == 1
  }
}
