import DictumModel

/// A text of Slack with its markup taken out.
///
///     <https://example.org|this>   a link, shown as "this"
///     <https://example.org>        a link
///     <@U2> <@U2|ada>              a mention, shown with the name, if it is known: "@Ada Okafor"
///     <#C3|general>                a channel
///     <!here>                      a call to all
///     &lt; &gt; &amp;              the characters that the markup uses
struct SlackText {
  private(set) var text: JSONText
  private(set) var references: [Reference] = []
  /// Who is spoken to at the beginning, by name.
  private(set) var addressee: String?

  init(_ raw: JSONText, names: [String: String]) {
    text = JSONText(at: raw.span)
    let bytes = raw.bytes
    var at = 0
    var plain = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"),
        let close = bytes[at...].prefix(2000).firstIndex(of: UInt8(ascii: ">"))
      {
        text.append(plain..<at, of: raw)
        add(raw, at..<(close + 1), names)
        at = close + 1
        plain = at
      } else if bytes[at] == UInt8(ascii: "&"),
        let (character, length) = SlackText.entity(bytes, at)
      {
        text.append(plain..<at, of: raw)
        text.append(CollectionOfOne(character), at: raw.offset(of: at))
        at += length
        plain = at
      } else {
        at += 1
      }
    }
    text.append(plain..<bytes.count, of: raw)
  }

  /// Adds what stands between angle brackets.
  private mutating func add(_ raw: JSONText, _ range: Range<Int>, _ names: [String: String]) {
    let inner = raw.bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
    let parts = inner.split(separator: UInt8(ascii: "|"), maxSplits: 1)
    let target = String(decoding: parts.first ?? [], as: UTF8.self)
    let label = parts.count > 1 ? SlackText.decoded(parts[1]) : nil
    let span = raw.place(of: range)
    switch target.first {
    case "@":
      let id = String(target.dropFirst())
      let name = names[id] ?? label ?? id
      if text.bytes.allSatisfy({ $0 <= 0x20 }) { addressee = names[id] ?? label }
      append("@" + name, .mention, name, span)
    case "#": text.append("#\(label ?? String(target.dropFirst()))".utf8, at: span.start)
    case "!": text.append((label ?? "@" + target.dropFirst()).utf8, at: span.start)
    case nil: text.append(range, of: raw)
    default: append(label ?? target, .link, target, span)
    }
  }

  private mutating func append(
    _ shown: String, _ kind: Reference.Kind, _ target: String, _ span: ByteSpan
  ) {
    text.append(shown.utf8, at: span.start)
    references.append(
      Reference(kind: kind, target: target, text: shown, span: span, line: 1, column: 1))
  }

  /// The characters of a label; its link, in contrast, is shown nowhere.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private static func entity(_ bytes: [UInt8], _ at: Int) -> (UInt8, Int)? {
    let rest = bytes[at...]
    if rest.starts(with: "&lt;".utf8) { return (UInt8(ascii: "<"), 4) }
    if rest.starts(with: "&gt;".utf8) { return (UInt8(ascii: ">"), 4) }
    if rest.starts(with: "&amp;".utf8) { return (UInt8(ascii: "&"), 5) }
    return nil
  }
}
