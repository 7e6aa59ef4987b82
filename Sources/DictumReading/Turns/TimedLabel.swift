import DictumModel

/// A speaker's name and a time, without a colon.
///
///     Ada Okafor (00:01:02) text
///     Ada Okafor [(00:01:02)](https://…&t=62) text
///     Ada Okafor  1:02                                with the text below
///
///     Ada Okafor                                      each on a line of its own
///     (00:01:02)                                      or `9:15 AM`, as Slack is copied
///     text
enum TimedLabel {
  /// The shape that `scan` found, if it is one of this form.
  static func shape(_ scan: LabelScan) -> LabelShape? {
    guard !scan.isMarked, !scan.hasColon, scan.endsWithTime else { return nil }
    return LabelShape(
      form: .timed, words: scan.words, time: scan.time, contentStart: scan.contentStart,
      hasColon: false, allowLowercase: false)
  }

  /// The shape that `line` is as a whole, if `next` is as a whole its time; both are such that
  /// `mayBe` says yes.
  static func shape(_ bytes: [UInt8], _ line: ByteSpan, timeOn next: ByteSpan) -> LabelShape? {
    var scanner = ByteScanner(bytes, next)
    guard let time = scanner.markedTime() ?? scanner.bareTime() else { return nil }
    scanner.skipSpaces()
    for half in ["AM", "PM", "am", "pm"] where scanner.skip(Array(half.utf8)) { break }
    guard scanner.isAtEnd else { return nil }
    var span = line
    var words = Substring(decoding: bytes[line.range], as: UTF8.self)
    for mark in ["**", "__"] where words.count > 4 && words.hasPrefix(mark) && words.hasSuffix(mark)
    {
      words = words.dropFirst(2).dropLast(2)
      span = ByteSpan(span.start + 2, span.end - 2)
    }
    return LabelShape(
      form: .timed, words: span, time: time, contentStart: next.end, hasColon: false,
      allowLowercase: false)
  }

  /// Whether `line` is short enough to be a label, and `next` begins as a time does.
  static func mayBe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan, timeOn next: ByteSpan
  ) -> Bool {
    next.start < next.end && line.start < line.end && line.end - line.start <= 64
      && canBegin(bytes[next.start])
  }

  /// Whether a time that stands alone can begin with `byte`.
  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
