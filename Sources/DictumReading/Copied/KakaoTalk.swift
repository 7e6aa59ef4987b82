import DictumModel

extension CopiedShape {
  /// Chats of KakaoTalk.
  ///
  ///     --------------- 2025년 3월 12일 수요일 ---------------
  ///     [민수] [오후 6:02] 오늘 와?
  static let kakaoTalk = CopiedShape(.chat) { page, index in
    let line = page.all[page.filled[index]]
    var scanner = ByteScanner(page.bytes, line)
    guard scanner.skip("["), let written = scanner.upTo([UInt8(ascii: "]")]), written.count <= 60,
      scanner.skip(" ["), let stamp = scanner.upTo([UInt8(ascii: "]")]), stamp.count <= 40,
      let name = CopiedName(scanner.text(written)),
      let stamp = CopiedStamp(scanner.text(stamp).onOneLine), stamp.time != nil
    else { return nil }
    return CopiedHead(
      lines: index..<index + 1, name: name, stamp: stamp, words: scanner.rest(line))
  }
}
