import DictumModel

/// Mails: a mailbox, an archive of a list, one mail, or a thread pasted into a note.
///
///     From ada@example.org Tue Mar 12 09:15:02 2024      the line that parts mails in a mailbox
///     From: Ada Okafor <ada@example.org>                 `MailHeader`
///     Date: Tue, 12 Mar 2024 09:15:02 +0000
///     Subject: The gauges
///
///     On Mon, 11 Mar 2024, Bram Visser wrote:
///     > Which gauge?
///     The old one.
///
///     -----Original Message-----                         an older mail below its answer
///     From: Bram Visser
///     Sent: Monday, March 11, 2024 9:15 AM
///     To: Ada Okafor
enum MailThread {
  /// How far down the first header may begin where a file's name does not say that it holds mails.
  static let reach = 40

  /// The most lines that a header is followed for, there and in a mailbox.
  private static let longest = (pasted: reach, saved: 400)

  /// Whether a file is a mailbox or a mail by its ending.
  static func isNamed(_ path: String) -> Bool {
    path.ends(in: ".mbox") || path.ends(in: ".eml")
  }

  /// The record in a file, or `nil` when no mail begins it.
  static func record(_ input: RecordInput) -> Record? {
    var lines: [ByteSpan] = []
    var cursor = LineCursor(input.bytes, from: input.start)
    while let line = cursor.next() { lines.append(line) }
    let headers = headers(input, lines)
    guard let first = headers.first,
      isNamed(input.path) || first.lines.lowerBound < reach && isEarly(lines, first, input)
    else { return nil }
    var messages = LineParagraphs.asides(
      input.bytes, Array(lines[..<start(of: first, lines, input.bytes)]))
    var unread: ByteSpan?
    for (index, header) in headers.enumerated() {
      var end =
        index + 1 < headers.count ? start(of: headers[index + 1], lines, input.bytes) : lines.count
      while end > header.lines.upperBound, isRule(input.bytes, lines[end - 1]) { end -= 1 }
      let body = MailBody(input.bytes, lines[header.lines.upperBound..<end], header: header)
      if body.isEncoded, unread == nil { unread = lines[header.lines.lowerBound] }
      messages.append(message(header, body, lines[header.lines.lowerBound], input))
    }
    let count = messages.count { !$0.isAside && !$0.paragraphs.isEmpty }
    guard count > 0 || isNamed(input.path) else { return nil }
    var record = Record(count > 1 ? .dialogue : .post, messages, .none)
    record.title = first.value(of: "subject").map(MailName.decoded)
    record.date = messages.lazy.compactMap(\.date).first
    if let unread {
      record.diagnostics.append(
        Diagnostic(
          .warning, at: Place(input.path, line: input.lineTable.line(at: unread.start)),
          "a mail that is encoded, or a web page, was not read",
          remedy: "save its text"))
    }
    return record
  }

  /// The headers, each after an empty line, a rule, or the line that parts mails; those of an author
  /// and a date alone where there are several and no others.
  private static func headers(_ input: RecordInput, _ lines: [ByteSpan]) -> [MailHeader] {
    let longest = isNamed(input.path) ? longest.saved : longest.pasted
    var headers: [MailHeader] = []
    var at = 0
    while at < lines.count {
      let isFree = at == 0 || parts(input.bytes, lines[at - 1])
      guard isFree, let header = MailHeader(input.bytes, lines, at: at, longest: longest)
      else {
        at += 1
        continue
      }
      headers.append(header)
      at = header.lines.upperBound
    }
    return headers.allSatisfy(\.isBare) && headers.count > 1
      ? headers : headers.filter { !$0.isBare }
  }

  /// Whether a line is empty or one that stands between mails.
  private static func parts(_ bytes: [UInt8], _ line: ByteSpan) -> Bool {
    let words = bytes[line.range]
    return isRule(bytes, line) || words.starts(with: "From ".utf8) || words.starts(with: "---".utf8)
  }

  /// Whether a line is empty or drawn.
  private static func isRule(_ bytes: [UInt8], _ line: ByteSpan) -> Bool {
    bytes[line.range].allSatisfy { $0 <= 0x20 || "-_*=".utf8.contains($0) }
  }

  /// Where the lines of a mail begin, with the one that parts it from the mail before.
  private static func start(of header: MailHeader, _ lines: [ByteSpan], _ bytes: [UInt8]) -> Int {
    let first = header.lines.lowerBound
    guard first > 0, !lines[first - 1].isEmpty, parts(bytes, lines[first - 1]) else { return first }
    return first - 1
  }

  /// Whether little more than a title stands before the first mail.
  private static func isEarly(
    _ lines: [ByteSpan], _ header: MailHeader, _ input: RecordInput
  ) -> Bool {
    let before = lines[..<start(of: header, lines, input.bytes)].filter { line in
      input.bytes[line.range].contains { $0 > 0x20 }
    }
    return before.count <= 3 && before.allSatisfy { $0.count <= 120 }
  }

  private static func message(
    _ header: MailHeader, _ body: MailBody, _ line: ByteSpan, _ input: RecordInput
  ) -> Message {
    let author = header.author ?? ""
    let registered = input.registry.name(for: author)
    let isUnknown = registered == nil && RecordedName.isExporter(author)
    let attribution =
      isUnknown
      ? Attribution.unknown
      : Attribution(
        name: registered ?? author, method: registered == nil ? .record : .registry,
        confidence: registered == nil ? 0.95 : 1)
    var message = Message(
      attribution, label: author,
      span: ByteSpan(line.start, body.paragraphs.last?.lines.last?.end ?? line.end),
      paragraphs: body.paragraphs)
    message.date = header.date
    message.identifier = header.identifier
    message.replyTo = header.replyTo
    return message
  }
}
