import DictumModel

/// A conversation in a table of values parted by commas or tabs, one message a row.
///
///     speaker,start,end,text                     columns in any order, among others
///     Ada Okafor,0.0,3.2,Is it linear?
///
///     Speaker Name⇥Start Time⇥Transcript         names as people write them
///     Ada Okafor⇥00:00:05⇥Is it linear?
///
///     start⇥end⇥text                             Whisper: thousandths of a second, and no voices
///     0⇥3200⇥Is it linear?
///
/// The first row names the columns by the keys that `JSONRows` knows.
enum TableRecord {
  /// What most tables in a library are.
  static let skippedKind = "tables that hold no conversation"

  /// Whether a file is a table by its ending.
  static func isNamed(_ path: String) -> Bool { separator(path) != nil }

  private static func separator(_ path: String) -> UInt8? {
    if path.ends(in: ".csv") { return UInt8(ascii: ",") }
    return path.ends(in: ".tsv") ? 0x09 : nil
  }

  /// The columns that make a conversation.
  private struct Columns {
    var speaker: Int?
    var text: Int
    var start: Int?
    var end: Int?
    var date: Int?
    var identifier: Int?
    var reply: Int?

    /// Finds them by the names in the first row; `nil` when no column is words, or nothing says who
    /// speaks and when.
    init?(_ names: [String]) {
      let keys = names.map { name in
        let words = name.onOneLine.lowercased()
        return String(words.map { $0 == " " || $0 == "-" ? "_" : $0 })
      }
      func column(_ known: [String]) -> Int? {
        known.lazy.compactMap { key in keys.firstIndex(of: key.lowercased()) }.first
      }
      guard let text = column(JSONRows.textKeys) else { return nil }
      self.text = text
      speaker = column(JSONRows.speakerKeys)
      start = column(JSONRows.startKeys + ["timecode"])
      end = column(JSONRows.endKeys)
      date = column(JSONRows.dateKeys)
      identifier = column(["id", "message_id", "uuid"])
      reply = column(JSONRows.replyKeys)
      guard speaker != nil || (start != nil && end != nil) else { return nil }
    }
  }

  /// The record in a file, or `nil` when it holds no conversation: its columns are others, or nobody
  /// in it speaks twice.
  static func record(_ input: RecordInput) -> Record? {
    guard let separator = separator(input.path) else { return nil }
    var table = DelimitedText(input.bytes, from: input.start, separator: separator)
    guard let header = table.next(), let columns = Columns(header.map(table.text)) else {
      return nil
    }
    var rows: [[DelimitedText.Field]] = []
    while let row = table.next() {
      if row.indices.contains(columns.text) { rows.append(row) }
    }
    let unit = secondsPerUnit(rows, columns, table)
    var messages: [Message] = []
    var counts: [String: Int] = [:]
    for row in rows {
      let found = message(row, columns, table, input, unit: unit)
      if let label = found.label { counts[label, default: 0] += 1 }
      messages.append(found)
    }
    if columns.speaker != nil {
      // Names beside words can be anybody's; in a conversation somebody comes again.
      let labelled = counts.values.reduce(0, +)
      guard labelled * 10 >= rows.count * 8, counts.values.contains(where: { $0 > 1 }) else {
        return nil
      }
    }
    guard messages.count(where: { !$0.paragraphs.isEmpty }) >= 2 else { return nil }
    let isTimed = columns.start != nil && columns.end != nil
    var record = Record(
      columns.start == nil ? .dialogue : .transcript, messages, isTimed ? .sentences : .none)
    record.date = messages.lazy.compactMap(\.date).first
    return record
  }

  private static func message(
    _ row: [DelimitedText.Field], _ columns: Columns, _ table: DelimitedText,
    _ input: RecordInput, unit: Double
  ) -> Message {
    func value(_ column: Int?) -> String? {
      guard let column, row.indices.contains(column) else { return nil }
      let words = table.text(row[column]).onOneLine
      return words.isEmpty ? nil : words
    }
    let field = row[columns.text]
    let speaker = JSONSpeaker(value(columns.speaker))
    let registered = speaker.label.flatMap(input.registry.name).map {
      Attribution(name: $0, method: .registry, confidence: 1)
    }
    var message = Message(
      registered ?? speaker.attribution, label: speaker.label, span: field.span,
      paragraphs: paragraphs(field, input.bytes, isCue: columns.end != nil, speaker))
    message.isAside = speaker.isNote
    if let start = value(columns.start) {
      message.time = Double(start).map { JSONTime.code(seconds: $0 * unit) } ?? start
    }
    message.date = value(columns.date).flatMap(date)
    message.identifier = value(columns.identifier)
    message.replyTo = value(columns.reply)
    return message
  }

  private static func paragraphs(
    _ field: DelimitedText.Field, _ bytes: [UInt8], isCue: Bool, _ speaker: JSONSpeaker
  ) -> [Message.Paragraph] {
    var lines: [ByteSpan] = []
    var cursor = LineCursor(bytes, from: field.span.start)
    while cursor.position < field.span.end, let line = cursor.next() {
      lines.append(ByteSpan(line.start, min(line.end, field.span.end)))
    }
    return LineParagraphs.paragraphs(bytes, lines).map { paragraph in
      var paragraph = paragraph
      if field.isQuoted { paragraph.text = paragraph.text.replacing("\"\"", with: "\"") }
      if isCue, paragraph.kind == .paragraph { paragraph.kind = .cue }
      if speaker.isMachine, paragraph.voice == .own { paragraph.voice = .machine }
      return paragraph
    }
  }

  /// A point in time: ISO 8601 or what notes write, or seconds or milliseconds since 1970.
  private static func date(_ words: String) -> String? {
    guard let number = Double(words) else { return DateText.normalized(words) }
    return JSONTime.date(number: number)
  }

  private static func secondsPerUnit(
    _ rows: [[DelimitedText.Field]], _ columns: Columns, _ table: DelimitedText
  ) -> Double {
    guard let start = columns.start, let end = columns.end else { return 1 }
    var words = 0
    var length = 0.0
    for row in rows.prefix(1000) where row.indices.contains(max(start, end, columns.text)) {
      guard let first = Double(table.text(row[start]).onOneLine),
        let last = Double(table.text(row[end]).onOneLine), last > first
      else { continue }
      words += table.text(row[columns.text]).utf8.split(separator: 0x20).count
      length += last - first
    }
    return JSONRows.secondsPerUnit(words: words, length: length)
  }
}
