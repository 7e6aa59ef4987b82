import DictumModel

/// The lines of a file one after another, each without its line end.
///
/// A line ends at a line feed, a carriage return, or both together (CommonMark 0.30, section 2.1).
struct LineCursor {
  private let bytes: [UInt8]

  /// Where the next line begins; bytes, 0-based.
  private(set) var position: Int

  /// The lines of `bytes` from the offset `start`, which begins a line.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// The next line's bytes without its line end, or `nil` after the last.
  mutating func next() -> ByteSpan? {
    guard position < bytes.count else { return nil }
    let start = position
    return bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var end = start
      // Eight bytes at once as long as none can be a line end: a byte below 0x0E borrows into its
      // high bit.
      while end + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: end, as: UInt64.self)
        if (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        end += 8
      }
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      position = end
      if position < bytes.count, bytes[position] == 0x0D { position += 1 }
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
      return ByteSpan(start, end)
    }
  }
}
