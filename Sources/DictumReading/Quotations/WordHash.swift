/// The hash of a word, whose bytes may come in several pieces.
struct WordHash {
  private var hash: UInt64 = 0

  /// The last bytes, fewer than eight, which are not in the hash yet; the first is the lowest.
  private var rest: UInt64 = 0

  /// How many bytes the word has so far.
  private var length = 0

  var isEmpty: Bool { length == 0 }

  init() {}

  /// The hash of a word of one piece, fewer than eight bytes.
  init(_ piece: WordPiece) {
    rest = piece.bytes
    length = piece.count
  }

  /// The hash of a word of one character of three bytes, the first of them the lowest.
  init(character: UInt64) {
    rest = character
    length = 3
  }

  /// Adds the `count` low bytes of `piece`, one to eight; the others are zero.
  @inline(__always)
  mutating func add(_ piece: UInt64, count: Int) {
    let held = length & 7
    rest |= piece &<< UInt64(8 * held)
    if held + count >= 8 {
      hash = WordHash.mixed(hash ^ rest)
      rest = piece >> (8 * (8 - held))
    }
    length += count
  }

  /// The hash of the whole word.
  var value: UInt32 { UInt32(truncatingIfNeeded: WordHash.mixed(hash ^ rest)) }

  /// The two halves of the product with a number whose bits are those of the golden ratio: each bit
  /// of it depends on all of the word.
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
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
    let word = text.eight(at: at)
    // A digit has the bit by which a small letter differs from its capital.
    bytes = word | Self.ones &* 0x20
    let low = bytes & ~Self.high
    let isLetter = (low &+ Self.ones &* (0x80 - 0x61)) & ~(low &+ Self.ones &* (0x80 - 0x7B))
    let plain = word & ~Self.high
    let isDigit = (plain &+ Self.ones &* (0x80 - 0x30)) & ~(plain &+ Self.ones &* (0x80 - 0x3A))
    let others = ~((isLetter | isDigit) & ~word) & Self.high
    count = others.trailingZeroBitCount / 8
    // The lowest bit of the first byte that is none, less one: all bits before it.
    bytes &= (others & (0 &- others)) &>> 7 &- 1
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from `at` on as a number, the first the lowest; those after the last are zero.
  @inline(__always)
  func eight(at: Int) -> UInt64 {
    if count &- at >= 8 {
      return UInt64(
        littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
          fromByteOffset: at, as: UInt64.self))
    }
    var number: UInt64 = 0
    for place in (at..<count).reversed() { number = number << 8 | UInt64(self[place]) }
    return number
  }
}
