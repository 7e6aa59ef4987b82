import DictumModel

/// What double brackets hold that is no link to a note.
///
///     [[B\to C]]   [[nodiscard, gnu::hot]]   [[1, 2]]   O.[[Prototype]]
enum WikiShape {
  /// Whether `target`, which stands in double brackets at `span`, can be the name of a note.
  ///
  /// A formula, an attribute of a programming language, a row of numbers, and the slot of an object
  /// cannot.
  static func isLink(_ target: String, in bytes: [UInt8], _ span: ByteSpan) -> Bool {
    var isRow = false
    var isNumeric = true
    var before: UInt8 = 0
    for byte in target.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "<"), UInt8(ascii: ">"):
        return false
      case UInt8(ascii: ":") where before == UInt8(ascii: ":"): return false
      case UInt8(ascii: ","): isRow = true
      case 0x20, 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"): break
      default: isNumeric = false
      }
      before = byte
    }
    if isRow && isNumeric { return false }
    let isSlot =
      span.start > 1 && bytes[span.start - 1] == UInt8(ascii: ".")
      && (ByteKind.isASCIIWord(bytes[span.start - 2]) || bytes[span.start - 2] == UInt8(ascii: "*"))
      && !target.isEmpty && target.utf8.allSatisfy(ByteKind.isASCIIWord)
    return !isSlot
  }

  /// A fragment without the `#` that some write at its end; `nil` when nothing is left.
  static func fragment(_ written: String) -> String? {
    var fragment = written[...]
    while fragment.hasSuffix("#") { fragment.removeLast() }
    return fragment.isEmpty ? nil : String(fragment)
  }
}

/// `[[target#fragment|alias]]` in plain text, where no Markdown parser has found it.
enum PlainWikiLink {
  /// How far one may reach, in bytes; a limit keeps a line of a million `[[` linear.
  private static let maximumBytes = 500

  /// The end of the wiki-link whose first bracket a stretch stops at, or `nil`.
  static func end(in stretch: Stretch) -> Int? {
    guard stretch.byte(stretch.at + 1) == UInt8(ascii: "[") else { return nil }
    var at = stretch.at + 2
    let start = at
    let limit = min(stretch.end, at + maximumBytes)
    while at + 1 < limit {
      if stretch.byte(at) == UInt8(ascii: "[") { return nil }
      if stretch.byte(at) == UInt8(ascii: "]"), stretch.byte(at + 1) == UInt8(ascii: "]") {
        return at > start ? at + 2 : nil
      }
      at += 1
    }
    return nil
  }
}
