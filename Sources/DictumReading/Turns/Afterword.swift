import DictumModel

/// What an author says below a conversation that the document only quotes.
///
///     I have kept a diary of our talks.
///
///     Ada: You always say that.
///     Bram: I do not always say it.
///     Ada: You said it yesterday.
///     Bram: I said something else.
///
///     What strikes me is how quickly we moved.
///
/// Where prose stands above the first turn, and no turn but the last has more than one paragraph, the
/// last has no more either.
enum Afterword {
  /// The fewest turns that show how long a turn is.
  private static let leastTurns = 4

  /// The leaf with which it begins, an index; `nil` where all may be the last speaker's.
  static func start(below starts: [TurnStart], in leaves: [Leaf]) -> Int? {
    guard starts.count >= leastTurns, let first = starts.first?.leaf, let last = starts.last?.leaf,
      last + 1 < leaves.count, leaves[last + 1].kind == .block(.paragraph),
      leaves[..<first].contains(where: { $0.kind == .block(.paragraph) }),
      leaves[last].text.utf8.last != UInt8(ascii: ":")
    else { return nil }
    for index in starts.indices {
      let (leaf, line) = (starts[index].leaf, starts[index].line + starts[index].labelLines)
      guard leaves[leaf].lines.indices.contains(line), let label = starts[index].label,
        label.contentStart < leaves[leaf].lines[line].end,
        index + 1 == starts.count || starts[index + 1].leaf <= leaf + 1
      else { return nil }
    }
    return last + 1
  }
}
