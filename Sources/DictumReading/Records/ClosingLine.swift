/// Lines that end a recording, or a part of it, and that nobody in it says.
///
///     [END OF TAPE 1, SIDE A]          (End of interview)
///     Transcribed by https://example.org
///     Ada Okafor stopped transcription
enum ClosingLine {
  private static let longest = 100

  /// Whether a line with nothing beside it is one.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= longest, text.utf8.withBytes(mayBe) else { return false }
    // A sentence ends with a full stop.
    guard let last = text.utf8.last, !".,;:!?".utf8.contains(last) else { return false }
    let words = text.onOneLine(lowercased: true)
    if let first = words.first, let last = words.last, "[(".contains(first), "])".contains(last) {
      return words.dropFirst().hasPrefix("end of ")
    }
    return words.hasPrefix("transcribed by ") || words.hasSuffix(" stopped transcription")
      || words.hasSuffix(" started transcription")
  }

  /// Whether the bytes at the ends are those of one: a bracket, `tr`, `on`, or white space.
  private static func mayBe(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    let (first, last) = (text[0], text[text.count - 1])
    // Nearly all text begins and ends in ASCII.
    let isSpaced =
      mayBeSpace(first) && WhiteSpace.length(text, 0) > 0
      || mayBeSpace(last)
        && (1...min(3, text.count)).contains { WhiteSpace.length(text, text.count - $0) == $0 }
    return first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
      || (first | 0x20 == UInt8(ascii: "t") && text[1] | 0x20 == UInt8(ascii: "r"))
      || (last | 0x20 == UInt8(ascii: "n") && text[text.count - 2] | 0x20 == UInt8(ascii: "o"))
      || isSpaced
  }

  private static func mayBeSpace(_ byte: UInt8) -> Bool { !(0x21...0x7E).contains(byte) }

  /// The leaves behind that with the index `first` that are such a line.
  static func all(in leaves: [Leaf], after first: Int) -> [Int] {
    leaves.indices[first...].dropFirst().filter {
      leaves[$0].lines.count == 1 && isOne(leaves[$0].text)
    }
  }
}
