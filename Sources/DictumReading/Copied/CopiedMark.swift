import DictumModel

/// Which lines may say who wrote what stands below, told by a few bytes of each.
///
///     moss — 03/12/2025 6:02 PM             a time, a date or an age ends it
///     [–]KilnWitch 22 points 2 days ago     the mark that folds a comment begins it
///     @moss                                 a handle begins it
///     [3/12/2025 6:02 PM] moss              a time in brackets comes early
///
/// Every head that a `CopiedShape` reads lies at such a line; few lines of prose are any.
enum CopiedMark {
  /// The bytes of the longest line that is a head.
  static let longest = 160

  /// Whether the line of `bytes` from `start`, which is no white space, to `end` may be one.
  static func mayStand(
    in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let first = line.first else { return false }
    if first == UInt8(ascii: "["), hasBracketedTime(line) { return true }
    if hasEarlyTime(bytes, start, end) { return true }
    guard line.count <= longest else { return false }
    switch first {
    case UInt8(ascii: "@"): return true
    case UInt8(ascii: "["): if isFold(line) { return true }
    // An arrow of writing's direction before a handle.
    case 0xE2: if line.count > 3, line[1] == 0x80, (0xAA...0xAE).contains(line[2]) { return true }
    default: break
    }
    return mayEnd(line)
  }

  /// Whether a day and a time, which a number or `M` ends, stand in brackets at a line's beginning.
  private static func hasBracketedTime(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = line.prefix(40)
    guard let close = head.firstIndex(of: UInt8(ascii: "]")), close > 4,
      isDigit(line[close - 1]) || line[close - 1] | 0x20 == UInt8(ascii: "m")
    else { return false }
    return head[..<close].contains(0x20)
  }

  /// Whether `[-]`, `[+]`, `[–]` or `[−]` begins a line.
  private static func isFold(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if line.count > 2, line[1] == UInt8(ascii: "-") || line[1] == UInt8(ascii: "+") {
      return line[2] == UInt8(ascii: "]")
    }
    return line.count > 4 && line[1] == 0xE2 && line[4] == UInt8(ascii: "]")
  }

  /// Whether a bracket with a date, a time or a fraction in it begins near the line's beginning, two brackets
  /// follow one another there, or a bar stands before one of a page's links.
  private static func hasEarlyTime(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    // Most lines have none of them.
    if start + 64 <= bytes.count, !bytes.mayHoldTime(from: start) { return false }
    let near = min(end, start + 64)
    var at = start
    while at < near {
      if at + 16 <= bytes.count {
        guard let first = bytes.block(at: at).bracketsAndBars.first else {
          at += 16
          continue
        }
        at += first
        if at >= near { return false }
      }
      if mayBeTime(UnsafeBufferPointer(rebasing: bytes[start..<end]), at - start) { return true }
      at += 1
    }
    return false
  }

  private static func mayBeTime(_ line: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    switch line[at] {
    case UInt8(ascii: "["), UInt8(ascii: "("):
      if at > 1, line[at] == UInt8(ascii: "["), line[at - 1] == 0x20, line[at - 2] == 0x5D {
        return true
      }
      var digit = at + 1
      while digit < line.count, digit - at <= 4, isDigit(line[digit]) { digit += 1 }
      guard digit > at + 1, digit + 3 < line.count, isDigit(line[digit + 1]) else { return false }
      // Of times those of half a day: others are mostly a recording's.
      return "./-".utf8.contains(line[digit])
        || (line[digit] == UInt8(ascii: ":") && line[digit + 3] == 0x20)
    // `| parent`, `| root`, `| context`, but in no table.
    case UInt8(ascii: "|"):
      return at > 0 && at + 2 < line.count && line[at + 1] == 0x20
        && line[0] != UInt8(ascii: "|") && "prc".utf8.contains(line[at + 2])
    default: return false
    }
  }

