/// Lines that end a recording, or a part of it, and that nobody in it says.
///
///     [END OF TAPE 1, SIDE A]          (End of interview)
///     Transcribed by https://example.org
///     Ada Okafor stopped transcription
enum ClosingLine {
  private static let longest = 100

  /// Whether a line with nothing beside it is one.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= longest, mayBe(text.utf8.last) else { return false }
    let words = text.onOneLine(lowercased: true)
    if let first = words.first, let last = words.last, "[(".contains(first), "])".contains(last) {
      return words.dropFirst().hasPrefix("end of ")
    }
    return words.hasPrefix("transcribed by ") || words.hasSuffix(" stopped transcription")
      || words.hasSuffix(" started transcription")
  }

  /// Whether a byte may be the last of one; a sentence ends with a full stop.
  private static func mayBe(_ last: UInt8?) -> Bool {
    last.map { !".,;:!?".utf8.contains($0) } ?? false
  }

  /// `starts` with an end of the turn at each leaf behind the first that is such a line.
  static func parting(_ starts: [TurnStart], in leaves: [Leaf]) -> [TurnStart] {
    guard let first = starts.first?.leaf else { return starts }
    var parted: [TurnStart] = []
    var next = 0
    for index in leaves.indices[first...] {
      let begins = next < starts.count && starts[next].leaf == index
      while next < starts.count, starts[next].leaf == index {
        parted.append(starts[next])
        next += 1
      }
      if !begins, leaves[index].lines.count == 1, isOne(leaves[index].text) {
        parted.append(TurnStart(leaf: index, line: 0, label: nil, isBoundary: true))
      }
    }
    return parted
  }
}
