import DictumModel

/// Reads the log of a chat: one line a message, the nick at its head.
///
///     --- Log opened Sat Dec 25 12:00:00 2004
///     [12:18] <ada> Has anybody tried it?
///     === cyd [~c@example.org] has joined #dictum
///     [12:19] <bo> ada: twice, and it failed both times      addressed to ada
///     [12:20] * ada sighs
///     [12:21] <cyd> > it failed both times                   quotes bo
///
/// What `ChatLine` takes for a line. A name before a colon after the nick is whom the words are for,
/// never who speaks (after Kummerfeld and others, "A Large-Scale Corpus for Conversation
/// Disentanglement", ACL 2019). Who came and went is passed over; a new topic is kept as a note.
struct ChatLog {
  /// A line or more of the log, before it is known what the words are.
  struct Entry {
    /// Empty for lines that nobody speaks.
    var nick: String
    var stamp = LogStamp()
    var date: String?
    /// The bytes of the whole entry, its stamp included.
    var span: ByteSpan
    /// Its words, one span a line; an empty one for a blank line.
    var lines: [ByteSpan]
    var isAction = false
  }

  private let input: RecordInput
  private(set) var entries: [Entry] = []

  /// The first day that a line of the log names.
  private(set) var date: String?

  /// The messages of a log; `nil` when the file is none.
  static func record(_ input: RecordInput) -> Record? {
    guard isLog(input) else { return nil }
    let log = ChatLog(input)
    var record: Record
    if Minutes.isScribed(log.entries, input) {
      record = Record(.transcript, Minutes.messages(log.entries, input), .none)
    } else {
      record = Record(.dialogue, log.messages(), .none)
    }
    record.date = log.date ?? DateText.within(fileName: input.path)
    return record
  }

  /// Whether the first lines of a file, 200 at most, are those of a log.
  ///
  /// Four of five are, where each has a time; where none has, nearly all, and two people take part.
  private static func isLog(_ input: RecordInput) -> Bool {
    var (lines, read, said, bare) = (0, 0, 0, 0)
    var nicks: Set<String> = []
    var cursor = LineCursor(input.bytes, from: input.start)
    while lines < 200, let span = cursor.next() {
      if span.isEmpty { continue }
      lines += 1
      // An element of HTML is closed; a nick never is.
      if input.bytes[span.range].starts(with: "</".utf8) { return false }
      if let line = ChatLine(input.bytes, span) {
        read += 1
        if line.kind == .said {
          said += 1
          if line.stamp == LogStamp() { bare += 1 }
          nicks.insert(line.nick)
        }
      }
      if lines == 20, said == 0 { return false }
    }
    guard said >= 3 else { return false }
    if bare * 2 > said { return read * 10 >= lines * 9 && nicks.count >= 2 }
    return read * 5 >= lines * 4
  }

  private init(_ input: RecordInput) {
    self.input = input
    var day: String?
    var isContinued = false
    let first = input.lineTable.line(at: input.start)
    var scanner = ByteScanner(input.bytes, ByteSpan(input.start, input.start))
    for var span in input.lineTable.spans[(first - 1)...] {
      span.start = max(span.start, input.start)
      let words = scanner.trimmed(span)
      if words.isEmpty {
        if isContinued { entries[entries.count - 1].lines.append(words) }
        continue
      }
      guard let line = ChatLine(input.bytes, span) else {
        if let opened = ChatLog.day(input.bytes, words) {
          day = opened
          isContinued = false
        } else if isContinued {
          entries[entries.count - 1].lines.append(words)
          entries[entries.count - 1].span.end = span.end
        } else {
          entries.append(Entry(nick: "", span: words, lines: [words]))
        }
        date = date ?? day
        continue
      }
      if let opened = line.stamp.date { day = opened }
      scanner = ByteScanner(input.bytes, span)
      switch line.kind {
      case .notice:
        isContinued = false
        if let opened = ChatLog.day(input.bytes, span) { day = opened }
        if ChatLog.tellsTopic(input.bytes, line.words) {
          entries.append(Entry(nick: "", span: line.words, lines: [line.words]))
        }
      case .said, .action:
        // Where no line has a stamp, what has no nick may be anything.
        isContinued = line.stamp != LogStamp()
        entries.append(
          Entry(
            nick: line.nick, stamp: line.stamp, date: line.stamp.moment(day: day), span: span,
            lines: [line.words], isAction: line.kind == .action))
      }
      date = date ?? day
    }
    settleActions()
  }

