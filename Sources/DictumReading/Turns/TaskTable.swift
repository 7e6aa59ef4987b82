import DictumModel

/// A table of who does what until when, which has names that come again and speaks to somebody, and is
/// no talk.
///
///     | Who | What                | When     |     | Owner | Task        | Status |
///     |-----|---------------------|----------|     |-------|-------------|--------|
///     | Ada | Ask Bram about them | 12 March |     | Ada   | Ask us      | open   |
enum TaskTable {
  /// Words at the head of a column that only such a table has.
  private static let heads: Set<String> = [
    "action", "actions", "action item", "action items", "assigned to", "assignee", "by when",
    "deadline", "deliverable", "due", "due by", "due date", "next step", "next steps", "owner",
    "priority", "responsible", "status", "task", "tasks", "to do", "todo", "aufgabe", "frist",
    "verantwortlich", "zuständig", "tâche", "échéance", "tarea", "plazo",
  ]

  /// Words of a day by which something is to be done.
  private static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "today", "tomorrow", "week", "month", "year", "eod", "eow", "asap",
    "ongoing", "tbd", "done", "spring", "summer", "autumn", "fall", "winter",
  ]

  private static let fillers: Set<String> = [
    "by", "before", "until", "end", "of", "next", "this", "the", "in", "on", "mid", "early", "late",
    "st", "nd", "rd", "th",
  ]

  /// Whether one of the cells above the columns is such a word.
  static func isHeaded(_ cells: [String]) -> Bool {
    cells.contains { cell in
      heads.contains(
        cell.lowercased().filter { $0 != "*" && $0 != "_" && $0 != "?" }.trimmingSpaces)
    }
  }

  /// Whether a cell says a day and no time of it.
  static func isDay(_ cell: String) -> Bool {
    guard !cell.utf8.contains(UInt8(ascii: ":")), cell.utf8.count <= 40 else { return false }
    if DateText.normalized(cell) != nil { return true }
    let words = cell.lowercased().split { !$0.isLetter }.map(String.init)
    func isDay(_ word: String) -> Bool {
      days.contains(word) || (word.utf8.count >= 3 && days.contains { $0.hasPrefix(word) })
    }
    let hasNumber = cell.contains(where: \.isNumber)
    return words.allSatisfy { isDay($0) || fillers.contains($0) || (hasNumber && $0.count == 1) }
      && words.contains(where: isDay)
  }
}
