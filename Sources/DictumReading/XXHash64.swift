/// The hash XXH64: the same on every machine and in every version, well mixed, and much faster than
/// one that is safe against those who look for two texts with the same.
///
/// After Collet, "xxHash fast digest algorithm", version 0.1.1 (2018).
enum XXHash64 {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  /// The hash of some bytes; another seed gives another.
  static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var at = 0
    var hash = seed &+ primes.4
    if bytes.count >= 32 {
      var lanes = (
        seed &+ primes.0 &+ primes.1, seed &+ primes.1, seed, seed &- primes.0
      )
      while bytes.count &- at >= 32 {
        lanes.0 = round(lanes.0, eight(bytes, at))
        lanes.1 = round(lanes.1, eight(bytes, at &+ 8))
        lanes.2 = round(lanes.2, eight(bytes, at &+ 16))
        lanes.3 = round(lanes.3, eight(bytes, at &+ 24))
        at &+= 32
      }
      hash =
        rotated(lanes.0, 1) &+ rotated(lanes.1, 7) &+ rotated(lanes.2, 12) &+ rotated(lanes.3, 18)
      hash = merged(merged(merged(merged(hash, lanes.0), lanes.1), lanes.2), lanes.3)
    }
    hash &+= UInt64(bytes.count)
    while bytes.count &- at >= 8 {
      hash = rotated(hash ^ round(0, eight(bytes, at)), 27) &* primes.0 &+ primes.3
      at &+= 8
    }
    if bytes.count &- at >= 4 {
      let four = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      hash ^= UInt64(UInt32(littleEndian: four)) &* primes.0
      hash = rotated(hash, 23) &* primes.1 &+ primes.2
      at &+= 4
    }
    while at < bytes.count {
      hash = rotated(hash ^ (UInt64(bytes[at]) &* primes.4), 11) &* primes.0
      at &+= 1
    }
    hash = (hash ^ (hash >> 33)) &* primes.1
    hash = (hash ^ (hash >> 29)) &* primes.2
    return hash ^ (hash >> 32)
  }

  private static func eight(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* primes.1, 31) &* primes.0
  }

  private static func merged(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* primes.0 &+ primes.3
  }

  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word &<< bits | word &>> (64 &- bits)
  }
}
