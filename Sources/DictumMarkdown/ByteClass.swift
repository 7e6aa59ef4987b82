import Glibc

/// The classes of bytes that CommonMark's grammar is written in.
extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// ASCII punctuation: what a backslash can escape.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// An ASCII letter or digit.
  var isAlphanumeric: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether one of the bytes is `byte`, as the C library finds it.
  func has(_ byte: UInt8) -> Bool { place(of: byte) != nil }

  /// Where `byte` first stands.
  func place(of byte: UInt8) -> Int? {
    guard let base = baseAddress, let found = memchr(base, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }
}

extension Array<UInt8> {
  /// The bytes as text, NUL shown as U+FFFD as CommonMark asks (section 2.3).
  var markdownText: String {
    let text = String(decoding: self, as: UTF8.self)
    return contains(0) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
  }
}
