/// Labels that a recogniser of voices gives: `Speaker 1`, `SPEAKER_00`, `Voice 2`, `S3`.
///
/// Such a label tells turns of one recording apart and names nobody: `Speaker 1` here is not
/// `Speaker 1` there, so the speaker stays unknown, with the label beside.
enum RecordedVoice {
  private static let words: Set<String> = ["speaker", "spk", "voice", "unknown speaker", "s"]

  /// Whether `label` is one: a word for a voice, then a number or one capital letter.
  static func isLabel(_ label: String) -> Bool {
    let folded = label.lowercased()
    let number = folded.reversed().prefix { $0.isASCII && $0.isNumber }
    let letter =
      number.isEmpty && label.last?.isASCII == true && label.last?.isUppercase == true ? 1 : 0
    let count = max(number.count, letter)
    guard count > 0, count <= 3 else { return false }
    var word = folded.dropLast(count)
    let isParted = word.last.map { " _-#".contains($0) } ?? false
    while let last = word.last, " _-#".contains(last) { word.removeLast() }
    guard words.contains(String(word)) else { return false }
    return isParted || !number.isEmpty
  }
}
