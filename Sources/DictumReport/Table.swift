/// Rows of cells in columns as wide as their widest cell.
struct Table {
  private var rows: [[String]] = []

  /// The columns whose cells stand at the right, from 0.
  private let right: Set<Int>

  init(right: Set<Int> = []) { self.right = right }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, two spaces between columns, nothing at a line's end.
  var lines: [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - TextWidth.columns(cell))
        return right.contains(column) ? space + cell : cell + space
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
