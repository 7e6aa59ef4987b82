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
  /// The shape that `scan` found, if it is one of this form.
  static func shape(_ scan: LabelScan) -> LabelShape? {
    guard scan.isMarked, scan.hasColon || (scan.isClosed && scan.endsWithTime) else { return nil }
    return LabelShape(
      form: scan.isStrong ? .bold : .italic, words: scan.words, time: scan.time,
      contentStart: scan.contentStart, hasColon: scan.hasColon, isClosed: scan.isClosed,
      allowLowercase: true)
  }
}
