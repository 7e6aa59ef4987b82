import DictumModel

/// A speaker's name and a time, without a colon.
///
///     Ada Okafor (00:01:02) text
///     Ada Okafor [(00:01:02)](https://…&t=62) text
///     Ada Okafor  1:02                                with the text below
enum TimedLabel {
  /// The label that `scan` found, if it is one of this form.
  static func label(_ scan: LabelScan, _ bytes: [UInt8]) -> SpeakerLabel? {
    guard !scan.isMarked, !scan.hasColon, scan.endsWithTime else { return nil }
    return SpeakerLabel(
      form: .timed, words: String(decoding: bytes[scan.words.range], as: UTF8.self),
      time: scan.time, contentStart: scan.contentStart, hasColon: false, allowLowercase: false)
  }
}
