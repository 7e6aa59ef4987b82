/// Labels that a recogniser of voices gives: `Speaker 1`, `SPEAKER_00`, `Voice 2`, `S3`,
/// or who writes one down and keeps the names to himself: `Respondent 2`, `Student B`, `P07`.
///
/// Such a label tells turns of one recording apart and names nobody: `Speaker 1` here is not
/// `Speaker 1` there, so the speaker stays unknown, with the label beside.
enum RecordedVoice {
  private static let words: Set<String> = [
    "speaker", "spk", "voice", "unknown speaker", "s", "person", "respondent", "participant",
    "subject", "student", "interviewee", "f", "m", "p", "r",
  ]
  private static let initials = Array("suvprimf".utf8)

  /// Whether `label` is one: a word for a voice, then a number or one capital letter.
  static func isLabel(_ label: String) -> Bool {
    // What ends in no digit and no capital of ASCII, or begins otherwise than a voice, is none.
    guard let first = label.utf8.first, let last = label.utf8.last,
      (0x30...0x39).contains(last) || (0x41...0x5A).contains(last), initials.contains(first | 0x20)
    else { return false }
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
