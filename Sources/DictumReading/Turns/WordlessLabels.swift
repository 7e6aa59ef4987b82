import DictumModel

/// Finds labels that nobody bears, because nothing is ever said under them.
///
///     **Break:** [26:05]
///     **Promo:**
///     **\[Laughter\]:**
///
/// Such a line ends the turn before it and begins none. A page's part that holds words, and a person
/// who says something at least once, are left as they are.
struct WordlessLabels {
  let bytes: [UInt8]
  let leaves: [Leaf]

  /// For the number of each label's key, whether the registry knows it.
  let isKnown: [Bool]

  /// Those of `starts`, indexes, that have such labels.
  func boundaries(among starts: [TurnStart]) -> [Int] {
    guard starts.count > 1 else { return [] }
    var isSpeaking = isKnown
    var isWordless: [Bool] = []
    for index in starts.indices {
      isWordless.append(!hasWords(starts, index))
      if let number = starts[index].label?.number, !isWordless[index] {
        isSpeaking[number] = true
      }
    }
    return starts.indices.filter { index in
      guard isWordless[index], let label = starts[index].label, label.form != .heading else {
        return false
      }
      return label.bearer == .part || label.bearer == .group || !isSpeaking[label.number]
    }
  }

  /// Whether anything but times and remarks in brackets stands between a start and the next.
  private func hasWords(_ starts: [TurnStart], _ index: Int) -> Bool {
    guard let bearer = starts[index].label?.bearer,
      let contentStart = starts[index].label?.contentStart
    else { return true }
    let place = starts[index].leaf
    let lines = leaves[place].lines
    // `[15:57] to [16:58]` is not said by a break.
    let isPart = bearer == .part
    let first = starts[index].line + starts[index].labelLines
    if lines.indices.contains(first), contentStart < lines[first].end,
      WordlessLabels.holdWords(bytes[contentStart..<lines[first].end], atLeast: isPart ? 4 : 1)
    {
      return true
    }
    let isLast = index + 1 == starts.count
    let nextLeaf = isLast ? leaves.count : starts[index + 1].leaf
    let nextLine = isLast ? 0 : starts[index + 1].line
    let below = (first + 1)..<max(first + 1, nextLeaf == place ? nextLine : lines.count)
    if below.contains(where: { WordlessLabels.holdWords(bytes[lines[$0].range], atLeast: 1) }) {
      return true
    }
    // What comes in another paragraph after a break has nothing to do with it.
    if isPart { return false }
    var leaf = place + 1
    while leaf < leaves.count, leaf <= nextLeaf {
      if leaves[leaf].isHeading { return false }
      if leaf == nextLeaf { return nextLine > 0 }
      if leaves[leaf].kind != .rule { return true }
      leaf += 1
    }
    return false
  }

  /// Whether there are so many bytes of letters and digits outside brackets.
  private static func holdWords(_ bytes: ArraySlice<UInt8>, atLeast least: Int) -> Bool {
    var depth = 0
    var count = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF:
        count += depth == 0 ? 1 : 0
        if count >= least { return true }
      default: break
      }
    }
    return false
  }
}
