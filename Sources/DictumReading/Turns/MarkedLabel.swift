import DictumModel

/// A speaker's name in bold or italics, with a colon inside the marks or after them.
///
///     **Ada Okafor:** text
///     **Ada Okafor**: text
///     **Ada Okafor** (00:01:02):           with the text on the next line
///     **Ada Okafor (00:01:02):** text
///     **Ada Okafor** [00:12]               a time does for the colon
///     [00:12] **Ada Okafor:** text
///     **Hon. Ada Okafor** (Ashford): text  a remark that is no part of the name
///     **Ada: And what came of it?**        a question that is bold as a whole
///     *Ada:* text, __Ada:__ text
///
/// The marks let a name begin small: `**ada:**`.
enum MarkedLabel {
  /// The label that `scan` found, if it is one of this form.
  static func label(_ scan: LabelScan, _ bytes: [UInt8]) -> SpeakerLabel? {
    guard scan.isMarked, scan.hasColon || (scan.isClosed && scan.endsWithTime) else { return nil }
    var words = String(decoding: bytes[scan.words.range], as: UTF8.self)
    // Markdown asks for an escape before a bracket that is itself.
    if words.hasPrefix("\\[") { words = words.replacing("\\", with: "") }
    var label = SpeakerLabel(
      form: scan.isStrong ? .bold : .italic, words: words, time: scan.time,
      contentStart: scan.contentStart, hasColon: scan.hasColon, allowLowercase: true)
    label?.isClosed = scan.isClosed
    return label
  }
}
