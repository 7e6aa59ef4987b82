/// The bytes at which a pointer may begin, or by which it is known.
enum Trigger {
  /// For each byte what it may be: 1 for `$ / : @ [ {`, 2 for the `w` of `www`, 0 for all others.
  private static let table: [UInt8] = (0...255).map { byte in
    "$/:@[{".utf8.contains(UInt8(byte)) ? 1 : UInt8(byte) | 0x20 == UInt8(ascii: "w") ? 2 : 0
  }

  /// The next such byte of `bytes` from one offset to another.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in
        var at = start
        // Most bytes are none, so four are asked at once. Of three `w` side by side two are together
        // in one half of a group; the first of them may be the last byte of the group before.
        while at + 4 <= end {
          let (first, second) = (table[Int(bytes[at])], table[Int(bytes[at + 1])])
          let (third, fourth) = (table[Int(bytes[at + 2])], table[Int(bytes[at + 3])])
          let group = (first | second | third | fourth) & 1 | first & second | third & fourth
          if group != 0 {
            let from = max(start, at - 1)
            for place in from..<(at + 4) where mayBegin(bytes, place, end) { return place }
          }
          at &+= 4
        }
        for place in max(start, at - 1)..<max(at, end) where mayBegin(bytes, place, end) {
          return place
        }
        return nil
      }
    }
  }

  /// Whether a byte and those beside it leave it open that a pointer is there.
  private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let before = at > 0 ? bytes[at - 1] : 0
    let after = at + 1 < end ? bytes[at + 1] : 0
    switch bytes[at] {
    // `://`, or the end of `doi:` or `arXiv:`.
    case UInt8(ascii: ":"):
      return after == UInt8(ascii: "/") || before | 0x20 == UInt8(ascii: "i")
        || before | 0x20 == UInt8(ascii: "v")
    // The end of `doi.org/` and `arxiv.org/`, or the slash of a DOI.
    case UInt8(ascii: "/"):
      return before | 0x20 == UInt8(ascii: "g") || before == UInt8(ascii: ".")
        || ByteKind.isDigit(before)
    case UInt8(ascii: "w"):
      return after == UInt8(ascii: "w") && at + 2 < end
        && bytes[at + 2] | 0x20 == UInt8(ascii: "w")
    case UInt8(ascii: "{"): return after == UInt8(ascii: "{") || after == UInt8(ascii: "%")
    case UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "["): return true
    default: return false
    }
  }
}
