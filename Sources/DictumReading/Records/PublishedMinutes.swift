import DictumModel

/// Reads minutes as they are published: the scribe's lines without the scribe's nick.
///
///     Present: Ada Okafor, Bo Visser
///     Scribe: Bo
///     Topic: Bindings
///     Ada: We should begin
///     ... with the small ones
///     <cyd> I have a draft
///     RESOLUTION: begin with the small ones
///
/// Told from other plain labels by its keywords, two kinds of them or more, one of which says who
/// was there or who wrote, and by lines that go on after dots or are typed, `<nick> words`.
enum PublishedMinutes {
  /// The messages of the minutes; `nil` when the file is none.
  static func record(_ input: RecordInput) -> Record? {
    guard isMinutes(input) else { return nil }
    let entries = entries(input)
    var record = Record(.transcript, Minutes.messages(entries, input), .none)
    for entry in entries.prefix(20) where record.date == nil {
      let text = Minutes.text(entry, input)
      guard text.utf8.count < 60 else { continue }
      if text.lowercased().hasPrefix("date:") {
        record.date = DateText.normalized(String(text.dropFirst(5)))
      } else {
        record.date = DateText.normalized(text)
      }
    }
    return record
  }

  private static func isMinutes(_ input: RecordInput) -> Bool {
    var keywords: Set<String> = []
    var (says, typed, labelled, lines) = (false, 0, 0, 0)
    var cursor = LineCursor(input.bytes, from: input.start)
    var scanner = ByteScanner(input.bytes, ByteSpan(input.start, input.start))
    while lines < 400, let span = cursor.next() {
      scanner = ByteScanner(input.bytes, span)
      let words = scanner.trimmed(span)
      if words.isEmpty { continue }
      lines += 1
      // A line longer than this begins with no keyword, and one longer than a page with no label.
      let text = scanner.text(ByteSpan(words.start, min(words.end, words.start + 64)))
      if Minutes.remark(text) != nil || Minutes.continuation(text) != nil {
        typed += 1
      } else if text.contains(":"), let keyword = MinuteKeyword.of(text) {
        keywords.insert(text.prefix { $0.isLetter }.lowercased())
        switch keyword {
        case .scribe, .present: says = true
        case .topic, .note: break
        }
      } else if Minutes.label(text) != nil {
        labelled += 1
      }
      if lines == 40, keywords.isEmpty { return false }
    }
    return says && keywords.count >= 2 && labelled >= 3 && typed >= 1
  }

  /// One entry a line; where blank lines part most labels, one a block.
  private static func entries(_ input: RecordInput) -> [ChatLog.Entry] {
    var entries: [ChatLog.Entry] = []
    var isAfterBlank = true
    let scanner = ByteScanner(input.bytes, ByteSpan(input.start, input.start))
    let isParted = isParted(input)
    let first = input.lineTable.line(at: input.start)
    for var span in input.lineTable.spans[(first - 1)...] {
      span.start = max(span.start, input.start)
      let words = scanner.trimmed(span)
      if words.isEmpty {
        isAfterBlank = true
        continue
      }
      if isParted, !isAfterBlank, !begins(scanner, words), let last = entries.indices.last {
        entries[last].lines.append(words)
        entries[last].span.end = words.end
      } else {
        entries.append(ChatLog.Entry(nick: "", span: words, lines: [words]))
      }
      isAfterBlank = false
    }
    return entries
  }

  private static func isParted(_ input: RecordInput) -> Bool {
    var (parted, labels, isAfterBlank) = (0, 0, true)
    var cursor = LineCursor(input.bytes, from: input.start)
    let scanner = ByteScanner(input.bytes, ByteSpan(input.start, input.start))
    while let span = cursor.next() {
      let words = scanner.trimmed(span)
      if !words.isEmpty, begins(scanner, words) {
        labels += 1
        if isAfterBlank { parted += 1 }
      }
      isAfterBlank = words.isEmpty
    }
    return parted * 2 > labels
  }

  private static func begins(_ scanner: ByteScanner, _ words: ByteSpan) -> Bool {
    let text = scanner.text(ByteSpan(words.start, min(words.end, words.start + 400)))
    return MinuteKeyword.of(text) != nil || Minutes.label(text) != nil
      || Minutes.remark(text) != nil || Minutes.continuation(text) != nil
  }
}
