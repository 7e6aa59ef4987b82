import DictumModel

/// Times that stand in paragraphs of their own in a transcript.
///
///     Ada Okafor
///
///     (00:01:23)
///
///     text
///
///     Ada Okafor
///
///     (00:01:23) text
struct TimedParagraphs {
  /// The fewest names with a time below.
  private static let fewest = 3

  /// The leaves before any were joined.
  private let parted: [Leaf]

  /// The leaves of times that are joined with the one before, indexes into `parted`.
  private let times: [Int]

  /// The leaves with each short line and the time in the paragraph below it as one.
  let leaves: [Leaf]

  /// Joins short lines with the times in the paragraphs below them; `nil` when fewer than three come
  /// so.
  init?(_ leaves: [Leaf], _ bytes: [UInt8]) {
    var times: [Int] = []
    for index in leaves.indices.dropFirst()
    where Self.mayBeTime(leaves, index, bytes) && Self.mayBeName(leaves, index - 1)
      && times.last != index - 1 && Self.time(at: leaves[index].lines[0], bytes)
    {
      times.append(index)
    }
    guard times.count >= Self.fewest else { return nil }
    parted = leaves
    self.times = times
    self.leaves = Self.joined(leaves, times)
  }

  /// The leaves, of which those are joined whose time is part of a label, and the `starts` in them,
  /// which were found in all that are joined and are in order.
  func leaves(labelledBy starts: [TurnStart]) -> ([Leaf], [TurnStart]) {
    let labelled = Set(starts.lazy.filter { $0.line == 0 && $0.labelLines > 0 }.map(\.leaf))
    var taken: [Int] = []
    var loose: [Int] = []
    for (number, time) in times.enumerated() {
      // One leaf less for each pair before.
      let leaf = time - 1 - number
      if labelled.contains(leaf) { taken.append(time) } else { loose.append(leaf) }
    }
    var starts = starts
    var passed = 0
    for index in starts.indices {
      while passed < loose.count, loose[passed] < starts[index].leaf { passed += 1 }
      let isBelowName =
        passed < loose.count && loose[passed] == starts[index].leaf && starts[index].line > 0
      starts[index].leaf += passed + (isBelowName ? 1 : 0)
      starts[index].line -= isBelowName ? 1 : 0
    }
    return (Self.joined(parted, taken), starts)
  }

  private static func joined(_ leaves: [Leaf], _ times: [Int]) -> [Leaf] {
    var joined: [Leaf] = []
    joined.reserveCapacity(leaves.count)
    var next = times[...]
    for (index, leaf) in leaves.enumerated() {
      guard next.first == index, var name = joined.popLast() else {
        joined.append(leaf)
        continue
      }
      next.removeFirst()
      name.lines = LeafLines(Array(name.lines) + Array(leaf.lines))
      name.text += "\n" + leaf.text
      name.span.end = leaf.span.end
      name.inlines = leaf.inlines
      joined.append(name)
    }
    return joined
  }

  /// Makes paragraphs that hold a time and nothing else the marks between others that they are, but
  /// for those of `starts`, which are in order.
  static func drop(from leaves: inout [Leaf], _ bytes: [UInt8], except starts: [TurnStart]) {
    var next = 0
    for index in leaves.indices where mayBeTime(leaves, index, bytes) {
      while next < starts.count, starts[next].leaf < index { next += 1 }
      let isTaken = next < starts.count && starts[next].leaf == index
      if !isTaken, leaves[index].lines.count == 1,
        time(at: leaves[index].lines[0], bytes, alone: true)
      {
        leaves[index].kind = .rule
      }
    }
  }

  private static func mayBeTime(_ leaves: [Leaf], _ index: Int, _ bytes: [UInt8]) -> Bool {
    guard leaves[index].kind == .block(.paragraph), let line = leaves[index].lines.first,
      line.start < line.end
    else { return false }
    switch bytes[line.start] {
    case 0x30...0x39, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "*"): return true
    default: return false
    }
  }

  private static func mayBeName(_ leaves: [Leaf], _ index: Int) -> Bool {
    leaves[index].kind == .block(.paragraph) && leaves[index].lines.count == 1
      && leaves[index].lines[0].count <= 64
  }

  /// Whether a time begins the line: one in brackets, or one that nothing follows.
  private static func time(at line: ByteSpan, _ bytes: [UInt8], alone: Bool = false) -> Bool {
    var scanner = ByteScanner(bytes, line)
    if scanner.markedTime() != nil {
      scanner.skipSpaces()
      return !alone || scanner.isAtEnd
    }
    guard scanner.bareTime() != nil else { return false }
    scanner.skipSpaces()
    return scanner.isAtEnd
  }
}
