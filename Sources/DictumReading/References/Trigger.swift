/// The bytes at which a pointer may begin, or by which it is known.
enum Trigger {
  /// For each byte whether it is one: `$ / : @ [ {`, and the `w` of `www`.
  private static let table: [Bool] = (0...255).map { "$/:@[{w".utf8.contains(UInt8($0)) }

  /// The next such byte of `bytes` from one offset to another.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    table.withUnsafeBufferPointer { isTrigger in
      bytes.withUnsafeBufferPointer { buffer in
        var at = start
        while at < end {
          let byte = buffer[at]
          if isTrigger[Int(byte)],
            byte != UInt8(ascii: "w") || (at + 1 < end && buffer[at + 1] == byte)
          {
            return at
          }
          at += 1
        }
        return nil
      }
    }
  }
}
