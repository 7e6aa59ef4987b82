/// What changed from one text to another, line by line, in the unified format of diff(1).
struct LineDiff {
  /// Longer changed stretches than this are not compared line by line, which takes time and memory
  /// that grow with their square (Myers 1986).
  private static let maximumLines = 1000

  /// A line, equal to another of the same bytes: as texts, two that Unicode takes for one (é, and e with
  /// an accent) would be equal, and a change of the one to the other would not be shown.
  private struct Line: Equatable {
    var text: Substring

    static func == (one: Line, other: Line) -> Bool {
      one.text.utf8.elementsEqual(other.text.utf8)
    }
  }

  /// One line of either text.
  private enum Edit {
    case keep(Line)
    case remove(Line)
    case insert(Line)

    var isChange: Bool { if case .keep = self { false } else { true } }
  }

  private var edits: [Edit] = []

  /// Compares two texts.
  init(from old: String, to new: String) {
    let (old, new) = (Self.lines(old), Self.lines(new))
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
    edits = old[..<head].map(Edit.keep)
    let (before, after) = (old[head..<(old.count - tail)], new[head..<(new.count - tail)])
    if before.count > Self.maximumLines || after.count > Self.maximumLines {
      edits += before.map(Edit.remove) + after.map(Edit.insert)
    } else {
      edits += Self.compare(Array(before), Array(after))
    }
    edits += old[(old.count - tail)...].map(Edit.keep)
  }

  /// Hunks with `context` unchanged lines around each change, without the two lines that name the
  /// files; empty when nothing changed.
  func unified(context: Int = 3) -> [String] {
    var shown = [Bool](repeating: false, count: edits.count)
    // Near a change before it, then near one after it.
    for indices in [Array(edits.indices), edits.indices.reversed()] {
      var left = 0
      for index in indices {
        left = edits[index].isChange ? context + 1 : left - 1
        if left > 0 { shown[index] = true }
      }
    }
    var lines: [String] = []
    var (old, new) = (1, 1)
    var header: Int?
    var (start, counts) = ((1, 1), (0, 0))
    func close() {
      guard let at = header else { return }
      lines[at] = "@@ -\(start.0),\(counts.0) +\(start.1),\(counts.1) @@"
      header = nil
    }
    for (index, edit) in edits.enumerated() {
      if shown[index], header == nil {
        header = lines.count
        lines.append("")
        (start, counts) = ((old, new), (0, 0))
      } else if !shown[index] {
        close()
      }
      let (mark, text, steps) =
        switch edit {
        case .keep(let line): (" ", line.text, (1, 1))
        case .remove(let line): ("-", line.text, (1, 0))
        case .insert(let line): ("+", line.text, (0, 1))
        }
      if shown[index] {
        lines.append(mark + text)
        counts = (counts.0 + steps.0, counts.1 + steps.1)
      }
      (old, new) = (old + steps.0, new + steps.1)
    }
    close()
    return lines
  }

  /// The lines of a text; a line end at its end begins no further one.
  private static func lines(_ text: String) -> [Line] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Line(text: Substring($0)) }
    if lines.last?.text.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func compare(_ old: [Line], _ new: [Line]) -> [Edit] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        edits.append(.remove(old[i]))
        i += 1
      } else if j < new.count, inserted.contains(j) {
        edits.append(.insert(new[j]))
        j += 1
      } else {
        edits.append(.keep(old[i]))
        (i, j) = (i + 1, j + 1)
      }
    }
    return edits
  }
}
