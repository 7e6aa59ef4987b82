/// Where a run of words stands in a longer one, with the fewest words changed.
struct WordAlignment {
  /// The words to insert, delete or replace.
  var edits: Int

  /// Where it begins and ends, as indexes of the longer run.
  var range: Range<Int>

  /// The best place of all of `pattern` in `text`, the first of several; `nil` for an empty pattern.
  ///
  /// Sellers' algorithm (1980): what comes before and after is free. Takes the product of both
  /// lengths, so the callers bound them.
  init?(of pattern: ArraySlice<UInt32>, in text: ArraySlice<UInt32>) {
    guard !pattern.isEmpty else { return nil }
    // For each length of the pattern: the edits, and where in `text` such an alignment begins.
    var edits = Array(0...pattern.count)
    var starts = Array(repeating: text.startIndex, count: pattern.count + 1)
    var best = (edits: pattern.count, start: text.startIndex, end: text.startIndex)
    for at in text.indices {
      var (diagonal, diagonalStart) = (edits[0], starts[0])
      starts[0] = at + 1
      var row = 1
      for word in pattern {
        let (above, aboveStart) = (edits[row], starts[row])
        var least = diagonal + (word == text[at] ? 0 : 1)
        var start = diagonalStart
        if above + 1 < least { (least, start) = (above + 1, aboveStart) }
        if edits[row - 1] + 1 < least { (least, start) = (edits[row - 1] + 1, starts[row - 1]) }
        (diagonal, diagonalStart) = (above, aboveStart)
        (edits[row], starts[row]) = (least, start)
        row += 1
      }
      if edits[pattern.count] < best.edits {
        best = (edits[pattern.count], starts[pattern.count], at + 1)
      }
    }
    self.edits = best.edits
    range = best.start..<max(best.start, best.end)
  }
}
