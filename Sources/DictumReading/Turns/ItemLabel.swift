import DictumModel

/// A speaker's name and a colon at the head of an outermost item of a list.
///
///     - Ada Okafor: text
///     - **Ada Okafor:** text
///     1. Ada Okafor: text
///
/// Definitions are written so too; `LabelProof` tells them apart.
enum ItemLabel {
  /// The shape at the head of an item's first line.
  static func shape(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    guard bytes.withUnsafeBufferPointer({ LabelScan.mayBegin($0, line) }),
      let scan = LabelScan(bytes, line), scan.hasColon
    else { return nil }
    return LabelShape(
      form: .item, words: scan.words, time: scan.time, contentStart: scan.contentStart,
      isClosed: scan.isClosed, allowLowercase: false)
  }
}
