import DictumModel

/// UTF-8, with or without a byte order mark; everything else is refused, because repairing bytes
/// would move every span after them.
enum Encoding {
  /// The offset of the first byte of text, past a byte order mark; 0-based.
  static func textStart(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Why the bytes are not text in UTF-8, or `nil` when they are.
  ///
  /// The well-formed sequences are those of table 3-7 of the Unicode Standard.
  static func refusal(of bytes: [UInt8], path: String) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        .error, at: Place(path, line: 1, column: 1),
        "not UTF-8 but UTF-16, by its byte order mark at byte 0",
        remedy: "convert it with: iconv -f UTF-16 -t UTF-8")
    }
    guard let fault = firstFault(in: bytes) else { return nil }
    let table = LineTable(Array(bytes[..<fault]))
    let place = Place(path, line: table.line(at: fault), column: table.column(at: fault))
    if bytes[fault] == 0 {
      return Diagnostic(
        .error, at: place, "a NUL byte at byte \(fault): not a text file",
        remedy: "name the file in .dictum/ignore if it is not a note")
    }
    return Diagnostic(
      .error, at: place,
      "not UTF-8: byte 0x\(String(bytes[fault], radix: 16, uppercase: true)) at byte \(fault)",
      remedy: EncodingGuess.remedy(bytes, from: fault))
  }

  /// The offset of the first byte that is NUL or begins an ill-formed sequence.
  private static func firstFault(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        if at + 64 <= buffer.count, !buffer.mayHoldFault(at) {
          at += 64
          continue
        }
        if at + 16 <= buffer.count {
          guard let other = buffer.block(at: at).faults.first else {
            at += 16
            continue
          }
          at += other
        }
        if buffer[at] == 0 { return at }
        if buffer[at] < 0x80 { at += 1 }
        // One that is not ASCII is seldom alone.
        while at < buffer.count, buffer[at] >= 0x80 {
          let length = sequenceLength(buffer, at)
          if length == 0 { return at }
          at += length
        }
      }
      return nil
    }
  }

  /// The length of the well-formed sequence of two to four bytes at `at`, or 0.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[at] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether one of the four blocks from `offset` on holds a NUL or a byte beyond ASCII.
  fileprivate func mayHoldFault(_ offset: Int) -> Bool {
    let first = block(at: offset).faults .| block(at: offset + 16).faults
    let second = block(at: offset + 32).faults .| block(at: offset + 48).faults
    return (first .| second).first != nil
  }
}

extension ByteBlock {
  /// Where a NUL or a byte beyond ASCII stands: what is no number above 0 when it has a sign.
  fileprivate var faults: Places {
    unsafeBitCast(self, to: SIMD16<Int8>.self) .<= SIMD16<Int8>(repeating: 0)
  }
}
