import DictumModel

/// What stands at the head of a line, as far as a speaker's label goes: bytes only, so that a line
/// that is none costs a look at its first few.
///
///     Ada Okafor (MIRI) [00:12]: text      words, a remark of `LabelRemark`, a time, a colon
///     [00:12] **Ada Okafor:** text         a time, a mark that opens, words, a colon, one that closes
///     **Ada Okafor: is that so?**          a mark that closes after the speaker's words
///     Ada Okafor: 00:00:18                 a time that ends the line
struct LabelScan {
  /// The words before the colon, the time, the remark or the closing mark.
  var words: ByteSpan

  /// The time code, without brackets.
  var time: String?

  /// Whether a colon ends it.
  var hasColon = false

  /// Whether it is emphasised: `**`, `__`, `*` or `_` before the words.
  var isMarked = false

  /// Whether the mark is two bytes, as for bold type.
  var isStrong = false

  /// Whether the closing mark was met.
  var isClosed = false

  /// Whether a remark on the speaker stands behind the words.
  var hasRemark = false

  /// Whether the time comes after the words.
  var endsWithTime = false

  /// Where what is said begins: bytes of the file, 0-based.
  var contentStart: Int

  private static let marks: [[UInt8]] = [
    Array("**".utf8), Array("__".utf8), Array("*".utf8), Array("_".utf8),
  ]

  /// The scan of `line`; `nil` when no label can stand there.
  init?(_ bytes: [UInt8], _ line: ByteSpan) {
    guard line.start < line.end, LabelScan.canBegin(bytes[line.start]) else { return nil }
    var scanner = ByteScanner(bytes, line)
    time = scanner.leadingTime()
    let mark = scanner.isAtMark ? LabelScan.marks.first { scanner.skip($0) } : nil
    isMarked = mark != nil
    isStrong = mark?.count == 2
    if isMarked, time == nil { time = scanner.leadingTime() }
    guard let words = scanner.labelWords(isMarked: isMarked) else { return nil }
    self.words = words
    contentStart = scanner.position
    while skipPiece(&scanner, mark) {}
    scanner.skipSpaces()
    contentStart = scanner.position
    if hasColon, !canFollowColon(scanner) { return nil }
    if let mark, !isClosed, scanner.upTo(mark) == nil { return nil }
  }

  /// Takes the next piece after the words and the white space before it; whether there was one.
  private mutating func skipPiece(_ scanner: inout ByteScanner, _ mark: [UInt8]?) -> Bool {
    let start = scanner.position
    scanner.skipSpaces()
    if let byte = scanner.current, LabelScan.mayBeginPiece(byte), takePiece(&scanner, mark) {
      return true
    }
    scanner.position = start
    return false
  }

  private mutating func takePiece(_ scanner: inout ByteScanner, _ mark: [UInt8]?) -> Bool {
    if let mark, !isClosed, scanner.skip(mark) {
      isClosed = true
    } else if !hasColon, scanner.skipColon() {
      hasColon = true
    } else if time == nil, let found = scanner.markedTime() ?? bareTime(&scanner, mark) {
      time = found
      endsWithTime = true
    } else if !hasColon, let remark = scanner.remark() {
      words = scanner.bytes.withUnsafeBufferPointer { OfficeLabel.name(words, remark, $0) }
      hasRemark = true
    } else {
      return false
    }
    return true
  }

  /// A time without brackets is one only where nothing but the label's end can follow: `Ada: 12:30
  /// is late` is said by Ada.
  private func bareTime(_ scanner: inout ByteScanner, _ mark: [UInt8]?) -> String? {
    guard let first = scanner.current, (0x30...0x39).contains(first) else { return nil }
    var next = scanner
    guard let time = next.bareTime() else { return nil }
    var after = next
    after.skipSpaces()
    let ends =
      after.isAtEnd || (!hasColon && after.skipColon())
      || (!isClosed && mark.map { after.skip($0) } == true)
    guard ends else { return nil }
    scanner = next
    return time
  }

  /// "12:30", "https://" and "std::vector" hold no labels: after a colon comes a space, the closing
  /// mark, or nothing; after a full-width one and before a letter beyond ASCII no space is needed.
  private func canFollowColon(_ scanner: ByteScanner) -> Bool {
    if scanner.isAtEnd || scanner.isAtNonASCII || isClosed { return true }
    let before = scanner.bytes[contentStart - 1]
    return before != UInt8(ascii: ":")
  }

  /// Whether a label may stand at the head of `line`; most prose is told by its first words.
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteSpan) -> Bool {
    guard line.start < line.end, canBegin(bytes[line.start]) else { return false }
    switch bytes[line.start] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"): return true
    case UInt8(ascii: "["), UInt8(ascii: "("):
      // A time, and nothing else, may stand in brackets before a name.
      guard line.start + 1 < line.end else { return false }
      return (0x2E...0x3A).contains(bytes[line.start + 1])
    default: return bytes.nameEnd(from: line.start, to: line.end, false) != nil
    }
  }

  /// Whether a mark, a colon, a time or a remark behind the words can begin with `byte`.
  private static func mayBeginPiece(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "("), 0xEF:
      true
    default: false
    }
  }

  /// Whether a label can begin with `byte`: a capital, a mark, a bracket, a digit, `?`, or any byte
  /// that is not ASCII.
  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x80...0xFF, 0x30...0x39: true
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "("),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }
}

extension ByteScanner {
  /// Whether the next byte opens emphasis.
  var isAtMark: Bool { current == UInt8(ascii: "*") || current == UInt8(ascii: "_") }

  /// Skips a time code and the white space, the dash or the colon between it and a label.
  mutating func leadingTime() -> String? {
    guard let first = current, first < 0x80, first == 0x5B || first == 0x28 || first < 0x3A else {
      return nil
    }
    let start = position
    guard let time = timeCode() ?? bareTime() else { return nil }
    let afterTime = position
    skipSpaces()
    if current == UInt8(ascii: "-"), peek(1) == 0x20 {
      position += 1
      skipSpaces()
    }
    if position > afterTime, !isAtEnd { return time }
    position = start
    return nil
  }

  /// The bytes of words that could be a name, without trailing white space; the cursor stops at what
  /// ends them: a colon, a bracket, a mark, or a time at the end of the line.
  ///
  /// `nil` when none of these comes soon, or a byte first that no name has. In plain text a word of
  /// more than five letters that begins small ends the search, which is how most prose ends it.
  mutating func labelWords(isMarked: Bool) -> ByteSpan? {
    let start = position
    guard
      let at = bytes.withUnsafeBufferPointer({ $0.nameEnd(from: start, to: end, isMarked) })
    else { return nil }
    var last = at
    while last > start, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    guard last > start else { return nil }
    position = at
    return ByteSpan(start, last)
  }
}