  /// Whether a time, a date, an age or what pages put behind one may end a line.
  private static func mayEnd(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = line.count
    while end > 0, line[end - 1] <= 0x20 { end -= 1 }
    guard end > 1 else { return false }
    let (last, before) = (line[end - 1], line[end - 2])
    switch last {
    case 0x30...0x39:
      var start = end - 1
      while start > 0, isDigit(line[start - 1]) { start -= 1 }
      guard start > 0, end - start <= 5 else { return false }
      if line[start - 1] == 0x20 { return mayBeMonth(line, before: start - 1) }
      return end - start == 5 ? line[start - 1] == UInt8(ascii: "#") : mayPart(line[start - 1])
    // `AM`, `p.m.`, `3mo`, `UTC`, `Z`, `ago`, `just now`, `2d`
    case UInt8(ascii: "m"), UInt8(ascii: "M"): return "aApP0123456789.".utf8.contains(before)
    case UInt8(ascii: "."): return before | 0x20 == UInt8(ascii: "m")
    case UInt8(ascii: "o"): return before == UInt8(ascii: "g") || before == UInt8(ascii: "m")
    case UInt8(ascii: "w"):
      return isDigit(before) || (before == UInt8(ascii: "o") && line[max(0, end - 3)] == 0x6E)
    case UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "y"), UInt8(ascii: "s"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "Z"):
      return isDigit(before) || (end <= 6 && isDigit(line[0]))
        || (before == UInt8(ascii: "e") && line.holds("commented "))
    case UInt8(ascii: "C"), UInt8(ascii: "T"): return "TM".utf8.contains(before)
    // `(edited)`, `(+12)`, `[–]`, `[3 more]`, `[score hidden]`, `(Read by you)`; a star or a point behind
    // an age.
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      return line.holds(" ago", rarest: 2) || holdsCount(line)
        || line.holds(" more]", rarest: 5) || line.holds("hidden]", rarest: 6)
    case UInt8(ascii: ":"): return before == UInt8(ascii: "d") && line[max(0, end - 3)] == 0x69
    case UInt8(ascii: "*"): return before == 0x20 || before == UInt8(ascii: "o")
    case 0xA2, 0xB7: return line.count > 3 && line.holds("commented")
    default: return false
    }
  }

  /// Whether `(edited)`, `(Read by `, or a bracket with a sign behind it, stands in a line.
  private static func holdsCount(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = 0
    while let open = line.firstIndex(of: UInt8(ascii: "("), from: next) {
      next = open + 1
      switch next < line.count ? line[next] : 0 {
      case UInt8(ascii: "+"), UInt8(ascii: "-"): return true
      case 0xE2: if line[next...].starts(with: "−".utf8) { return true }
      case UInt8(ascii: "e"): if line[next...].starts(with: "edited)".utf8) { return true }
      case UInt8(ascii: "R"): if line[next...].starts(with: "Read by ".utf8) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether the word that ends at `end` may be a month, or its day before the year; most words before
  /// a number begin small.
  private static func mayBeMonth(_ line: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    var start = end
    while start > 0, line[start - 1] != 0x20 { start -= 1 }
    return start < end && !(0x61...0x7A).contains(line[start]) && end - start <= 12
  }

  /// Whether a byte may stand before the last number of a time or a date.
  private static func mayPart(_ byte: UInt8) -> Bool { ":/-.,#".utf8.contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a bracket or a bar stands in the 64 bytes from `offset` on.
  fileprivate func mayHoldTime(from offset: Int) -> Bool {
    let first = block(at: offset).bracketsAndBars .| block(at: offset + 16).bracketsAndBars
    let second = block(at: offset + 32).bracketsAndBars .| block(at: offset + 48).bracketsAndBars
    return (first .| second).first != nil
  }
}

extension ByteBlock {
  /// Where `[`, `(` and `|` stand.
  fileprivate var bracketsAndBars: Places {
    places(of: UInt8(ascii: "[")) .| places(of: UInt8(ascii: "(")) .| places(of: UInt8(ascii: "|"))
  }
}
