import DictumModel

/// A stretch of prose and the place in it where a pointer may begin, or may have begun just before.
struct Stretch {
  let bytes: [UInt8]

  /// The first byte that may belong to the pointer; bytes of the file, 0-based.
  let floor: Int

  /// The byte that caught the eye.
  let at: Int

  /// The end of the stretch: of the line, or where an inline element begins.
  let end: Int

  /// The end of the leaf, for brackets that go on over lines and emphasis.
  let leafEnd: Int

  /// The byte at `offset`, 0 outside the stretch.
  func byte(_ offset: Int) -> UInt8 { offset >= floor && offset < end ? bytes[offset] : 0 }

  /// Whether the ASCII letters of `word`, which are small, stand at `offset`, in whatever case.
  func holds(_ word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= floor, offset + count <= end else { return false }
    for index in 0..<count {
      let byte = bytes[offset + index]
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if small != word.utf8Start[index] { return false }
    }
    return true
  }

  /// Whether a word can begin at `offset`: no letter, digit or underscore of ASCII stands before it.
  func isBoundary(_ offset: Int) -> Bool {
    let before = byte(offset - 1)
    return !(ByteKind.isASCIIWord(before)) || offset == floor
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// What bytes are letters, digits and words; beyond ASCII, punctuation is told by its lead byte.
enum ByteKind {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  static func isASCIIWord(_ byte: UInt8) -> Bool {
    byte < 0x80 && (isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_"))
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// A letter, a digit or `_`; not the curly quotes and dashes of U+2000, which begin with 0xE2, nor
  /// wide punctuation, with 0xE3 or 0xEF.
  static func isWord(_ byte: UInt8) -> Bool {
    isASCIIWord(byte) || (byte >= 0x80 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF)
  }
}

/// The bytes at which a pointer may begin, or by which it is known.
enum Trigger {
  /// The next such byte of `bytes` from one offset to another.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var at = start
      while at < end {
        switch buffer[at] {
        // $ / : @ [ {
        case 0x24, 0x2F, 0x3A, 0x40, 0x5B, 0x7B: return at
        case 0x77 where at + 1 < end && buffer[at + 1] == 0x77: return at
        default: at += 1
        }
      }
      return nil
    }
  }
}
