import DictumModel

/// The fence that opens a block of code (CommonMark 4.5) behind spaces and the marks of quotes alone.
struct CodeFence {
  private let prefix: ByteSpan
  private let mark: UInt8
  private let count: Int
  /// What stands behind the fence.
  private let rest: ByteSpan

  /// The fence at `start` in `line`, if it is one that can be followed to its end.
  init?(_ line: ByteSpan, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    prefix = ByteSpan(line.start, start)
    mark = bytes[start]
    var end = start
    while end < line.end, bytes[end] == mark { end += 1 }
    count = end - start
    rest = ByteSpan(end, line.end)
    guard count >= 3, mark != 0x60 || !bytes[rest.range].contains(0x60),
      bytes[prefix.range].allSatisfy({ $0 == 0x20 || $0 == 0x3E })
    else { return nil }
  }

  /// How many spaces stand before it, or before the first mark of a quote.
  func indent(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes[prefix.range].prefix { $0 == 0x20 }.count
  }

  /// The info string, where the block stands outside of all containers and nothing in the string has
  /// to be decoded.
  func plainInfo(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteSpan? {
    guard prefix.isEmpty, bytes.isPlain(rest.start, rest.end) else { return nil }
    var (start, end) = (rest.start, rest.end)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while start < end, bytes[end - 1] == 0x20 { end -= 1 }
    return ByteSpan(start, end)
  }

  /// Whether a line that lies outside of all containers closes the block.
  func isClosed(by line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = line.start + bytes[line.range].prefix { $0 == 0x20 }.count
    return start - line.start <= 3 && isClosing(ByteSpan(start, line.end), bytes)
  }

  /// The index of the line behind the fence that closes the block.
  ///
  /// `nil` where that is not certain, because a line before it does not begin as the first one does,
  /// so that a container may have ended there.
  func end(in lines: [ByteSpan], from first: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let isQuoted = bytes[prefix.range].contains(0x3E)
    for index in first..<lines.count {
      let line = lines[index]
      guard bytes[line.range].starts(with: bytes[prefix.range]) else {
        // Of lines without code the spaces at their beginning are often left away.
        if !isQuoted, bytes[line.range].allSatisfy(\.isBlank) { continue }
        return nil
      }
      var start = line.start + prefix.count
      while start < line.end, bytes[start] == 0x20 { start += 1 }
      let indent = start - line.start - prefix.count
      guard isClosing(ByteSpan(start, line.end), bytes) else { continue }
      if prefix.isEmpty ? indent <= 3 : indent == 0 { return index + 1 }
      // How far it is indented depends on the containers.
      if !prefix.isEmpty { return nil }
    }
    return lines.count
  }

  private func isClosing(_ line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = line.start
    while end < line.end, bytes[end] == mark { end += 1 }
    return end - line.start >= count && bytes[end..<line.end].allSatisfy(\.isBlank)
  }
}
