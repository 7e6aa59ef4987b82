import DictumModel

/// The characters of a JSON string, and where in the file each of them stands.
struct JSONText {
  /// The characters in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// For each of `bytes`, the offset in the file of what stands for it; `nil` when nothing is
  /// escaped and they are those of the file.
  private var offsets: [Int]?

  /// The bytes of the file that stand for it, between the quotation marks.
  private(set) var span: ByteSpan

  /// An empty text at a place, to be appended to.
  init(at span: ByteSpan) {
    self.span = span
    offsets = []
  }

  /// The characters between the quotation marks of a well-formed string.
  ///
  /// Half of a surrogate pair alone stands for U+FFFD, as RFC 8259, section 8.2, leaves open; and
  /// so does U+0000, which no text has. Where letters were encoded twice, an escape is a byte.
  init(_ file: [UInt8], _ span: ByteSpan, isTwiceEncoded: Bool = false) {
    self.span = span
    guard file[span.range].contains(UInt8(ascii: "\\")) else {
      bytes = Array(file[span.range])
      return
    }
    offsets = []
    var at = span.start
    while at < span.end {
      if file[at] == UInt8(ascii: "\\") {
        let (scalar, length) = JSONText.escape(file, at, span.end)
        if isTwiceEncoded, length == 6, let byte = UInt8(exactly: scalar.value) {
          append(CollectionOfOne(byte), at: at)
        } else {
          append(String(scalar).utf8, at: at)
        }
        at += length
      } else {
        append(CollectionOfOne(file[at]), at: at)
        at += 1
      }
    }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The offset in the file of what stands for the byte at `index`; for the end, the end.
  func offset(of index: Int) -> Int {
    guard index < bytes.count else { return span.end }
    return offsets?[index] ?? span.start + index
  }

  /// Where a range of `bytes` stands in the file.
  func place(of range: Range<Int>) -> ByteSpan {
    ByteSpan(offset(of: range.lowerBound), offset(of: range.upperBound))
  }

  /// Appends characters that stand at `offset` of the file.
  mutating func append(_ more: some Collection<UInt8>, at offset: Int) {
    bytes.append(contentsOf: more)
    offsets?.append(contentsOf: repeatElement(offset, count: more.count))
  }

  /// Appends a part of another text of the same file.
  mutating func append(_ range: Range<Int>, of other: JSONText) {
    for index in range {
      append(CollectionOfOne(other.bytes[index]), at: other.offset(of: index))
    }
  }

  /// A part of the characters.
  func part(_ range: Range<Int>) -> JSONText {
    var part = JSONText(at: place(of: range))
    part.append(range, of: self)
    return part
  }

  /// The value of four hexadecimal digits.
  static func hexadecimal(_ file: [UInt8], _ at: Int, _ end: Int) -> UInt32? {
    guard at + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in file[at..<(at + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  /// The character that an escape stands for, and the bytes it takes.
  private static func escape(_ file: [UInt8], _ at: Int, _ end: Int) -> (Unicode.Scalar, Int) {
    switch file[at + 1] {
    case UInt8(ascii: "b"): return ("\u{08}", 2)
    case UInt8(ascii: "f"): return ("\u{0C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"):
      let first = hexadecimal(file, at + 2, end) ?? 0xFFFD
      if first == 0 { return ("\u{FFFD}", 6) }
      if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
      guard first < 0xDC00, at + 8 <= end, file[at + 6] == UInt8(ascii: "\\"),
        file[at + 7] == UInt8(ascii: "u"), let second = hexadecimal(file, at + 8, end),
        (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { return ("\u{FFFD}", 6) }
      return (scalar, 12)
    default: return (Unicode.Scalar(file[at + 1]), 2)
    }
  }
}
