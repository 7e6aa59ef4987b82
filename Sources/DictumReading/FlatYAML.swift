import DictumModel

/// The YAML that most front matter keeps to: a key and a value a line, and lists of plain values.
///
///     title: "Steps"
///     authors: [Ada Okafor, Bram Visser]
///     tags:
///       - dialogue
///
/// libyaml and the tree above it took a tenth of the time of reading a library of notes. What this
/// reads, it reads as they do, which a test holds; everything else is left to them.
struct FlatYAML {
  private var values = Properties()

  /// The key whose value has not come yet, and the items of its list so far.
  private var open: (key: String, items: [ParamValue], indent: Int)?

  /// The most keys; among more, one that comes twice takes long to find.
  private static let mostKeys = 200

  /// Every key and its value, or `nil` when the bytes of `span` hold anything but such lines.
  static func values(_ bytes: [UInt8], _ span: ByteSpan) -> Properties? {
    var reader = FlatYAML()
    reader.values.reserve()
    var cursor = LineCursor(bytes, from: span.start)
    return bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      while cursor.position < span.end, let line = cursor.next() {
        count += 1
        guard count <= ParamValue.mostValues / 2,
          reader.take(UnsafeBufferPointer(rebasing: buffer[line.range]))
        else { return nil }
      }
      return reader.close() ? reader.values : nil
    }
  }

  /// Takes in a line; whether it could.
  private mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard FlatYAML.isPrintable(line) else { return false }
    var end = line.count
    while end > 0, line[end - 1] == 0x20 { end -= 1 }
    var start = 0
    while start < end, line[start] == 0x20 { start += 1 }
    if start == end { return true }
    if line[start] == UInt8(ascii: "#") { return true }
    if line[start] == UInt8(ascii: "-") { return takeItem(line, start, end) }
    guard start == 0, let colon = FlatYAML.keyEnd(line, end) else { return false }
    guard close() else { return false }
    let key = String(decoding: line[..<colon], as: UTF8.self)
    var at = colon + 1
    while at < end, line[at] == 0x20 { at += 1 }
    if at == end {
      open = (key, [], -1)
      return true
    }
    let text = UnsafeBufferPointer(rebasing: line[at..<end])
    guard at > colon + 1, let value = FlatYAML.list(text) ?? FlatYAML.scalar(text) else {
      return false
    }
    return add(value, for: key)
  }

  /// Adds a value; whether its key came for the first time.
  private mutating func add(_ value: ParamValue, for key: String) -> Bool {
    values.count < FlatYAML.mostKeys && values.add(value, for: key)
  }

  private mutating func takeItem(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard let indent = open?.indent, indent < 0 || indent == start, start + 2 < end,
      line[start + 1] == 0x20
    else { return false }
    var at = start + 2
    while line[at] == 0x20 { at += 1 }
    guard let value = FlatYAML.scalar(UnsafeBufferPointer(rebasing: line[at..<end])) else {
      return false
    }
    open?.items.append(value)
    open?.indent = start
    return true
  }

  /// Gives the key before the value that it has by now; whether it comes for the first time.
  private mutating func close() -> Bool {
    guard let list = open else { return true }
    open = nil
    let value = list.indent < 0 ? ParamValue.null : .list(list.items)
    return add(value, for: list.key)
  }

  /// Where the colon after a key of letters, digits, `_` and `-` stands.
  private static func keyEnd(_ line: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int? {
    var at = 0
    while at < end, isWordByte(line[at]) || line[at] == UInt8(ascii: "-") { at += 1 }
    guard at > 0, at < end, at <= 200, line[at] == UInt8(ascii: ":") else { return nil }
    return at
  }

  /// A list between brackets whose items hold no comma, quotation mark or bracket within them.
  private static func list(_ text: UnsafeBufferPointer<UInt8>) -> ParamValue? {
    guard text.count >= 2, text[0] == UInt8(ascii: "["), text[text.count - 1] == UInt8(ascii: "]")
    else { return nil }
    let inner = text[1..<(text.count - 1)]
    if inner.allSatisfy({ $0 == 0x20 }) { return .list([]) }
    var items: [ParamValue] = []
    for part in inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      var (start, end) = (part.startIndex, part.endIndex)
      while start < end, text[start] == 0x20 { start += 1 }
      while end > start, text[end - 1] == 0x20 { end -= 1 }
      let word = UnsafeBufferPointer(rebasing: text[start..<end])
      guard !word.contains(where: isIndicator), let item = scalar(word) else { return nil }
      items.append(item)
    }
    return .list(items)
  }

  /// Whether a byte may make something else than a word of an item: `[ ] { } : ? #`.
  private static func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// One value: in quotation marks, or plain words that begin with a letter, a digit or a slash and
  /// that no colon, hash or indicator makes anything else.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>) -> ParamValue? {
    guard let first = text.first, let last = text.last else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard text.count >= 2, last == first else { return nil }
      return quoted(UnsafeBufferPointer(rebasing: text[1..<(text.count - 1)]), mark: first)
    }
    guard isWordByte(first) || first == UInt8(ascii: "/") || first >= 0x80,
      last != UInt8(ascii: ":")
    else { return nil }
    for at in 1..<max(text.count, 1) {
      if text[at] == 0x20, text[at - 1] == UInt8(ascii: ":") { return nil }
      if text[at] == UInt8(ascii: "#"), text[at - 1] == 0x20 { return nil }
    }
    return ParamValue(plain: String(decoding: text, as: UTF8.self))
  }

  /// The words between two quotation marks; between double ones `\"` and `\\` stand for themselves,
  /// and `\n` for a line's end.
  private static func quoted(
    _ text: UnsafeBufferPointer<UInt8>, mark: UInt8
  ) -> ParamValue? {
    guard
      text.firstIndex(of: mark, from: 0) != nil
        || text.firstIndex(of: UInt8(ascii: "\\"), from: 0) != nil
    else {
      return .string(String(decoding: text, as: UTF8.self))
    }
    guard mark == UInt8(ascii: "\"") else { return nil }
    var words: [UInt8] = []
    words.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      if text[at] == mark { return nil }
      if text[at] == UInt8(ascii: "\\") {
        at += 1
        guard at < text.count, let byte = escaped(text[at]) else { return nil }
        words.append(byte)
      } else {
        words.append(text[at])
      }
      at += 1
    }
    return .string(String(decoding: words, as: UTF8.self))
  }

  /// What a byte behind a backslash stands for, between double quotation marks.
  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case UInt8(ascii: "n"): 0x0A
    default: nil
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

  /// Whether no character of a line is one that YAML 1.1 takes for a line break or refuses: controls,
  /// U+0085, U+2028 and U+2029, and those of U+F000 to U+FFFF.
  private static func isPrintable(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < line.count {
      if at + 16 <= line.count {
        // Nearly all are plain.
        let plain = line.block(at: at).places(from: 0x20, count: 0x5F)
        guard let other = (.!plain).first else {
          at += 16
          continue
        }
        at += other
      }
      let byte = line[at]
      defer { at += 1 }
      if isPlainByte(byte) { continue }
      if byte < 0x80 || byte == 0xEF { return false }
      let next = at + 1 < line.count ? line[at + 1] : 0
      if byte == 0xC2, next < 0xA0 { return false }
      if byte == 0xE2, next == 0x80, at + 2 < line.count,
        line[at + 2] == 0xA8 || line[at + 2] == 0xA9
      {
        return false
      }
    }
    return true
  }
}
