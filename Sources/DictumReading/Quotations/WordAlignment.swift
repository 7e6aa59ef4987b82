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
    if let start = WordAlignment.start(of: pattern, in: text) {
      edits = 0
      range = start..<start + pattern.count
      return
    }
    // For each length of the pattern: the edits, and where in `text` such an alignment begins.
    var cells = (0...pattern.count).map { Cell(edits: Int32($0), start: Int32(text.startIndex)) }
    var best = (edits: pattern.count, start: text.startIndex, end: text.startIndex)
    // Every word with every other: the checks of bounds would cost more than the comparisons.
    cells.withUnsafeMutableBufferPointer { cells in
      pattern.withUnsafeBufferPointer { pattern in
        for at in text.indices {
          let word = text[at]
          var diagonal = cells[0]
          cells[0].start = Int32(at + 1)
          for row in pattern.indices {
            let above = cells[row + 1]
            var least = Cell(
              edits: diagonal.edits + (pattern[row] == word ? 0 : 1), start: diagonal.start)
            if above.edits + 1 < least.edits {
              least = Cell(edits: above.edits + 1, start: above.start)
            }
            if cells[row].edits + 1 < least.edits {
              least = Cell(edits: cells[row].edits + 1, start: cells[row].start)
            }
            diagonal = above
            cells[row + 1] = least
          }
          let last = cells[pattern.count]
          if last.edits < best.edits { best = (Int(last.edits), Int(last.start), at + 1) }
        }
      }
    }
    self.edits = best.edits
    range = best.start..<max(best.start, best.end)
  }

  /// Where the words stand unchanged, first; they mostly do, and then nothing need be aligned.
  private static func start(
    of pattern: ArraySlice<UInt32>, in text: ArraySlice<UInt32>
  ) -> Int? {
    guard let first = pattern.first, pattern.count <= text.count else { return nil }
    return text.indices.dropLast(pattern.count - 1).first { at in
      text[at] == first && text[at..<at + pattern.count] == pattern
    }
  }

  /// The fewest edits for a beginning of the pattern that ends at a word of the text, and where it
  /// begins there.
  private struct Cell {
    var edits: Int32
    var start: Int32
  }
}
