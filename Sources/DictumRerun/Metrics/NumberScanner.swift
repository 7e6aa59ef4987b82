/// Reads decimal numbers from bytes: an optional sign, digits with at most one point, an exponent.
enum NumberScanner {
  /// What stands where a number was looked for.
  enum Found: Equatable {
    /// A finite number, and where it ends.
    case number(Double, end: Int)
    /// A word or a size that is no finite number: `nan`, `inf`, `1e999`; as written.
    case notFinite(String, end: Int)
  }

  /// The number at `start`; `nil` if none is there, or if what follows makes it another thing, as in
  /// `3rd`, `1.2.3` or `1,234`: a guess would be a wrong number.
  static func scan(_ bytes: ArraySlice<UInt8>, from start: Int) -> Found? {
    var index = start
    func byte(_ offset: Int = 0) -> UInt8? {
      index + offset < bytes.endIndex ? bytes[index + offset] : nil
    }
    func digits() -> Int {
      let first = index
      while let digit = byte(), isDigit(digit) { index += 1 }
      return index - first
    }
    if byte() == 0x2B || byte() == 0x2D { index += 1 }
    if let letter = byte(), isLetter(letter) {
      while let letter = byte(), isLetter(letter) { index += 1 }
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      let word = text.lowercased().drop { $0 == "+" || $0 == "-" }
      guard ["nan", "inf", "infinity"].contains(word), ends(bytes, at: index) else { return nil }
      return .notFinite(text, end: index)
    }
    var count = digits()
    if byte() == 0x2E, count > 0 || byte(1).map(isDigit) == true, byte(1).map(isDigit) != false {
      index += 1
      count += digits()
    }
    guard count > 0 else { return nil }
    if let e = byte(), e == 0x65 || e == 0x45 {
      let mark = index
      index += 1
      if byte() == 0x2B || byte() == 0x2D { index += 1 }
      if digits() == 0 { index = mark }
    }
    guard ends(bytes, at: index) else { return nil }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let value = Double(text.hasSuffix(".") ? text + "0" : text) else { return nil }
    return value.isFinite ? .number(value, end: index) : .notFinite(text, end: index)
  }

  /// Whether a number may end here: not before a letter, a digit or `_`, nor a point or a comma that
  /// a digit follows.
  private static func ends(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard index < bytes.endIndex else { return true }
    let next = bytes[index]
    if isLetter(next) || isDigit(next) || next == 0x5F { return false }
    guard next == 0x2E || next == 0x2C, index + 1 < bytes.endIndex else { return true }
    return !isDigit(bytes[index + 1])
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
