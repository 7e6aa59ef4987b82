import DictumModel

/// The bytes at which a pointer may begin, or by which it is known; whatever Markdown takes for one
/// holds such a byte too.
enum Trigger {
  /// The next such byte of `bytes` from one offset to another.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = start
      let last = min(end - 1, bytes.count - 17)
      while true {
        while at <= last {
          let block = bytes.block(at: at)
          // A `w` counts beside another, which may be the first byte behind the block.
          let pairs = block.places(of: 0x77) .& bytes.block(at: at &+ 1).places(of: 0x77)
          if let first = (block.triggers .| pairs).first {
            at &+= first
            break
          }
          at &+= 16
        }
        if at >= end { return nil }
        if mayBegin(bytes, at, end) { return at }
        at += 1
      }
    }
  }

  /// Whether a byte and those beside it leave it open that a pointer is there.
  private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let before = at > 0 ? bytes[at - 1] : 0
    let after = at + 1 < end ? bytes[at + 1] : 0
    switch bytes[at] {
    // `://`, the scheme of an address in angle brackets, or the end of `doi:` or `arXiv:`.
    case UInt8(ascii: ":"):
      return after > 0x20 || before | 0x20 == UInt8(ascii: "i")
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

extension ByteBlock {
  /// Where one of `$ / : @ [ {` stands.
  fileprivate var triggers: Places {
    places(of: UInt8(ascii: "$")) .| places(of: UInt8(ascii: "/")) .| places(of: UInt8(ascii: ":"))
      .| places(of: UInt8(ascii: "@")) .| places(of: UInt8(ascii: "["))
      .| places(of: UInt8(ascii: "{"))
  }
}
