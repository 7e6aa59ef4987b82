import DictumModel

/// Time codes of transcripts, in every dress they come in.
///
///     [00:01:02]  (1:02)  [01:02.5]       in brackets
///     [(00:01:02)](https://…&t=62)        in brackets, and a link to the recording
///     *00:01:02*                          emphasised
///     00:01:02                            bare
extension ByteScanner {
  /// Skips a time code in brackets, linked or emphasised, and gives its digits and colons.
  mutating func markedTime() -> String? {
    let start = position
    if current == UInt8(ascii: "*") || current == UInt8(ascii: "_") {
      let mark = current
      position += 1
      if let time = bareTime(), current == mark {
        position += 1
        return time
      }
      position = start
      return nil
    }
    if current == UInt8(ascii: "["), peek(1) == UInt8(ascii: "(") {
      position += 1
      if let time = timeCode(), current == UInt8(ascii: "]") {
        position += 1
        skipDestination()
        return time
      }
      position = start
      return nil
    }
    guard let time = timeCode() else { return nil }
    if bytes[start] == UInt8(ascii: "[") { skipDestination() }
    return time
  }

  /// Skips a time code without brackets that ends a word: `0:12`, `00:01:02.5`.
  mutating func bareTime() -> String? {
    guard
      let at = bytes.withUnsafeBufferPointer({ $0.timeEnd(from: position, to: end) })
    else { return nil }
    defer { position = at }
    return text(ByteSpan(position, at))
  }

  /// The byte `count` after the next; `nil` past the line's end.
  func peek(_ count: Int) -> UInt8? { position + count < end ? bytes[position + count] : nil }

  /// Skips the destination of a link, `(https://…)`, if one is next.
  private mutating func skipDestination() {
    guard current == UInt8(ascii: "("),
      let close = bytes[position..<end].firstIndex(of: UInt8(ascii: ")"))
    else { return }
    position = close + 1
  }
}
