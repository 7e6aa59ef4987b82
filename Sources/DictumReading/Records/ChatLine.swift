import DictumModel

/// One line of a chat's log.
///
///     [12:18] <ada> Has anybody tried it?         said; also `12:18:01 <ada>`, `<ada>` alone
///     12:18 <@ada> Has anybody tried it?          irssi, with the channel's operator marked
///     2004-12-25 12:18:01⇥ada⇥Has anybody tried?  weechat, in columns parted by tabs
///     12:18:01 | ada | Has anybody tried it?      the same copied; also `12:18:01 ada | Has`
///     12:18:01 [ada] Has anybody tried it?        RRSAgent of the W3C
///     [12:18] * ada waves                         done, not said
///     === ada waves                               the same
///     === ada [~a@example.org] has joined #dictum a notice; also after `***`, `-!-`, `-->`, `<--`
struct ChatLine {
  enum Kind { case said, action, notice }

  var kind: Kind
  var stamp: LogStamp

  /// Who speaks or acts, without the mark of a status; empty for a notice.
  var nick = ""

  /// The words, without white space at their ends.
  var words: ByteSpan
}

extension ChatLine {
  /// The longest nick read, in bytes.
  private static let longestNick = 64

  /// Reads a line; `nil` when it has none of the forms above.
  init?(_ bytes: [UInt8], _ line: ByteSpan) {
    var scanner = ByteScanner(bytes, line)
    let stamp = LogStamp(&scanner)
    let isStamped = stamp.time != nil || stamp.hasDay
    self.init(kind: .notice, stamp: stamp, words: ByteSpan(line.end, line.end))
    if isStamped, scanner.current == 0x09, readColumns(&scanner, line) { return }
    scanner.skipSpaces()
    if stamp.time?.utf8.count == 8, readBars(&scanner, line) { return }
    let isRead =
      readNotice(&scanner, line, isStamped: isStamped) || readAction(&scanner, line)
      || readSaid(&scanner, line, isStamped: isStamped)
    guard isRead else { return nil }
  }

  /// `⇥nick⇥words`, where the place of the nick may hold the mark of an action or a notice.
  private mutating func readColumns(_ start: inout ByteScanner, _ line: ByteSpan) -> Bool {
    var scanner = start
    scanner.advance()
    guard let column = scanner.upTo([0x09]), column.count <= ChatLine.longestNick else {
      return false
    }
    let name = scanner.text(column).trimmingSpaces
    if ChatLine.noticeMarks.contains(name) {
      words = scanner.rest(line)
      return true
    }
    if name == "*" {
      take(action: &scanner, line)
      return true
    }
    guard let nick = ChatLine.nick(name), !nick.contains(" "), nick.first?.isNumber == false else {
      return false
    }
    self.nick = nick
    kind = .said
    words = scanner.rest(line)
    return true
  }

  /// `| nick | words` or `nick | words` behind a time with seconds, which no programme has.
  private mutating func readBars(_ start: inout ByteScanner, _ line: ByteSpan) -> Bool {
    var scanner = start
    if scanner.skip("|") { scanner.skipSpaces() }
    guard let column = scanner.upTo(Array(" |".utf8)), column.count <= ChatLine.longestNick,
      scanner.isAtEnd || scanner.isAtSpace
    else { return false }
    let name = scanner.text(column).trimmingSpaces
    if ChatLine.noticeMarks.contains(name) {
      words = scanner.rest(line)
      return true
    }
    guard let nick = ChatLine.nick(name), !nick.contains(" "), nick.first?.isNumber == false,
      !nick.hasPrefix("<"), !nick.hasPrefix("[")
    else { return false }
    self.nick = nick
    kind = .said
    words = scanner.rest(line)
    return true
  }

  private static let noticeMarks: Set<String> = [
    "===", "==", "***", "****", "-!-", "-->", "<--", "--", "---", "=!=", "→", "←", "⇐",
  ]

  private mutating func readNotice(
    _ start: inout ByteScanner, _ line: ByteSpan, isStamped: Bool
  ) -> Bool {
    var scanner = start
    let first = scanner.position
    while !scanner.isAtEnd, !scanner.isAtSpace, scanner.position - first <= 4 { scanner.advance() }
    let mark = scanner.text(ByteSpan(first, scanner.position))
    guard scanner.isAtSpace, ChatLine.noticeMarks.contains(mark) else { return false }
    // Without a time, two dashes or an arrow begin lines of prose too.
    guard isStamped || mark.utf8.count >= 3 && mark.utf8.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    words = scanner.rest(line)
    let text = scanner.text(words)
    guard mark == "===", !ChatLine.isStatus(text) else { return true }
    // What somebody does has the mark of a notice in older logs.
    take(action: &scanner, line)
    return true
  }

