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

  /// The leaves behind that with the index `first` that are such a line.
  static func all(in leaves: [Leaf], after first: Int) -> [Int] {
    leaves.indices[first...].dropFirst().filter {
      leaves[$0].lines.count == 1 && isOne(leaves[$0].text)
    }
  }
}
