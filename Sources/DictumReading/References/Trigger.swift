/// The bytes at which a pointer may begin, or by which it is known.
enum Trigger {
  /// For each byte whether it may be one: 1 for `$ / : @ [ {`, and the `w` of `www`.
  private static let table: [UInt8] = (0...255).map { "$/:@[{w".utf8.contains(UInt8($0)) ? 1 : 0 }

  /// The next such byte of `bytes` from one offset to another.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in
        var at = start
        while at < end {
          // Most bytes are none, so four are asked at once.
          while at + 4 <= end,
            table[Int(bytes[at])] | table[Int(bytes[at + 1])] | table[Int(bytes[at + 2])]
              | table[Int(bytes[at + 3])] == 0
          {
            at += 4
          }
          guard at < end else { break }
          if table[Int(bytes[at])] != 0, mayBegin(bytes, at, end) { return at }
          at += 1
        }
        return nil
      }
    }
  }

  /// Whether what stands beside a byte of the table leaves it open that a pointer is there.
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
    case UInt8(ascii: "w"): return after == UInt8(ascii: "w")
    case UInt8(ascii: "{"): return after == UInt8(ascii: "{") || after == UInt8(ascii: "%")
    default: return true
    }
  }
}
