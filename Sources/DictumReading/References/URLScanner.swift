import DictumModel

/// Bare URLs in prose, after the extended autolinks of GitHub Flavored Markdown 0.29, section 6.9.
///
///     www.commonmark.org/help       https://a.org/b_(c), then      (see https://a.org/q?x=1&y=2).
///
/// Punctuation at the end is the sentence's, and so is a closing bracket without an opening one.
/// Unlike GitHub, a URL ends before a square bracket, a quotation mark, and letters of scripts that
/// are written without spaces.
enum URLScanner {
  /// The URL whose `://` a stretch stops at.
  static func scheme(in stretch: Stretch) -> ByteSpan? {
    let colon = stretch.at
    guard stretch.byte(colon + 1) == UInt8(ascii: "/"), stretch.byte(colon + 2) == UInt8(ascii: "/")
    else { return nil }
    for (scheme, length) in [("https" as StaticString, 5), ("http", 4)]
    where stretch.holds(scheme, at: colon - length) && stretch.isBoundary(colon - length) {
      return span(in: stretch, from: colon - length, host: colon + 3, dots: 1)
    }
    return nil
  }

  /// The address without a scheme whose `www.` a stretch stops at.
  static func www(in stretch: Stretch) -> ByteSpan? {
    guard stretch.holds("www.", at: stretch.at), stretch.isBoundary(stretch.at),
      stretch.byte(stretch.at - 1) != UInt8(ascii: "."),
      stretch.byte(stretch.at - 1) != UInt8(ascii: "/")
    else { return nil }
    return span(in: stretch, from: stretch.at, host: stretch.at, dots: 2)
  }

  /// A URL from `start` on, if a host with so many dots stands at `host`.
  private static func span(in stretch: Stretch, from start: Int, host: Int, dots: Int) -> ByteSpan?
  {
    var at = host
    var dotsSeen = 0
    while ByteKind.isASCIIWord(stretch.byte(at)) || stretch.byte(at) == UInt8(ascii: "-")
      || isInHost(stretch.byte(at))
      || (stretch.byte(at) == UInt8(ascii: ".") && at > host && isHostStart(stretch.byte(at + 1)))
    {
      if stretch.byte(at) == UInt8(ascii: ".") { dotsSeen += 1 }
      at += 1
    }
    guard dotsSeen >= dots else { return nil }
    let end = URLScanner.end(in: stretch, from: at)
    return ByteSpan(start, end)
  }

  private static func isInHost(_ byte: UInt8) -> Bool { (0xC3...0xDF).contains(byte) }

  private static func isHostStart(_ byte: UInt8) -> Bool {
    ByteKind.isASCIIWord(byte) || isInHost(byte)
  }

  /// Where what begins before `start` and goes on without white space ends, without the punctuation
  /// behind it.
  static func end(in stretch: Stretch, from start: Int) -> Int {
    var at = start
    var open = 0
    while isURLByte(stretch.byte(at), stretch.byte(at - 1)) {
      if stretch.byte(at) == UInt8(ascii: "(") { open += 1 }
      if stretch.byte(at) == UInt8(ascii: ")") { open -= 1 }
      at += 1
    }
    while at > start {
      switch bytes(stretch, at - 1) {
      case UInt8(ascii: ")"):
        guard open < 0 else { return at }
        open += 1
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\\"):
        break
      default: return at
      }
      at -= 1
    }
    return at
  }

  private static func bytes(_ stretch: Stretch, _ at: Int) -> UInt8 { stretch.bytes[at] }

  /// ASCII that is not white space nor a delimiter of prose, and letters of two bytes, such as `é`.
  private static func isURLByte(_ byte: UInt8, _ before: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      return false
    case 0xC3...0xDF: return true
    case 0x80...0xBF: return (0xC3...0xDF).contains(before)
    default: return byte < 0x80
    }
  }
}