  /// What is done by one who never speaks is a line of a list, or the log's own.
  private mutating func settleActions() {
    let nicks = Set(entries.lazy.filter { !$0.isAction }.map(\.nick))
    for index in entries.indices
    where entries[index].isAction && !nicks.contains(entries[index].nick) {
      guard entries[index].stamp == LogStamp() else { continue }
      entries[index].nick = ""
      entries[index].isAction = false
      entries[index].lines[0] = entries[index].span
    }
  }

  /// The day in a line that says that a log or a day begins.
  private static func day(_ bytes: [UInt8], _ line: ByteSpan) -> String? {
    guard line.count <= 100 else { return nil }
    let text = String(decoding: bytes[line.range], as: UTF8.self)
    guard text.hasPrefix("---") || text.hasPrefix("***") || text.hasPrefix("Session ") else {
      return nil
    }
    return LogStamp.day(in: text)
  }

  private static func tellsTopic(_ bytes: [UInt8], _ words: ByteSpan) -> Bool {
    bytes[words.range].prefix(200).holds("opic")
  }

  private func messages() -> [Message] {
    var thread = ChatThread(nicks: entries.map(\.nick))
    return entries.map { entry in
      guard !entry.nick.isEmpty else {
        thread.skip()
        return Message(note: entry, in: input.bytes)
      }
      var message = Message(entry, by: .recorded(entry.nick, input.registry), in: input.bytes)
      thread.add(&message, nick: entry.nick)
      return message
    }
  }
}

extension Attribution {
  /// The one whom a record names, under the name that the front matter has for them.
  static func recorded(_ name: String, _ registry: SpeakerRegistry) -> Attribution {
    registry.name(for: name).map { Attribution(name: $0, method: .registry, confidence: 1) }
      ?? Attribution(name: name, method: .record, confidence: 1)
  }
}

extension Message {
  /// An entry as said by somebody.
  init(_ entry: ChatLog.Entry, by attribution: Attribution, in bytes: [UInt8]) {
    self.init(
      attribution, label: entry.nick.isEmpty ? nil : entry.nick, time: entry.stamp.time,
      span: entry.span, paragraphs: Message.paragraphs(entry.lines, in: bytes))
    date = entry.date
  }

  /// An entry that nobody says.
  init(note entry: ChatLog.Entry, in bytes: [UInt8]) {
    self.init(.unknown, label: nil, span: entry.span, paragraphs: [])
    paragraphs = Message.paragraphs(entry.lines, in: bytes).map {
      Paragraph($0.kind, lines: $0.lines, text: $0.text, voice: .note)
    }
    isAside = true
  }

  /// Paragraphs of lines, parted by blank ones and by the marks of quotation, `> words`.
  static func paragraphs(_ lines: [ByteSpan], in bytes: [UInt8]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var isOpen = false
    for line in lines {
      let isQuote =
        line.count > 2 && bytes[line.start] == UInt8(ascii: ">") && bytes[line.start + 1] == 0x20
      let words = isQuote ? ByteSpan(line.start + 2, line.end) : line
      let text = ChatText.plain(bytes[words.range])
      guard !text.isEmpty else {
        isOpen = false
        continue
      }
      let kind = isQuote ? Passage.Kind.quote : .paragraph
      if isOpen, paragraphs[paragraphs.count - 1].kind == kind {
        paragraphs[paragraphs.count - 1].lines.append(words)
        paragraphs[paragraphs.count - 1].text += "\n" + text
      } else {
        paragraphs.append(
          Paragraph(kind, lines: [words], text: text, voice: isQuote ? .quoted : .own))
      }
      isOpen = true
    }
    return paragraphs
  }
}

/// The words of a chat's line without the codes that colour them.
enum ChatText {
  /// The text of bytes in UTF-8; bold (0x02), colour (0x03 and up to two numbers of two digits),
  /// plain (0x0F) and the like are taken out.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 < 0x20 && $0 != 0x09 }) else {
      return String(decoding: bytes, as: UTF8.self).trimmingSpaces
    }
    var kept: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte >= 0x20 || byte == 0x09 { kept.append(byte) }
      guard byte == 0x03 else { continue }
      dropNumber(&rest)
      guard rest.first == UInt8(ascii: ","), let next = rest.dropFirst().first,
        (0x30...0x39).contains(next)
      else { continue }
      rest.removeFirst()
      dropNumber(&rest)
    }
    return String(decoding: kept, as: UTF8.self).trimmingSpaces
  }

  private static func dropNumber(_ bytes: inout ArraySlice<UInt8>) {
    for _ in 0..<2 {
      guard let byte = bytes.first, (0x30...0x39).contains(byte) else { return }
      bytes.removeFirst()
    }
  }
}
