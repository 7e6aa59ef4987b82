import DictumModel

/// Where the bytes of a source may point to something or declare something, found in one pass; most
/// leaves and passages have no such place and need not be asked.
struct SourceMarks {
  /// The bytes at which a pointer may begin, or by which it is known, those that Markdown finds among
  /// them; bytes of the file, 0-based, in order.
  private(set) var pointers: [Int] = []

  /// The places of `::`, of `#claim` and of `]{`, in order.
  private var fields: [Int] = []
  private var tags: [Int] = []
  private var attributes: [Int] = []

  /// The marks that begin in a span.
  init(_ bytes: [UInt8], in span: ByteSpan) {
    bytes.withUnsafeBufferPointer { bytes in
      var at = span.start
      let last = min(span.end - 1, bytes.count - 17)
      var marks = ByteBlock.Places()
      while at <= last {
        // By itself, this loop has the registers to itself.
        while at <= last {
          marks = bytes.block(at: at).marks(before: bytes.block(at: at &+ 1))
          if marks.first != nil { break }
          at &+= 16
        }
        guard at <= last else { break }
        marks.forEach { if at + $0 < span.end { add(bytes, at + $0, span.end) } }
        at += 16
      }
      while at < span.end {
        add(bytes, at, span.end)
        at += 1
      }
    }
  }

  /// Adds what the byte at `at` and those beside it may be.
  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) {
    let before = at > 0 ? bytes[at - 1] : 0
    let after = at + 1 < end ? bytes[at + 1] : 0
    let mayPoint: Bool
    switch bytes[at] {
    // `://`, the scheme of an address in angle brackets, or the end of `doi:` or `arXiv:`.
    case UInt8(ascii: ":"):
      if after == UInt8(ascii: ":") { fields.append(at) }
      mayPoint =
        after > 0x20 || before | 0x20 == UInt8(ascii: "i") || before | 0x20 == UInt8(ascii: "v")
    // The end of `doi.org/` and `arxiv.org/`, or the slash of a DOI.
    case UInt8(ascii: "/"):
      mayPoint =
        before | 0x20 == UInt8(ascii: "g") || before == UInt8(ascii: ".")
        || ByteKind.isDigit(before)
    case UInt8(ascii: "w"):
      mayPoint =
        after == UInt8(ascii: "w") && at + 2 < end && bytes[at + 2] | 0x20 == UInt8(ascii: "w")
    case UInt8(ascii: "{"):
      if before == UInt8(ascii: "]") { attributes.append(at - 1) }
      mayPoint = after == UInt8(ascii: "{") || after == UInt8(ascii: "%")
    case UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "["): mayPoint = true
    case UInt8(ascii: "#"):
      if after == UInt8(ascii: "c"), bytes[at..<end].starts(with: "#claim".utf8) { tags.append(at) }
      mayPoint = false
    default: mayPoint = false
    }
    if mayPoint { pointers.append(at) }
  }

  /// Whether anything may be declared.
  var mayDeclare: Bool { !fields.isEmpty || !tags.isEmpty || !attributes.isEmpty }

  func hasField(_ span: ByteSpan) -> Bool { SourceMarks.holds(span, fields, 2) }

  func hasTag(_ span: ByteSpan) -> Bool { SourceMarks.holds(span, tags, 6) }

  func hasAttributes(_ span: ByteSpan) -> Bool { SourceMarks.holds(span, attributes, 2) }

  private static func holds(_ span: ByteSpan, _ places: [Int], _ length: Int) -> Bool {
    let first = places.partition { $0 >= span.start }
    return first < places.count && places[first] + length <= span.end
  }
}

extension ByteBlock {
  /// Where one of `$ / : @ [ {` stands, a `w` before another, or a `#` before a `c`; `next` is the
  /// block one byte on.
  fileprivate func marks(before next: ByteBlock) -> Places {
    let pairs =
      (places(of: UInt8(ascii: "w")) .& next.places(of: UInt8(ascii: "w")))
      .| (places(of: UInt8(ascii: "#")) .& next.places(of: UInt8(ascii: "c")))
    return pairs .| places(of: UInt8(ascii: "$")) .| places(of: UInt8(ascii: "/"))
      .| places(of: UInt8(ascii: ":")) .| places(of: UInt8(ascii: "@"))
      .| places(of: UInt8(ascii: "[")) .| places(of: UInt8(ascii: "{"))
  }
}
