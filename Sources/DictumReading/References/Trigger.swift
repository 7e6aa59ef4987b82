/// The bytes at which a pointer may begin, or by which it is known.
enum Trigger {
  /// The next such byte of `bytes` from one offset to another.
  ///
  /// Most prose has none for a hundred bytes and more, so sixteen are looked at together.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    return bytes.withUnsafeBytes { raw in
      var at = start
      while at < end {
        if at + 17 <= end {
          let here = raw.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
          let after = raw.loadUnaligned(fromByteOffset: at + 1, as: SIMD16<UInt8>.self)
          let marks = (here .== 0x24) .| (here .== 0x2F) .| (here .== 0x3A) .| (here .== 0x40)
          let brackets = (here .== 0x5B) .| (here .== 0x7B) .| ((here .== 0x77) .& (after .== 0x77))
          if !any(marks .| brackets) {
            at += 16
            continue
          }
        }
        let last = min(at + 16, end)
        while at < last {
          switch raw[at] {
          // $ / : @ [ {
          case 0x24, 0x2F, 0x3A, 0x40, 0x5B, 0x7B: return at
          case 0x77 where at + 1 < end && raw[at + 1] == 0x77: return at
          default: at += 1
          }
        }
      }
      return nil
    }
  }
}
