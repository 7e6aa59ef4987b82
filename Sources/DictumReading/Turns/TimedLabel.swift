import DictumModel

/// A speaker's name and a time, without a colon.
///
///     Ada Okafor (00:01:02) text
///     Ada Okafor [(00:01:02)](https://…&t=62) text
///     Ada Okafor  1:02                                with the text below
///
///     Ada Okafor                                      each on a line of its own
///     (00:01:02)
///     text
enum TimedLabel {
  /// The label that `scan` found, if it is one of this form.
  static func label(_ scan: LabelScan, _ bytes: [UInt8]) -> SpeakerLabel? {
    guard !scan.isMarked, !scan.hasColon, scan.endsWithTime else { return nil }
    return SpeakerLabel(
      form: .timed, words: String(decoding: bytes[scan.words.range], as: UTF8.self),
      time: scan.time, contentStart: scan.contentStart, hasColon: false, allowLowercase: false)
  }

  /// The label that `line` is as a whole, if `next` is as a whole its time.
  static func label(_ bytes: [UInt8], _ line: ByteSpan, timeOn next: ByteSpan) -> SpeakerLabel? {
    guard next.start < next.end, line.start < line.end, line.end - line.start <= 64,
      "([*_0123456789".utf8.contains(bytes[next.start])
    else { return nil }
    var scanner = ByteScanner(bytes, next)
    guard let time = scanner.markedTime() ?? scanner.bareTime() else { return nil }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    var words = Substring(decoding: bytes[line.range], as: UTF8.self)
    for mark in ["**", "__"] where words.count > 4 && words.hasPrefix(mark) && words.hasSuffix(mark)
    {
      words = words.dropFirst(2).dropLast(2)
    }
    return SpeakerLabel(
      form: .timed, words: String(words), time: time, contentStart: next.end, hasColon: false,
      allowLowercase: false)
  }
}
