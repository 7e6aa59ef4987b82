/// Captions that roll up: each cue shows again what the one before showed, with a line more or some
/// words more.
///
///     hello and welcome              hello
///
///     hello and welcome              hello and
///     to the show
///                                    hello and welcome
///     to the show
///     today we talk
enum RollUp {
  /// Takes out what is shown again, in a file where that is the rule; whoever says "Yes." twice says
  /// it twice elsewhere.
  static func dropRepetitions(in lines: inout [CaptionLine]) {
    let cues = ranges(of: lines)
    guard cues.count > 3 else { return }
    var repeated: [Range<Int>] = []
    var grown: [Int] = []
    for (before, cue) in zip(cues, cues.dropFirst()) {
      let overlap = overlap(lines, before, cue)
      if overlap > 0 {
        repeated.append(cue.lowerBound..<(cue.lowerBound + overlap))
      } else if cue.count == 1, before.count == 1,
        grows(lines[before.lowerBound].text, lines[cue.lowerBound].text)
      {
        grown.append(before.lowerBound)
      }
    }
    guard (repeated.count + grown.count) * 5 >= cues.count * 2 else { return }
    let dropped = Set(repeated.joined()).union(grown)
    lines = lines.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// The lines of each cue.
  private static func ranges(of lines: [CaptionLine]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in lines.indices
    where index + 1 == lines.count || lines[index + 1].cue != lines[index].cue {
      ranges.append(start..<(index + 1))
      start = index + 1
    }
    return ranges
  }

  /// How many lines at the end of one cue are those at the beginning of the next; three at most.
  private static func overlap(
    _ lines: [CaptionLine], _ before: Range<Int>, _ cue: Range<Int>
  ) -> Int {
    for count in stride(from: min(before.count, cue.count, 3), to: 0, by: -1) {
      let old = lines[before.suffix(count)].map(\.text)
      if old == lines[cue.prefix(count)].map(\.text) { return count }
    }
    return 0
  }

  private static func grows(_ old: String, _ new: String) -> Bool {
    new.utf8.count > old.utf8.count && new.utf8.starts(with: old.utf8)
      && new.utf8.dropFirst(old.utf8.count).first == 0x20
  }
}
