import DictumModel

/// A speaker's name in bold, alone on the first line of a paragraph, with what is said below it.
///
///     **Ada Okafor**
///
///     text
///
///     **Ada Okafor** (Ashford) (Lab)
///     text
///
///     **The Minister for Moss (Ada Okafor)**
///
/// A heading in bold looks the same but does not come again and again.
enum LoneLabel {
  /// The shape that `scan` found, if it is one of this form and nothing follows it on the line.
  static func shape(_ scan: LabelScan, _ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    guard scan.isMarked, scan.isClosed, !scan.hasColon, scan.time == nil,
      bytes[scan.contentStart..<line.end].allSatisfy({ $0 == 0x20 || $0 == 0x5C })
    else { return nil }
    return LabelShape(
      form: .lone, words: scan.words, time: nil, contentStart: line.end, hasColon: false,
      hasRemark: scan.hasRemark, allowLowercase: false)
  }
}
