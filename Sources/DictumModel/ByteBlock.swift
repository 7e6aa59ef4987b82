/// Sixteen bytes of a text in one register of the processor.
///
/// Most bytes of a text are of no interest to whoever scans it. What tells the others is asked of a
/// whole block at once: a `Places` holds the answer for each of its bytes.
@usableFromInline package typealias ByteBlock = SIMD16<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The sixteen bytes from `offset` on, all of which must be there.
  @inlinable package func block(at offset: Int) -> ByteBlock {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: ByteBlock.self)
  }
}

extension ByteBlock {
  /// For each byte of a block whether something holds of it.
  @usableFromInline package typealias Places = SIMDMask<SIMD16<Int8>>

  // Swift compiles what is asked of two blocks to an instruction, and of a block and a byte to a loop.

  /// Where `byte` stands.
  @inlinable package func places(of byte: UInt8) -> Places { self .== ByteBlock(repeating: byte) }

  /// Where one of the `count` bytes from `first` on stands; after 0xFF comes 0.
  @inlinable package func places(from first: UInt8, count: UInt8) -> Places {
    // The range is moved to the greatest numbers with a sign: only these are compared in one step.
    let moved = self &+ ByteBlock(repeating: 0x80 &- first &- count)
    return unsafeBitCast(moved, to: SIMD16<Int8>.self)
      .> SIMD16<Int8>(repeating: Int8(bitPattern: 0x7F &- count))
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// The first place, 0 to 15, if there is one.
  ///
  /// Nearly always there is none, and then nobody waits for a number.
  @inlinable package var first: Int? {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    let low = UInt64(littleEndian: halves[0])
    let high = UInt64(littleEndian: halves[1])
    guard low | high != 0 else { return nil }
    return low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
  }
}
