import DictumModel

/// A speaker's name and a colon at the head of an outermost item of a list.
///
///     - Ada Okafor: text
///     - **Ada Okafor:** text
///     1. Ada Okafor: text
///     - [[Ada Okafor]]: text
///
///     - **Ada Okafor**            the name alone, with what she says in items below it
///       - text
///     - [[Ada Okafor]]
///       - text
///
/// Definitions are written so too; `LabelProof` tells them apart.
enum ItemLabel {
  /// The shape at the head of an item's first line.
  static func shape(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    if line.count > 2, bytes[line.start] == UInt8(ascii: "["),
      bytes[line.start + 1] == UInt8(ascii: "[")
    {
      guard var shape = DressedLabel.shape(bytes, line), shape.hasColon else { return nil }
      shape.form = .item
      return shape
    }
    guard bytes.withUnsafeBufferPointer({ LabelScan.mayBegin($0, line) }),
      let scan = LabelScan(bytes, line), scan.hasColon
    else { return nil }
    return LabelShape(
      form: .item, words: scan.words, time: scan.time, contentStart: scan.contentStart,
      isClosed: scan.isClosed, allowLowercase: false)
  }

  /// The shape that the first line of an item is as a whole, where other items stand below it.
  static func alone(_ bytes: [UInt8], _ line: ByteSpan) -> LabelShape? {
    for (open, close) in [("**", "**"), ("__", "__"), ("[[", "]]")] {
      let rest = bytes[line.range]
      guard line.count > 4, rest.starts(with: open.utf8),
        rest.suffix(2).elementsEqual(close.utf8)
      else { continue }
      let words = ByteSpan(line.start + 2, line.end - 2)
      guard !bytes[words.range].contains(where: { "*_[]|:".utf8.contains($0) }) else { return nil }
      return LabelShape(
        form: .item, words: words, time: nil, contentStart: line.end, hasColon: false,
        allowLowercase: false)
    }
    return nil
  }
}
