extension JSONText {
  /// The tags whose beginning or end parts paragraphs, and those that only end a line.
  private static let blocks: Set<String> = [
    "p", "div", "blockquote", "ul", "ol", "pre", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
  ]
  private static let breaks: Set<String> = ["br", "li", "tr"]

  /// Tags that nothing but markup holds.
  private static let others: Set<String> = [
    "a", "b", "i", "u", "s", "em", "strong", "span", "code", "img", "at", "attachment", "sub",
    "sup",
    "del", "time", "td", "th", "tbody", "thead", "small", "font",
  ]

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "hellip": "…",
    "mdash": "—", "ndash": "–", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“",
  ]

  /// The characters without the markup of HTML, if they hold any.
  ///
  /// Each stays where it stands in the file. Paragraphs are parted by empty lines, and those of a
  /// quotation begin with `>`.
  var withoutMarkup: JSONText {
    guard looksMarked else { return self }
    var plain = JSONText(at: span)
    var quotes = 0
    var isLineStart = true
    func quote(_ at: Int, _ plain: inout JSONText) {
      if isLineStart, quotes > 0 { plain.append("> ".utf8, at: at) }
      isLineStart = false
    }
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), let tag = tag(at) {
        let name = tag.name.hasPrefix("/") ? String(tag.name.dropFirst()) : tag.name
        if name == "blockquote" { quotes = max(0, quotes + (tag.name == name ? 1 : -1)) }
        if JSONText.blocks.contains(name) || JSONText.breaks.contains(name) {
          let feeds = JSONText.blocks.contains(name) ? "\n\n" : "\n"
          plain.append(feeds.utf8, at: offset(of: at))
          isLineStart = true
        }
        at = tag.end
      } else if bytes[at] == UInt8(ascii: "&"), let entity = entity(at) {
        quote(offset(of: at), &plain)
        plain.append(entity.text.utf8, at: offset(of: at))
        at = entity.end
      } else {
        if bytes[at] == 0x0A {
          isLineStart = true
        } else if bytes[at] > 0x20 {
          quote(offset(of: at), &plain)
        }
        plain.append(at..<(at + 1), of: self)
        at += 1
      }
    }
    return plain
  }

  /// Whether a tag or an entity stands in it.
  private var looksMarked: Bool {
    bytes.indices.contains { at in
      switch bytes[at] {
      case UInt8(ascii: "<"): tag(at) != nil
      case UInt8(ascii: "&"): entity(at) != nil
      default: false
      }
    }
  }

  /// The tag of a known name that begins at `at`: its name in small letters, with the stroke of one
  /// that closes, and where it ends.
  private func tag(_ at: Int) -> (name: String, end: Int)? {
    var end = at + 1
    let isClosing = end < bytes.count && bytes[end] == UInt8(ascii: "/")
    if isClosing { end += 1 }
    let start = end
    while end < bytes.count, end - start < 12,
      (0x61...0x7A).contains(bytes[end] | 0x20) || (0x30...0x39).contains(bytes[end])
    {
      end += 1
    }
    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    guard
      JSONText.blocks.contains(name) || JSONText.breaks.contains(name)
        || JSONText.others.contains(name),
      end < bytes.count, bytes[end] <= 0x20 || bytes[end] == 0x2F || bytes[end] == 0x3E
    else { return nil }
    // An attribute's value may be long, but no tag is a page.
    let last = min(bytes.count, end + 1024)
    guard let close = bytes[end..<last].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    return ((isClosing ? "/" : "") + name, close + 1)
  }

  /// The character that an entity at `at` stands for, and where it ends.
  private func entity(_ at: Int) -> (text: String, end: Int)? {
    let last = min(bytes.count, at + 12)
    guard let close = bytes[at..<last].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(at + 1)..<close], as: UTF8.self)
    if let text = JSONText.entities[name] { return (text, close + 1) }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number > 0x1F,
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return (String(scalar), close + 1)
  }
}
