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

  /// Whether `label` is one: a word for a voice, then a number or one capital letter.
  static func isLabel(_ label: String) -> Bool {
    // What ends in no digit and no capital of ASCII, or begins otherwise than a voice, is none.
    guard let first = label.utf8.first, let last = label.utf8.last,
      (0x30...0x39).contains(last) || (0x41...0x5A).contains(last), isInitial(first | 0x20)
    else { return false }
    let digits = label.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard digits <= 3 else { return false }
    let voice = label.lowercased().utf8.dropLast(max(digits, 1))
    var word = voice
    while let last = word.last, isParting(last) { word.removeLast() }
    guard words.contains(String(Substring(word))) else { return false }
    return word.count < voice.count || digits > 0
  }

  /// Whether a byte is the first letter of one of the words.
  private static func isInitial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "p"),
      UInt8(ascii: "r"), UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "f"):
      true
    default: false
    }
  }

  /// Whether a byte parts the word from what follows.
  private static func isParting(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "#")
  }
}
