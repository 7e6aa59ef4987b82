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
        while at + 64 <= buffer.count, !buffer.mayHoldFault(at) { at += 64 }
        while at + 16 <= buffer.count {
          let other = buffer.block(at: at).faults.first
          at += other ?? 16
          if other != nil { break }
        }
        guard at < buffer.count else { return nil }
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
    func goesOn(_ offset: Int) -> Bool {
      at + offset < bytes.count && bytes[at + offset] & 0xC0 == 0x80
    }
    guard goesOn(1) else { return 0 }
    let second = bytes[at + 1]
    switch bytes[at] {
    case 0xC2...0xDF: return 2
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return 0
    case 0xE0...0xEF: return goesOn(2) ? 3 : 0
    case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 0
    case 0xF0...0xF4: return goesOn(2) && goesOn(3) ? 4 : 0
    default: return 0
    }
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