  private mutating func readAction(_ start: inout ByteScanner, _ line: ByteSpan) -> Bool {
    var scanner = start
    guard scanner.current == UInt8(ascii: "*") else { return false }
    scanner.advance()
    guard scanner.isAtSpace else { return false }
    take(action: &scanner, line)
    return true
  }

  private mutating func take(action scanner: inout ByteScanner, _ line: ByteSpan) {
    scanner.skipSpaces()
    let first = scanner.position
    while !scanner.isAtEnd, !scanner.isAtSpace { scanner.advance() }
    let name = ByteSpan(first, scanner.position)
    let isNotice = ChatLine.isStatus(scanner.text(ByteSpan(first, line.end)))
    guard name.count <= ChatLine.longestNick, !isNotice,
      let nick = ChatLine.nick(scanner.text(name))
    else {
      words = ByteSpan(first, line.end)
      return
    }
    self.nick = nick
    kind = .action
    words = scanner.rest(line)
  }

  /// `<nick> words`; after a bare time also `[nick] words`.
  private mutating func readSaid(
    _ start: inout ByteScanner, _ line: ByteSpan, isStamped: Bool
  ) -> Bool {
    var scanner = start
    let close: UInt8
    switch scanner.current {
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    case UInt8(ascii: "[") where isStamped && !stamp.isBracketed: close = UInt8(ascii: "]")
    default: return false
    }
    scanner.advance()
    let first = scanner.position
    while let byte = scanner.current, byte != close, scanner.position - first <= 64 {
      // No nick has these; tags, addresses and arrows do.
      if "<>/\"=".utf8.contains(byte) { return false }
      scanner.advance()
    }
    guard scanner.current == close else { return false }
    let name = scanner.text(ByteSpan(first, scanner.position)).trimmingSpaces
    scanner.advance()
    guard scanner.isAtEnd || scanner.isAtSpace, let nick = ChatLine.nick(name) else { return false }
    guard isStamped || !nick.contains(" ") else { return false }
    self.nick = nick
    kind = .said
    words = scanner.rest(line)
    return true
  }

  /// A nick without the mark of a status in the channel (RFC 2812, section 2.3.1: no nick begins
  /// with one).
  static func nick(_ written: String) -> String? {
    let name = written.drop { " @+%&~!".contains($0) }
    return name.isEmpty ? nil : String(name)
  }

  /// Whether the words after a mark tell of the channel and not of what somebody does: who came and
  /// went, and what became of names, modes and the topic.
  private static func isStatus(_ text: String) -> Bool {
    let words = text.prefix(400).split(separator: " ", maxSplits: 8)
    guard let first = words.first else { return true }
    if first.contains("/") || first.last == ":" { return true }
    let rest = words.dropFirst().prefix(7)
    guard let second = rest.first else { return true }
    if second.first == "[" || second.first == "(" && second.contains("@") { return true }
    let told = rest.prefix(4).joined(separator: " ").lowercased()
    return statusWords.contains { told.hasPrefix($0) }
  }

  private static let statusWords = [
    "has joined", "has left", "has quit", "has parted", "joined #", "left #", "quit (",
    "is now known as", "was kicked", "has been kicked", "has kicked", "sets mode", "set mode",
    "sets topic", "changed the topic", "has changed the topic", "has changed topic",
    "changes topic", "set the topic", "gives channel operator", "gives voice", "removes voice",
    "removes channel operator",
  ]
}

extension ByteScanner {
  /// The rest of the line without white space at its ends.
  func rest(_ line: ByteSpan) -> ByteSpan { trimmed(ByteSpan(position, line.end)) }

  /// A span without spaces and tabs at its ends.
  func trimmed(_ span: ByteSpan) -> ByteSpan {
    var (start, end) = (span.start, span.end)
    while start < end, isSpace(at: start) { start += 1 }
    while end > start, isSpace(at: end - 1) { end -= 1 }
    return ByteSpan(start, end)
  }
}
