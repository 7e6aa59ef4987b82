/// Numbers by hash, of which each bit is as good as another: a dictionary that need not mix its keys.
///
/// Open addressing with linear probing, at most half full. The slot comes from a product with an odd
/// number drawn once for each run, so nobody can write a file whose hashes have the same slot; after
/// Dietzfelbinger et al., "A reliable randomized algorithm for the closest-pair problem" (1997).
struct HashCounts {
  /// A hash with one more, 0 for none, and its number.
  private struct Slot {
    var key: UInt64 = 0
    var count = 0
  }

  private static let factor = UInt64.random(in: .min ... .max) | 1

  private let factor = HashCounts.factor
  private var slots: [Slot]
  private var used = 0

  /// Room for about `count` hashes.
  init(count: Int) {
    var size = 8
    while size < count * 2 { size *= 2 }
    slots = HashCounts.empty(size)
  }

  /// Slots with nothing in them; `Array(repeating:count:)` looks its type up each time.
  private static func empty(_ size: Int) -> [Slot] {
    var slots: [Slot] = []
    slots.reserveCapacity(size)
    slots.append(contentsOf: repeatElement(Slot(), count: size))
    return slots
  }

  /// The number of a hash, which is below the greatest there is; `nil` when it has none.
  subscript(hash: UInt64) -> Int? {
    let place = place(of: hash)
    return slots[place].key == 0 ? nil : slots[place].count
  }

  /// Gives a hash another number; returns the one that it had.
  @discardableResult
  mutating func update(_ hash: UInt64, to count: Int) -> Int? {
    let place = place(of: hash)
    let before = slots[place]
    slots[place] = Slot(key: hash + 1, count: count)
    if before.key != 0 { return before.count }
    countNew()
    return nil
  }

  /// Gives a hash a number unless it has one; whether it had none.
  mutating func insert(_ hash: UInt64, _ count: Int) -> Bool {
    let place = place(of: hash)
    guard slots[place].key == 0 else { return false }
    slots[place] = Slot(key: hash + 1, count: count)
    countNew()
    return true
  }

  private mutating func countNew() {
    used += 1
    if used * 2 > slots.count { grow() }
  }

  /// Where a hash is, or where it would be.
  private func place(of hash: UInt64) -> Int {
    let shift = slots.count.leadingZeroBitCount + 1
    var place = Int((hash &* factor) >> UInt64(shift))
    while slots[place].key != 0, slots[place].key != hash + 1 {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let full = slots.filter { $0.key != 0 }
    slots = HashCounts.empty(slots.count * 2)
    for slot in full { slots[place(of: slot.key - 1)] = slot }
  }
}
