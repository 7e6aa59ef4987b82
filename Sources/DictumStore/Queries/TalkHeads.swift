/// With what the lines of a text begin, as far as that could tell a conversation.
///
///     Ada: Yes.          words and a colon
///     Ada                words alone
///     [12:03] ada yes    a time; behind the words, `ada — Today at 12:03`, in a short line only
struct TalkHeads {
  /// What makes a text look like a conversation, with how many lines do.
  enum Shape: Equatable {
    /// Words before a colon that come again, the commonest first.
    case colons([String], Int)
    /// Words alone on their line that come again.
    case names([String], Int)
    case times(Int)
  }

  /// Lines that are not blank.
  private(set) var lines = 0

  private var colons: [String: Int] = [:]
  private var names: [String: Int] = [:]
  private var times = 0

  /// Adds the lines of a passage's text.
  mutating func add(_ text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) { add(Array(line)[...]) }
  }

  /// What the lines look like; `nil` when it is not like a conversation.
  ///
  /// Two different heads come again, and they, or times, stand at a quarter of the lines and at four.
  var shape: Shape? {
    if let found = TalkHeads.common(colons), isFair(found.count) {
      return .colons(found.heads, found.count)
    }
    if isFair(times) { return .times(times) }
    if let found = TalkHeads.common(names), isFair(found.count) {
      return .names(found.heads, found.count)
    }
    return nil
  }

  private func isFair(_ count: Int) -> Bool { count >= 4 && count * 4 >= lines }

  /// The heads that come again, at most eight, with how many lines they head together.
  private static func common(_ counts: [String: Int]) -> (heads: [String], count: Int)? {
    let heads = counts.filter { $0.value > 1 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
    guard heads.count > 1 else { return nil }
    return (heads.map(\.key), heads.reduce(0) { $0 + $1.value })
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    var line = line
    while let first = line.first, TalkHeads.isSpace(first) { line.removeFirst() }
    while let last = line.last, TalkHeads.isSpace(last) { line.removeLast() }
    guard let first = line.first, let last = line.last else { return }
    lines += 1
    if TalkHeads.hasTime(line.prefix(40)),
      line.count <= 50 || TalkHeads.isDigit(first) || "[(".utf8.contains(first)
    {
      times += 1
    }
    // What is no letter, of those beyond ASCII, is mostly in the blocks with these first bytes.
    guard first == UInt8(ascii: "@") || TalkHeads.isLetter(first), first != 0xC2, first != 0xE2
    else { return }
    if let end = line.prefix(42).firstIndex(of: UInt8(ascii: ":")) {
      let after = line.index(after: end)
      guard after == line.endIndex || TalkHeads.isSpace(line[after]) else { return }
      if let head = TalkHeads.head(line[..<end], words: 4) { colons[head, default: 0] += 1 }
    } else if line.count < 40, TalkHeads.isLetter(last) || last == UInt8(ascii: ")"),
      let head = TalkHeads.head(line, words: 3)
    {
      names[head, default: 0] += 1
    }
  }

  /// Words that could be a name, in their case; `nil` for a sentence, an address or a long one.
  private static func head(_ bytes: ArraySlice<UInt8>, words: Int) -> String? {
    let isName = bytes.allSatisfy {
      isLetter($0) || isDigit($0) || " @.-_'()".utf8.contains($0)
    }
    guard isName, bytes.split(separator: 0x20).count <= words else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a time of day or of a recording stands in `bytes`: `12:03`.
  private static func hasTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 3 else { return false }
    for at in bytes.indices.dropFirst().dropLast(2)
    where bytes[at] == UInt8(ascii: ":") && isDigit(bytes[at - 1]) && isDigit(bytes[at + 1])
      && isDigit(bytes[at + 2])
    {
      return true
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A letter of ASCII, or any byte of another one.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
