import DictumModel

/// The second row of a table, `| --- | :-: |` (GitHub Flavored Markdown 4.10).
enum DelimiterRow {
  /// Whether a paragraph's first two lines are the head of a table with equally many cells.
  static func makesTable(
    _ lines: UnsafeBufferPointer<ByteSpan>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard lines.count >= 2, !lines[1].isEmpty else { return false }
    // Nearly all second lines begin otherwise.
    let first = bytes[lines[1].start]
    guard first == 0x7C || first == 0x3A || first == 0x2D || first.isBlank else { return false }
    guard let cells = cellCount(ofDelimiterRow: lines[1], bytes) else { return false }
    return cells == cellCount(lines[0], bytes)
  }

  /// The number of cells of a delimiter row, or `nil` if the line is none.
  private static func cellCount(
    ofDelimiterRow line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let row = inside(line, bytes)
    guard !row.isEmpty, line.range.contains(where: { bytes[$0] == 0x7C }) else { return nil }
    var cells = 0
    for cell in bytes[row].split(separator: 0x7C, omittingEmptySubsequences: false) {
      var mark = cell.drop { $0.isBlank }
      while mark.last?.isBlank == true { mark.removeLast() }
      if mark.first == 0x3A { mark.removeFirst() }
      if mark.last == 0x3A { mark.removeLast() }
      guard !mark.isEmpty, mark.allSatisfy({ $0 == 0x2D }) else { return nil }
      cells += 1
    }
    return cells
  }

  private static func cellCount(_ line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let row = inside(line, bytes)
    var cells = 1
    for position in row where bytes[position] == 0x7C {
      if position == row.lowerBound || bytes[position - 1] != 0x5C { cells += 1 }
    }
    return cells
  }

  /// The row without white space and bars at its ends.
  private static func inside(
    _ line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var start = line.start
    var end = line.end
    while start < end, bytes[start].isBlank { start += 1 }
    while start < end, bytes[end - 1].isBlank { end -= 1 }
    if start < end, bytes[start] == 0x7C { start += 1 }
    if start < end, bytes[end - 1] == 0x7C { end -= 1 }
    return start..<end
  }
}
