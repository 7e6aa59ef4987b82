import DictumModel

extension CopiedShape {
  /// Messages behind a handle and a time in brackets.
  ///
  ///     moss (6:02 PM): has anyone tried the new dye?
  static let labelled = CopiedShape(.chat) { page, index in
    let line = page.all[page.filled[index]]
    let near = page.bytes[line.start..<min(line.end, line.start + 100)]
    guard let open = near.firstIndex(of: UInt8(ascii: "(")),
      let close = near[open...].firstIndex(of: UInt8(ascii: ")")), close + 1 < line.end,
      page.bytes[close + 1] == UInt8(ascii: ":"),
      let stamp = CopiedStamp(String(decoding: near[(open + 1)..<close], as: UTF8.self).onOneLine),
      stamp.time != nil,
      let name = CopiedName(String(decoding: near[..<open], as: UTF8.self).onOneLine)
    else { return nil }
    let words = ByteScanner(page.bytes, line).trimmed(ByteSpan(close + 2, line.end))
    return CopiedHead(
      lines: index..<index + 1, name: name, stamp: stamp, words: words, isSure: false,
      isOwn: name.form != .plain)
  }
}
