import DictumModel

/// A speaker's name and a colon, without marks.
///
///     Ada Okafor: text
///     ADA (00:12): text
///     Ada [00:12]: text
///     00:12:03 Ada: text
///     [00:12] Ada: text
///     Ada Okafor: 00:00:18       with the text below
///     Ada (after the fact): text
///     唐鳳：text                  a full-width colon
///     Ada : text                 as French has it
enum PlainLabel {
  /// The shape that `scan` found, if it is one of this form.
  static func shape(_ scan: LabelScan) -> LabelShape? {
    guard !scan.isMarked, scan.hasColon else { return nil }
    return LabelShape(
      form: .plain, words: scan.words, time: scan.time, contentStart: scan.contentStart,
      allowLowercase: false)
  }
}
