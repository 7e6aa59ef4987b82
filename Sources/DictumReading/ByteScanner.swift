import DictumModel

/// A cursor over one line's bytes, for the small hand-written grammars of labels and fields.
///
/// It never goes past the line and never backtracks further than its caller copies it.
struct ByteScanner {
  private let bytes: [UInt8]
  private let end: Int

  /// The next byte; bytes of the file, 0-based.
  private(set) var position: Int

  init(_ bytes: [UInt8], _ line: ByteSpan) {
    self.bytes = bytes
    position = line.start
    end = line.end
  }

  var isAtEnd: Bool { position >= end }
  var isAtSpace: Bool { !isAtEnd && (bytes[position] == 0x20 || bytes[position] == 0x09) }
  var isAtNonASCII: Bool { !isAtEnd && bytes[position] >= 0x80 }
  var current: UInt8? { isAtEnd ? nil : bytes[position] }

  func text(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  mutating func advance() { if position < end { position += 1 } }

  mutating func skipSpaces() { while isAtSpace { position += 1 } }

  mutating func skip(_ prefix: [UInt8]) -> Bool {
    guard end - position >= prefix.count, bytes[position..<end].starts(with: prefix) else {
      return false
    }
    position += prefix.count
    return true
  }

  /// Skips `:` or the full-width `：`.
  mutating func skipColon() -> Bool {
    skip([UInt8(ascii: ":")]) || skip(Array("：".utf8))
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

  /// The bytes before a colon or before a time code in brackets, without trailing white space;
  /// the cursor stops at the colon or the bracket. `nil` when neither comes within `limit` bytes.
  mutating func upToColonOrTime(limit: Int) -> ByteSpan? {
    let start = position
    var at = start
    while at < end, at - start <= limit {
      let byte = bytes[at]
      let isWideColon = byte == 0xEF && bytes[at..<end].starts(with: Array("：".utf8))
      var probe = self
      probe.position = at
      if byte == UInt8(ascii: ":") || isWideColon || probe.timeCode() != nil {
        var last = at
        while last > start, bytes[last - 1] == 0x20 { last -= 1 }
        position = at
        return last > start ? ByteSpan(start, last) : nil
      }
      at += 1
    }
    return nil
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
