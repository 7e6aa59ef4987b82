/// Who a mail is from, as a person's name.
///
///     Ada Okafor <ada@example.org>        Ada Okafor
///     "Okafor, Ada" <ada@example.org>     Ada Okafor
///     ada at example.org (Ada Okafor)     Ada Okafor, as archives of lists write it
///     ada@example.org                     the address, where there is no name
///     =?utf-8?Q?Zo=C3=AB_Marsh?= <…>      Zoë Marsh (RFC 2047)
enum MailName {
  /// The name in the value of a `From` field.
  static func name(_ field: String) -> String {
    let field = decoded(field).replacing("\\<", with: "<")
    var words = field[...]
    if let open = words.firstIndex(where: { $0 == "<" || $0 == "[" }) {
      let before = words[..<open].trimmingSpaces
      if !before.isEmpty {
        words = before[...]
      } else {
        words = words[words.index(after: open)...].prefix { $0 != ">" && $0 != "]" && $0 != "(" }
      }
    } else if words.contains("@") || words.contains(" at "), words.last == ")",
      let open = words.lastIndex(of: "(")
    {
      words = words[words.index(after: open)...].dropLast()
    }
    var name = words.filter { $0 != "\"" }.trimmingSpaces
    if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 2 {
      name = String(name.dropFirst().dropLast())
    }
    let parts = name.split(separator: ",")
    if parts.count == 2 { name = (parts[1] + " " + parts[0]).onOneLine }
    return name
  }

  /// A field with its encoded words decoded, as far as they are of UTF-8, ISO 8859-1 or ASCII.
  static func decoded(_ field: String) -> String {
    guard field.utf8.holds("=?") else { return field }
    var decoded = ""
    var rest = field[...]
    while let open = rest.firstRange(of: "=?") {
      let parts = rest[open.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=",
        let text = text(parts[2], encoding: parts[1], charset: parts[0])
      else {
        decoded += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      let before = rest[..<open.lowerBound]
      // White space between two encoded words is none.
      if decoded.isEmpty || !before.allSatisfy(\.isWhitespace) { decoded += before }
      decoded += text
      rest = parts[3].dropFirst()
    }
    return decoded + rest
  }

  private static func text(
    _ words: Substring, encoding: Substring, charset: Substring
  ) -> String? {
    let bytes: [UInt8]
    switch encoding.lowercased() {
    case "q": bytes = QuotedPrintable.decoded(words.utf8.map { $0 == 0x5F ? 0x20 : $0 })
    case "b": bytes = base64(words.utf8)
    default: return nil
    }
    switch charset.lowercased() {
    case "utf-8", "us-ascii": return String(validating: bytes, as: UTF8.self)
    case "iso-8859-1": return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    default: return nil
    }
  }

  /// The bytes that letters of base 64 stand for (RFC 4648, section 4).
  private static func base64(_ letters: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for letter in letters {
      let value: Int
      switch letter {
      case 0x41...0x5A: value = Int(letter) - 0x41
      case 0x61...0x7A: value = Int(letter) - 0x61 + 26
      case 0x30...0x39: value = Int(letter) - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
    }
    return bytes
  }
}

/// Bytes written as `=C3=AB` (RFC 2045, section 6.7).
enum QuotedPrintable {
  /// The bytes that `text` stands for; what is no such escape stays.
  static func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
    let text = Array(text)
    guard text.contains(UInt8(ascii: "=")) else { return text }
    var bytes: [UInt8] = []
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "="), at + 2 < text.count, let high = digit(text[at + 1]),
        let low = digit(text[at + 2])
      {
        bytes.append(high << 4 | low)
        at += 3
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
