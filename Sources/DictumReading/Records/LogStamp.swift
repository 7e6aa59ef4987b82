import DictumModel

/// When a line of a log was written, as its head says.
///
///     [12:18]                  12:18:01                (12:18:01 PM)
///     2004-12-25 12:18:01      2004-12-25T12:18:01Z    [2004-12-25 12:18:01]
///     25.12.2004 12:18         Dec 25 12:18:01         [25/12/04, 12:18:01]
///
/// A date whose order of day and month, or whose year, the stamp leaves open is passed over.
struct LogStamp: Hashable {
  /// The day, `YYYY-MM-DD`.
  var date: String?

  /// The time of day as written.
  var time: String?

  /// Whether a date was written, be it one that leaves something open.
  var hasDay = false

  /// Whether brackets stand around it.
  var isBracketed = false

  /// The day and the time in the form of `SourceReading.date`; the day alone when the time has a
  /// form of its own.
  func moment(day: String?) -> String? {
    guard let day = date ?? day else { return nil }
    guard let time, time.utf8.count >= 5, time.utf8.allSatisfy({ $0 < 0x3B && $0 > 0x2D }) else {
      return day
    }
    return "\(day)T\(time)"
  }
}

extension LogStamp {
  /// The stamp at the scanner, which is moved past it; no move, and a stamp without date and time,
  /// when there is none.
  init(_ scanner: inout ByteScanner) {
    self.init()
    var probe = scanner
    probe.skipSpaces()
    let close: UInt8? =
      switch probe.current {
      case UInt8(ascii: "["): UInt8(ascii: "]")
      case UInt8(ascii: "("): UInt8(ascii: ")")
      default: nil
      }
    if close != nil {
      probe.advance()
      isBracketed = true
    }
    readDay(&probe)
    readTime(&probe)
    if let close {
      probe.skipSpaces()
      guard probe.current == close else {
        self = LogStamp()
        return
      }
      probe.advance()
    }
    guard time != nil || hasDay, probe.isAtEnd || probe.isAtSpace else {
      self = LogStamp()
      return
    }
    scanner = probe
  }

  private mutating func readDay(_ scanner: inout ByteScanner) {
    var probe = scanner
    let start = probe.position
    while let byte = probe.current, LogStamp.isDigit(byte) || "-/.".utf8.contains(byte) {
      probe.advance()
      if probe.position - start > 10 { return }
    }
    let written = probe.text(ByteSpan(start, probe.position))
    let parts = written.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.".contains($0) })
    if parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) {
      if parts[0].utf8.count == 4 {
        date = DateText.normalized(parts.joined(separator: "-"))
      } else if written.utf8.contains(UInt8(ascii: ".")), parts[2].utf8.count == 4 {
        date = DateText.normalized("\(parts[2])-\(parts[1])-\(parts[0])")
      }
      if parts[0].utf8.count == 4, date == nil { return }
    } else if !readMonth(&probe) {
      return
    }
    hasDay = true
    if probe.current == UInt8(ascii: "T") || probe.current == UInt8(ascii: ",") { probe.advance() }
    // A tab parts columns; what follows it is no part of the stamp.
    while probe.current == 0x20 { probe.advance() }
    scanner = probe
  }

  /// `Dec 25`, with or without a year.
  private mutating func readMonth(_ scanner: inout ByteScanner) -> Bool {
    var probe = scanner
    let start = probe.position
    while let byte = probe.current, (0x61...0x7A).contains(byte | 0x20), probe.position - start < 4
    {
      probe.advance()
    }
    let month = probe.text(ByteSpan(start, probe.position))
    guard month.utf8.count == 3, probe.current == 0x20 else { return false }
    probe.skipSpaces()
    let first = probe.position
    while let byte = probe.current, LogStamp.isDigit(byte), probe.position - first < 2 {
      probe.advance()
    }
    guard probe.position > first, DateText.normalized("\(month) 2000") != nil, probe.isAtSpace
    else { return false }
    let day = probe.text(ByteSpan(first, probe.position))
    scanner = probe
    probe.skipSpaces()
    let year = probe.position
    while let byte = probe.current, LogStamp.isDigit(byte), probe.position - year < 5 {
      probe.advance()
    }
    if probe.position - year == 4, probe.isAtSpace {
      date = DateText.normalized("\(day) \(month) \(probe.text(ByteSpan(year, probe.position)))")
      scanner = probe
    }
    return true
  }

  private mutating func readTime(_ scanner: inout ByteScanner) {
    var probe = scanner
    let start = probe.position
    var digits = 0
    var colons = 0
    while let byte = probe.current, probe.position - start <= 15 {
      if LogStamp.isDigit(byte) {
        digits += 1
      } else if byte == UInt8(ascii: ":"), digits > 0 {
        colons += 1
      } else if byte != UInt8(ascii: ".") || colons != 2 {
        break
      }
      probe.advance()
    }
    guard (1...2).contains(colons), digits >= 3 else { return }
    var end = probe.position
    var half = probe
    if half.current == 0x20 { half.advance() }
    if let byte = half.current, byte | 0x20 == 0x61 || byte | 0x20 == 0x70 {
      half.advance()
      if let byte = half.current, byte | 0x20 == 0x6D {
        half.advance()
        end = half.position
        probe = half
      }
    }
    time = probe.text(ByteSpan(start, end))
    if probe.current == UInt8(ascii: "Z") {
      probe.advance()
    } else if probe.current == UInt8(ascii: "+") || probe.current == UInt8(ascii: "-") {
      repeat {
        probe.advance()
      } while probe.current.map {
        LogStamp.isDigit($0) || $0 == UInt8(ascii: ":")
      } ?? false
    }
    scanner = probe
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension LogStamp {
  /// The day named in a line that opens a log or a new day in it, `YYYY-MM-DD`; `nil` when it names
  /// none.
  ///
  ///     --- Day changed Sun Dec 26 2004
  ///     --- Log opened Sat Dec 25 12:00:00 2004
  ///     Session Start: Sat Dec 25 12:00:00 2004
  ///     **** BEGIN LOGGING AT Sat Dec 25 12:00:00 2004
  static func day(in line: String) -> String? {
    let words = line.split(separator: " ").suffix(5).filter { !$0.contains(":") }
    for start in words.indices where start + 3 <= words.endIndex {
      if let date = DateText.normalized(words[start..<start + 3].joined(separator: " ")) {
        return date
      }
    }
    return nil
  }
}
