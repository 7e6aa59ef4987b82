import DictumModel

/// A conversation in a table of Markdown, one turn a row.
///
///     | Speaker    | Text |            | Time  | Who     | What was said |
///     |------------|------|            |-------|---------|---------------|
///     | Ada Okafor | text |            | 00:12 | **Ada** | text          |
///
/// The columns are told by what is in them and not by their headings: the words are in the longest;
/// before it comes one of names that come again, and perhaps one of times. A table of people has each
/// but once, and neither a programme of talks nor a `TaskTable` is talk.
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
      guard cells.indices.contains(columns.words), !cells[columns.words].isEmpty else { continue }
      var shape = LabelShape(
        form: .row, words: unmarked(cells[columns.name]),
        time: columns.time.map { text(cells[$0]) },
        contentStart: cells[columns.words].start, hasColon: false, allowLowercase: true)
      if shape.time?.isEmpty == true { shape.time = nil }
      guard !shape.words.isEmpty, let label = book.label(shape, bytes) else { continue }
      counts[label.number, default: 0] += 1
      if TalkWords.hold(in: bytes[cells[columns.words].range], orFirst: true) { talk += 1 }
      starts.append(TurnStart(leaf: leaf, line: line, label: label))
    }
    let again = counts.values.filter { $0 > 1 }
    let isConversation =
      again.count >= 2 && again.reduce(0, +) * 10 >= starts.count * 6
      && starts.count * 10 >= (lines.count - 2) * 8
      && Double(talk) >= TableTurns.share * Double(starts.count)
    return isConversation ? starts : []
  }

  /// Whether the heads of the columns, or days behind the words, tell a table of tasks.
  private func isOfTasks(_ header: [ByteSpan], _ rows: [[ByteSpan]], words: Int) -> Bool {
    if TaskTable.isHeaded(header.map(text)) { return true }
    let days = rows.count { row in row.dropFirst(words + 1).contains { TaskTable.isDay(text($0)) } }
    return days * 2 > rows.count
  }

  /// The columns of names, of times and of words.
  private func columns(
    _ rows: [[ByteSpan]], _ width: Int
  ) -> (name: Int, time: Int?, words: Int)? {
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
    guard let name else { return nil }
    let time = (0..<words).first { column in
      column != name
        && isUsual(column) { cell in
          var scanner = ByteScanner(bytes, cell)
          return (scanner.markedTime() ?? scanner.bareTime()) != nil && scanner.isAtEnd
        }
    }
    return (name, time, words)
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
