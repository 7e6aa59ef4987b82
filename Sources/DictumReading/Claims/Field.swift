import DictumModel

/// An inline field, `key:: value`, as Dataview writes them: alone on a line or in a list item, or in
/// round or square brackets within a sentence.
struct Field: Hashable {
  /// The key in lower case, with `-` for white space and `_`.
  var key: String

  /// What stands behind `::`, without white space around it.
  var value: String

  /// The bytes of the whole field, brackets included; offsets into what was scanned.
  var span: ByteSpan

  /// Whether it stands in brackets within a sentence.
  var isBracketed: Bool

  /// The keys that mean something; any other `word::` is prose.
  static let keys: Set<String> = {
    var keys: Set<String> = [
      "by", "credence", "status", "date", "source", "model", "asserts",
    ]
    for kind in RelationKind.allCases { keys.insert(kind.rawValue) }
    return keys
  }()

  /// The key of a line of the form `word:: value` that is none of the known ones.
  static func unknownKey(in line: [UInt8]) -> String? {
    var at = 0
    while at < line.count, isKeyByte(line[at]) || line[at] == UInt8(ascii: " ") { at += 1 }
    guard (2...24).contains(at), at + 1 < line.count, line[at] == UInt8(ascii: ":"),
      line[at + 1] == UInt8(ascii: ":")
    else { return nil }
    return String(decoding: line[..<at], as: UTF8.self)
  }

  /// The fields in one line of text, in order.
  static func fields(in line: [UInt8]) -> [Field] {
    var found: [Field] = []
    var at = 0
    while at + 1 < line.count {
      guard line[at] == UInt8(ascii: ":"), line[at + 1] == UInt8(ascii: ":") else {
        at += 1
        continue
      }
      if let field = field(in: line, colons: at, notBefore: found.last?.span.end ?? 0) {
        found.append(field)
        at = max(field.span.end, at + 2)
      } else {
        at += 2
      }
    }
    return found
  }

  /// The field whose `::` is at `colons`, if its key is a known one.
  private static func field(in line: [UInt8], colons: Int, notBefore: Int) -> Field? {
    for words in 1...2 {
      guard let start = keyStart(in: line, before: colons, words: words), start >= notBefore else {
        continue
      }
      let letters = line[start..<colons].map { byte in
        byte == 0x20 || byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte | 0x20
      }
      let key = String(decoding: letters, as: UTF8.self)
      guard keys.contains(key) else { continue }
      let open = start > 0 ? line[start - 1] : 0
      let isBracketed = open == UInt8(ascii: "(") || open == UInt8(ascii: "[")
      guard isBracketed || isLineStart(line, start) else { continue }
      let end = isBracketed ? closing(of: open, in: line, from: colons + 2) : line.count
      guard let end else { continue }
      let value = String(decoding: line[(colons + 2)..<end], as: UTF8.self)
      return Field(
        key: key, value: trimmed(value),
        span: isBracketed ? ByteSpan(start - 1, end + 1) : ByteSpan(start, end),
        isBracketed: isBracketed)
    }
    return nil
  }

  private static func keyStart(in line: [UInt8], before colons: Int, words: Int) -> Int? {
    var at = colons
    var spaces = 0
    while at > 0 {
      let byte = line[at - 1]
      if byte == UInt8(ascii: " ") {
        guard spaces + 1 < words, at < colons else { break }
        spaces += 1
      } else if !isKeyByte(byte) {
        break
      }
      at -= 1
    }
    return at < colons ? at : nil
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isLineStart(_ line: [UInt8], _ start: Int) -> Bool {
    line[..<start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// How far a bracket may reach, in bytes; a limit keeps a line of a million brackets linear.
  private static let maximumBytes = 4_000

  /// The bracket that closes `open`, past nested ones.
  private static func closing(of open: UInt8, in line: [UInt8], from start: Int) -> Int? {
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var depth = 1
    for at in start..<max(start, min(line.count, start + maximumBytes)) {
      if line[at] == open { depth += 1 }
      if line[at] == close { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
