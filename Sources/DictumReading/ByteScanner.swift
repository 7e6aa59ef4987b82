import DictumModel

/// A cursor over one line's bytes, for the small hand-written grammars of labels and fields.
///
/// It never goes past the line and never backtracks further than its caller copies it.
struct ByteScanner {
  let bytes: [UInt8]
  let end: Int

  /// The next byte; bytes of the file, 0-based.
  var position: Int

  init(_ bytes: [UInt8], _ line: ByteSpan) {
    self.bytes = bytes
    position = line.start
    end = line.end
  }

  var isAtEnd: Bool { position >= end }
  var isAtSpace: Bool { !isAtEnd && (bytes[position] == 0x20 || bytes[position] == 0x09) }
  var isAtNonASCII: Bool { !isAtEnd && bytes[position] >= 0x80 }
  var current: UInt8? { isAtEnd ? nil : bytes[position] }

  /// Whether the byte of the file at `offset`, which is in it, is a space or a tab.
  func isSpace(at offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }

  func text(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  mutating func advance() { if position < end { position += 1 } }

  mutating func skipSpaces() { while isAtSpace { position += 1 } }

  mutating func skip(_ prefix: [UInt8]) -> Bool {
    guard end - position >= prefix.count,
      prefix.indices.allSatisfy({ bytes[position + $0] == prefix[$0] })
    else { return false }
    position += prefix.count
    return true
  }

  mutating func skip(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard end - position >= length,
      (0..<length).allSatisfy({ bytes[position + $0] == prefix.utf8Start[$0] })
    else { return false }
    position += length
    return true
  }

  /// Skips `:` or the full-width `：`.
  mutating func skipColon() -> Bool {
    if current == UInt8(ascii: ":") {
      position += 1
      return true
    }
    guard !isAtEnd, isWideColon(position) else { return false }
    position += 3
    return true
  }

  /// The bytes before the next `marker`, which is skipped; `nil`, and no move, when it does not come.
  mutating func upTo(_ marker: [UInt8]) -> ByteSpan? {
    var at = position
    while at + marker.count <= end {
      if bytes[at] == marker[0], bytes[at..<end].starts(with: marker) {
        defer { position = at + marker.count }
        return ByteSpan(position, at)
      }
      at += 1
    }
    return nil
  }

  /// Whether a full-width colon, U+FF1A, stands at `at`.
  func isWideColon(_ at: Int) -> Bool {
    at + 2 < end && bytes[at] == 0xEF && bytes[at + 1] == 0xBC && bytes[at + 2] == 0x9A
  }

  /// A time code in round or square brackets, such as `(00:01:02)` or `[1:02]`, without them; skipped
  /// when it is there.
  mutating func timeCode() -> String? {
    guard let open = current, open == UInt8(ascii: "(") || open == UInt8(ascii: "[") else {
      return nil
    }
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var at = position + 1
    var colons = 0
    while at < end, bytes[at] != close {
      switch bytes[at] {
      case 0x30...0x39, UInt8(ascii: "."): break
      case UInt8(ascii: ":"): colons += 1
      default: return nil
      }
      at += 1
    }
    guard at < end, colons >= 1, colons <= 2 else { return nil }
    defer { position = at + 1 }
    return text(ByteSpan(position + 1, at))
  }
}
