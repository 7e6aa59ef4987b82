import DictumModel

/// A conversation in a table of Markdown, one turn a row.
///
///     | Speaker    | Text |            | Time  | Who     | What was said |
///     |------------|------|            |-------|---------|---------------|
///     | Ada Okafor | text |            | 00:12 | **Ada** | text          |
///
///     | Time  | What was said       |
///     |-------|---------------------|
///     | 00:12 | **Ada Okafor:** text |
///
/// The columns are told by what is in them and not by their headings: the words are in the longest;
/// before it comes one of names that come again, and perhaps one of times. Where none is of names, the
/// words begin with them. A table of people has each but once, and neither a programme of talks nor a
/// `TaskTable` is talk. A page's table without headings has a turn in their place.
struct TableTurns {
  /// The fewest rows.
  private static let fewest = 4

  /// The most columns.
  private static let widest = 12

  /// The share of rows that must be talk.
  private static let share = 0.25

  let bytes: [UInt8]
  let leaves: [Leaf]

  /// Where each turn begins; empty when no table is a conversation.
  func starts() -> [TurnStart] {
    func isTable(_ leaf: Int) -> Bool {
      leaves[leaf].kind == .block(.table) && !leaves[leaf].isQuoted
    }
    guard let first = leaves.indices.first(where: isTable) else { return [] }
    var book = LabelBook()
    return leaves.indices[first...].filter(isTable).flatMap { starts(in: $0, &book) }
  }

  private func starts(in leaf: Int, _ book: inout LabelBook) -> [TurnStart] {
    let lines = leaves[leaf].lines
    guard lines.count >= 2 + TableTurns.fewest else { return [] }
    // A table of numbers is told by its first rows.
    let sample = lines.dropFirst(2).prefix(20).map(cells)
    guard let width = sample.map({ $0.count }).max(), width <= TableTurns.widest,
      let columns = columns(sample, width),
      !isOfTasks(cells(lines[0]), sample, words: columns.words)
    else { return [] }
    var starts: [TurnStart] = []
    var counts: [Int: Int] = [:]
    var talk = 0
    for line in lines.indices.dropFirst(2) {
      let cells = cells(lines[line])
      guard let label = label(cells, columns, &book) else { continue }
      counts[label.number, default: 0] += 1
      if TalkWords.hold(in: bytes[cells[columns.words].range], orFirst: true) { talk += 1 }
      starts.append(TurnStart(leaf: leaf, line: line, label: label))
    }
    if let first = label(cells(lines[0]), columns, &book), counts[first.number, default: 0] > 0 {
      starts.insert(TurnStart(leaf: leaf, line: 0, label: first), at: 0)
    }
    let again = counts.values.filter { $0 > 1 }
    let isConversation =
      again.count >= 2 && again.reduce(0, +) * 10 >= starts.count * 6
      && starts.count * 10 >= (lines.count - 2) * 8
      && Double(talk) >= TableTurns.share * Double(starts.count)
    return isConversation ? starts : []
  }

  /// The label of a row; `nil` where it has none, or no words.
  private func label(
    _ cells: [ByteSpan], _ columns: Columns, _ book: inout LabelBook
  ) -> SpeakerLabel? {
    guard cells.indices.contains(columns.words), !cells[columns.words].isEmpty else { return nil }
    var shape: LabelShape
    if let name = columns.name {
      shape = LabelShape(
        form: .row, words: unmarked(cells[name]), time: nil,
        contentStart: cells[columns.words].start, hasColon: false, allowLowercase: true)
      guard !shape.words.isEmpty else { return nil }
    } else {
      guard let found = ItemLabel.shape(bytes, cells[columns.words]) else { return nil }
      shape = found
      shape.form = .row
    }
    if let time = columns.time, !cells[time].isEmpty { shape.time = text(cells[time]) }
    return book.label(shape, bytes)
  }

  /// Whether the heads of the columns, or days behind the words, tell a table of tasks.
  private func isOfTasks(_ header: [ByteSpan], _ rows: [[ByteSpan]], words: Int) -> Bool {
    if TaskTable.isHeaded(header.map(text)) { return true }
    let days = rows.count { row in row.dropFirst(words + 1).contains { TaskTable.isDay(text($0)) } }
    return days * 2 > rows.count
  }

  /// Where in a row what is, as indexes of its cells; no name where the words begin with it.
  private struct Columns {
    var name: Int?
    var time: Int?
    var words: Int
  }

  /// The columns of names, of times and of words.
  private func columns(_ rows: [[ByteSpan]], _ width: Int) -> Columns? {
    let lengths = (0..<width).map { column in
      rows.reduce(0) { $0 + ($1.indices.contains(column) ? $1[column].count : 0) }
    }
    guard let words = lengths.indices.max(by: { lengths[$0] < lengths[$1] }) else { return nil }
    func isUsual(_ column: Int, _ isOne: (ByteSpan) -> Bool) -> Bool {
      var others = rows.count / 10
      return rows.allSatisfy { row in
        if row.indices.contains(column), isOne(row[column]) { return true }
        others -= 1
        return others >= 0
      }
    }
    let name = (0..<words).first { column in
      isUsual(column) { cell in
        cell.count <= 60 && !cell.isEmpty
          && LabelWords(text(unmarked(cell)), allowLowercase: true) != nil
      }
    }
    if name == nil, !isUsual(words, { ItemLabel.shape(bytes, $0) != nil }) { return nil }
    let time = (0..<words).first { column in
      column != name
        && isUsual(column) { cell in
          var scanner = ByteScanner(bytes, cell)
          return (scanner.markedTime() ?? scanner.bareTime()) != nil && scanner.isAtEnd
        }
    }
    return Columns(name: name, time: time, words: words)
  }

  /// The cells of a row, without white space around them.
  private func cells(_ line: ByteSpan) -> [ByteSpan] {
    var cells: [ByteSpan] = []
    var start = line.start
    if start < line.end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    bytes.withUnsafeBufferPointer { bytes in
      var at = start
      while let bar = bytes.firstIndex(of: UInt8(ascii: "|"), from: at, to: line.end) {
        at = bar + 1
        if bytes[bar - 1] == 0x5C { continue }
        cells.append(trimmed(ByteSpan(start, bar)))
        start = at
      }
    }
    if start < line.end { cells.append(trimmed(ByteSpan(start, line.end))) }
    return cells
  }

  private func trimmed(
    _ span: ByteSpan, of isMark: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
  ) -> ByteSpan {
    var (start, end) = (span.start, span.end)
    while start < end, isMark(bytes[start]) { start += 1 }
    while end > start, isMark(bytes[end - 1]) { end -= 1 }
    return ByteSpan(start, end)
  }

  /// A cell without the marks of emphasis and a colon around its words.
  private func unmarked(_ cell: ByteSpan) -> ByteSpan {
    trimmed(cell) { byte in
      switch byte {
      case 0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "`"): true
      default: false
      }
    }
  }

  private func text(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}
