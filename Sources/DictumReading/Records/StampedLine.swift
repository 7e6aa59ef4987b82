import DictumModel

/// A line that begins with a time and then says who speaks.
///
///     12/03/2024, 09:15 - Ada Okafor: text              WhatsApp on Android
///     12/03/2024, 09:15 - ~ Ada: text                   the same, by one not in the address book
///     2024년 3월 12일 오후 9:15, 민수 : text                KakaoTalk
///     [12/03/24, 09:15:02] Ada Okafor: text             WhatsApp on iPhones
///     [2024-03-12 09:15] Ada Okafor: text               Signal
///     [09:15 AM]Ada Okafor: text                        Discord, copied
///     00:00:12⇥Ada Okafor⇥text                          Zoom
///     00:00:12 Ada Okafor: text                         Tactiq
///     09:15:03⇥ From Ada Okafor to Everyone: text       Zoom's chat
///     09:15:03 From Ada to Bo(Direct Message): text     Zoom's chat, to one person
///     09:15:03⇥ From  Ada Okafor : text                 Zoom's chat, of older versions
///     12/03/2024, 09:14 - Ada added Bo                  no colon: a note
struct StampedLine {
  var stamp: TimeStamp
  /// Who speaks; `nil` for a note.
  var name: String?
  var addressee: String?
  /// The words; bytes of the file.
  var text: ByteSpan

  /// The line's parts, or `nil` when it does not begin with a time.
  init?(_ bytes: [UInt8], _ line: ByteSpan) {
    var scanner = ByteScanner(bytes, line)
    // WhatsApp puts a left-to-right mark, U+200E, before some lines.
    _ = scanner.skip([0xE2, 0x80, 0x8E])
    let isBracketed = scanner.skip("[") || scanner.skip("(")
    guard let stamp = TimeStamp(&scanner) else { return nil }
    if isBracketed {
      guard scanner.skip("]") || scanner.skip(")") else { return nil }
    }
    if stamp.date != nil { _ = scanner.skip(",") }
    guard scanner.isAtSpace || isBracketed else { return nil }
    let hasTab = scanner.current == 0x09
    scanner.skipSpaces()
    for dash in ["- ", "– ", "— "] where scanner.skip(Array(dash.utf8)) { break }
    scanner.skipSpaces()
    _ = scanner.skip([0xE2, 0x80, 0x8E])
    guard !scanner.isAtEnd else { return nil }
    self.stamp = stamp
    text = ByteSpan(scanner.position, line.end)
    takeName(bytes, hasTab: hasTab)
  }

  private mutating func takeName(_ bytes: [UInt8], hasTab: Bool) {
    let near = bytes[text.start..<min(text.end, text.start + 120)]
    // With a date before it, a column is one of a chat's log, and `ChatLog` reads it.
    if hasTab, stamp.date == nil, let tab = near.firstIndex(of: 0x09),
      let name = StampedLine.name(bytes[text.start..<tab])
    {
      self.name = name
      text = ByteSpan(tab + 1, text.end)
      return
    }
    guard let colon = near.firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == text.end || bytes[colon + 1] <= 0x20
    else { return }
    var words = String(decoding: bytes[text.start..<colon], as: UTF8.self).onOneLine
    if words.hasPrefix("From "), let to = words.firstRange(of: " to ") {
      let whole = words[to.upperBound...].replacing("(Direct Message)", with: "")
      if whole.lowercased() != "everyone" { addressee = whole.trimmingSpaces }
      words = String(words[..<to.lowerBound].dropFirst("From ".count))
    }
    if words.hasPrefix("From "), words.split(separator: " ").count > 2 {
      words = String(words.dropFirst("From ".count))
    }
    guard let name = StampedLine.name(Array(words.utf8)[...], isDated: stamp.date != nil) else {
      addressee = nil
      return
    }
    self.name = name
    text = ByteSpan(colon + 1, text.end)
  }

  /// A name as chats show them: five words at most, of letters, digits and what people put in names;
  /// the number of a telephone; or, behind a date, pictures alone.
  private static func name(_ bytes: ArraySlice<UInt8>, isDated: Bool = false) -> String? {
    var words = CopiedText.visible(String(decoding: bytes, as: UTF8.self)).onOneLine
    if isDated, words.hasPrefix("~") { words = words.dropFirst().trimmingSpaces }
    guard !words.isEmpty, words.utf8.count <= 60 else { return nil }
    let parts = words.split(separator: " ")
    let isTelephone =
      words.hasPrefix("+")
      && words.utf8.allSatisfy { "+-() 0123456789\u{2011}".utf8.contains($0) }
    let isName =
      parts.count <= 5
      && words.utf8.allSatisfy {
        ByteKind.isHandle($0) || " '.&()~/".utf8.contains($0)
      }
    let hasLetter = words.unicodeScalars.contains(where: \.properties.isAlphabetic)
    let isPicture = isDated && words.utf8.contains { $0 >= 0x80 }
    return isTelephone || (isName && (hasLetter || isPicture)) ? words : nil
  }
}
