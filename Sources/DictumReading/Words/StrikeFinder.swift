import DictumModel

/// Finds words struck through: `~~words~~`, `<s>words</s>`, `<del>`, `<strike>`.
///
/// After GitHub Flavored Markdown 0.29, section 6.5, and HTML's elements `s` and `del`.
enum StrikeFinder {
  /// How far the end of a strike-through is looked for, in bytes.
  private static let reach = 1_000

  /// A strike-through with its markup, and the words in it.
  struct Found {
    var span: ByteSpan
    var words: ByteSpan
  }

  /// The strike-throughs in the bytes of `span`, outside code spans, in order.
  static func strikes(
    in bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan
  ) -> [Found] {
    var found: [Found] = []
    var at = span.start
    var isInCode = false
    while at + 1 < span.end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "`") { isInCode.toggle() }
      let strike: Found? =
        isInCode
        ? nil
        : byte == UInt8(ascii: "~")
          ? tildes(bytes, ByteSpan(at, span.end))
          : byte == UInt8(ascii: "<") ? element(bytes, ByteSpan(at, span.end)) : nil
      if let strike {
        found.append(strike)
        at = strike.span.end
      } else if byte == UInt8(ascii: "~") {
        // A run of tildes is one thing.
        while at < span.end, bytes[at] == byte { at += 1 }
      } else {
        at += 1
      }
    }
    return found
  }

  private static func tildes(_ bytes: UnsafeBufferPointer<UInt8>, _ rest: ByteSpan) -> Found? {
    let tilde = UInt8(ascii: "~")
    let start = rest.start + 2
    guard start < rest.end, bytes[rest.start + 1] == tilde, bytes[start] > 0x20,
      bytes[start] != tilde
    else { return nil }
    var at = start + 1
    let limit = min(rest.end, start + reach)
    while at + 1 < limit {
      if bytes[at] == tilde, bytes[at + 1] == tilde {
        guard bytes[at - 1] > 0x20, at + 2 >= rest.end || bytes[at + 2] != tilde else { return nil }
        return Found(span: ByteSpan(rest.start, at + 2), words: ByteSpan(start, at))
      }
      at += 1
    }
    return nil
  }

  private static let names: [[UInt8]] = ["s", "del", "strike"].map { Array($0.utf8) }

  private static func element(_ bytes: UnsafeBufferPointer<UInt8>, _ rest: ByteSpan) -> Found? {
    for name in names {
      let start = rest.start + name.count + 2
      guard start < rest.end, bytes[rest.start + name.count + 1] == UInt8(ascii: ">"),
        holds(bytes, rest.start + 1, name, rest.end)
      else { continue }
      var at = start
      let limit = min(rest.end - name.count - 2, start + reach)
      while at < limit {
        if bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "/"),
          holds(bytes, at + 2, name, rest.end), bytes[at + 2 + name.count] == UInt8(ascii: ">")
        {
          return Found(
            span: ByteSpan(rest.start, at + name.count + 3), words: ByteSpan(start, at))
        }
        at += 1
      }
    }
    return nil
  }

  private static func holds(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ name: [UInt8], _ end: Int
  ) -> Bool {
    guard at + name.count <= end else { return false }
    return name.indices.allSatisfy { bytes[at + $0] | 0x20 == name[$0] }
  }
}
