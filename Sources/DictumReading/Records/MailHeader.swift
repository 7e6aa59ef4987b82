import DictumModel

/// The lines before a mail that say who wrote it, when, and what it answers.
///
///     From: Ada Okafor <ada@example.org>             RFC 5322, section 2.2
///     Date: Tue, 12 Mar 2024 09:15:02 +0000
///     Subject: The gauges
///     In-Reply-To: <m1@example.org>
///
///     **From:** Ada Okafor                           as mails are pasted, in any order
///     **Sent:** Tuesday, March 12, 2024 9:15 AM
///     **To:** Bram Visser
///
///     From: Ada Okafor                               Signal, from a backup
///     Type: incoming
///     Sent: Wed, 12 Mar 2025 18:02:11 +0000
///
///     From: Ada Okafor                               messages without a subject
///     Sent: 2024-03-12 09:10
struct MailHeader {
  /// The fields by their names in small letters, with the first of each name.
  private(set) var fields: [String: String] = [:]

  /// The lines of the block, indices.
  private(set) var lines: Range<Int>

  /// The names of a field in the languages that mail programs paste it in.
  private static let names = [
    "from": ["from", "von", "de", "da", "van"],
    "date": ["date", "sent", "datum", "gesendet", "envoyé", "enviado", "inviato", "verzonden"],
    "subject": ["subject", "betreff", "objet", "asunto", "oggetto", "onderwerp"],
    "to": ["to", "an", "à", "para", "a", "aan"],
  ]

  /// Whether it has an author and a date and nothing else, which one block of fields proves little by.
  private(set) var isBare = false

  /// The block that begins at a line, of so many lines at most; `nil` when it has no author, no date,
  /// or, unless an empty line follows, nothing else that a mail has.
  init?(_ bytes: [UInt8], _ all: [ByteSpan], at first: Int, longest: Int) {
    guard var field = MailHeader.field(bytes, all[first]) else { return nil }
    var at = first
    while true {
      at += 1
      let isIndented =
        all.indices.contains(at) && all[at].count > 1
        && (bytes[all[at].start] == 0x20 || bytes[all[at].start] == 0x09)
      let next = all.indices.contains(at) ? MailHeader.field(bytes, all[at]) : nil
      if isIndented, next == nil, at - first < longest {
        field.value += " " + String(decoding: bytes[all[at].range], as: UTF8.self).onOneLine
        continue
      }
      if fields[field.name] == nil { fields[field.name] = field.value }
      guard let next, at - first < longest else { break }
      field = next
    }
    lines = first..<at
    let hasMore = ["subject", "to", "message-id", "cc", "type"].contains { value(of: $0) != nil }
    guard let author, !author.isEmpty, value(of: "date") != nil else { return nil }
    if hasMore { return }
    let isNamed =
      author.contains("@") || author.hasPrefix("+")
      || LabelName.name(in: author, allowLowercase: true) != nil
    guard fields.count == 2, isNamed, date != nil, !all.indices.contains(at) || all[at].isEmpty
    else { return nil }
    isBare = true
  }

  /// The value of a field, under any of its names.
  func value(of name: String) -> String? {
    (MailHeader.names[name] ?? [name]).lazy.compactMap { fields[$0] }.first { !$0.isEmpty }
  }

  /// Who wrote it, as written.
  var author: String? { value(of: "from").map(MailName.name) }

  /// When, as `SourceReading.date`.
  var date: String? {
    guard let written = value(of: "date") else { return nil }
    if let date = DateText.ofRecord(written) { return date }
    // A weekday before it, a zone or a half of the day behind it.
    var words = written.split { $0 == " " || $0 == "," }.filter { $0 != "at" }
    if let first = words.first, first.allSatisfy(\.isLetter),
      DateText.normalized("1 \(first) 2000") == nil
    {
      words.removeFirst()
    }
    let clock = words.firstIndex { $0.contains(":") } ?? words.endIndex
    guard let day = DateText.normalized(words[..<clock].joined(separator: " ")) else { return nil }
    let isWhole =
      clock < words.endIndex && words[clock].utf8.count >= 5
      && !words[clock...].contains { ["AM", "PM"].contains($0.uppercased()) }
    return isWhole ? DateText.normalized("\(day)T\(words[clock])") ?? day : day
  }

  var identifier: String? { value(of: "message-id").flatMap(MailHeader.identifier) }

  /// The id of the mail that it answers.
  var replyTo: String? {
    (value(of: "in-reply-to")
      ?? value(of: "references")?.split(separator: " ").last.map(String.init))
      .flatMap(MailHeader.identifier)
  }

  private static func identifier(_ written: String) -> String? {
    guard let open = written.firstIndex(of: "<"), let close = written[open...].firstIndex(of: ">")
    else { return nil }
    return String(written[written.index(after: open)..<close])
  }

  /// A line's field: a name of letters and hyphens, be it bold, a colon, and the value.
  private static func field(
    _ bytes: [UInt8], _ line: ByteSpan
  ) -> (name: String, value: String)? {
    var scanner = ByteScanner(bytes, line)
    while scanner.isAtMark { scanner.advance() }
    let start = scanner.position
    while let byte = scanner.current, scanner.position - start <= 40,
      (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte >= 0x80
    {
      scanner.advance()
    }
    let end = scanner.position
    guard end > start else { return nil }
    while scanner.isAtMark { scanner.advance() }
    guard scanner.current == UInt8(ascii: ":") else { return nil }
    scanner.advance()
    while scanner.isAtMark { scanner.advance() }
    guard scanner.isAtEnd || scanner.isAtSpace else { return nil }
    var value = scanner.text(ByteSpan(scanner.position, line.end)).onOneLine
    if value.hasSuffix("\\") { value.removeLast() }
    return (scanner.text(ByteSpan(start, end)).lowercased(), value.trimmingSpaces)
  }

  /// Whether the line names an author, told from its first bytes.
  static func mayNameAuthor(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, bytes[at] == UInt8(ascii: "*") || bytes[at] == UInt8(ascii: "_") { at += 1 }
    guard at < end else { return false }
    switch bytes[at] | 0x20 {
    case UInt8(ascii: "f"), UInt8(ascii: "v"), UInt8(ascii: "d"): break
    default: return false
    }
    var letters = at
    while letters < end, letters - at < 5, (0x61...0x7A).contains(bytes[letters] | 0x20) {
      letters += 1
    }
    while letters < end, bytes[letters] == UInt8(ascii: "*") || bytes[letters] == UInt8(ascii: "_")
    {
      letters += 1
    }
    return letters < end && letters > at && bytes[letters] == UInt8(ascii: ":")
  }
}
