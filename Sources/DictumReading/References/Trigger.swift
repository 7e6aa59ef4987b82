/// The bytes at which a pointer may begin, or by which it is known.
enum Trigger {
  /// The next such byte of `bytes` from one offset to another.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var at = start
      while at < end {
        switch buffer[at] {
        // $ / : @ [ {
        case 0x24, 0x2F, 0x3A, 0x40, 0x5B, 0x7B: return at
        case 0x77 where at + 1 < end && buffer[at + 1] == 0x77: return at
        default: at += 1
        }
      }
      return nil
    }
  }
}
