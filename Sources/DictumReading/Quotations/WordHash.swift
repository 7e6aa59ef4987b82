/// The hash of a word, whose bytes may come in several pieces.
struct WordHash {
  private var hash: UInt64 = 0

  /// The last bytes, fewer than eight, which are not in the hash yet; the first is the lowest.
  private var rest: UInt64 = 0

  /// How many bytes the word has so far.
  private var length = 0

  var isEmpty: Bool { length == 0 }

  /// Adds the `count` low bytes of `piece`, one to eight; the others are zero.
  mutating func add(_ piece: UInt64, count: Int) {
    let held = length & 7
    rest |= piece << (8 * held)
    if held + count >= 8 {
      hash = WordHash.mixed(hash ^ rest)
      rest = piece >> (8 * (8 - held))
    }
    length += count
  }

  /// The hash of the whole word.
  var value: UInt32 { UInt32(truncatingIfNeeded: WordHash.mixed(hash ^ rest)) }

  /// After the last step of MurmurHash3 (Appleby, 2011).
  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = (word ^ (word >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    word = (word ^ (word >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return word ^ (word >> 33)
  }
}

/// The letters and digits of ASCII at a place of a text, up to eight, in a register.
struct WordPiece {
  /// The bytes, letters in small; the first is the lowest, and those after the last are zero.
  private(set) var bytes: UInt64

  /// How many there are.
  let count: Int

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The piece at `at`, which is in the text.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) {
    var word: UInt64 = 0
    if at + 8 <= text.count {
      word = UInt64(
        littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: at, as: UInt64.self))
    } else {
      for place in (at..<text.count).reversed() { word = word << 8 | UInt64(text[place]) }
    }
    // A digit has the bit by which a small letter differs from its capital.
    bytes = word | Self.ones &* 0x20
    let low = bytes & ~Self.high
    let isLetter = (low &+ Self.ones &* (0x80 - 0x61)) & ~(low &+ Self.ones &* (0x80 - 0x7B))
    let plain = word & ~Self.high
    let isDigit = (plain &+ Self.ones &* (0x80 - 0x30)) & ~(plain &+ Self.ones &* (0x80 - 0x3A))
    let others = ~((isLetter | isDigit) & ~word) & Self.high
    count = others.trailingZeroBitCount / 8
    bytes &= ~(UInt64.max << (8 * count))
  }
}
