import DictumModel

/// A point in time as recorders and chats write it beside a name.
///
///     0:12    00:01:02.345    9:15 AM
///     12/03/2024, 09:15    12.03.24 09:15:02    2024-03-12 09:15
///     12/3/24, 9:15 p. m.  2024년 3월 12일 오후 9:15    2024. 3. 12. 오후 9:15
struct TimeStamp {
  /// The time of day, or since the beginning, as written.
  var time: String

  /// The three numbers of the date as written, and how many digits each has.
  var date: [(value: Int, digits: Int)]?

  /// Hours, or minutes, and so on, as one number to compare.
  var clock: Int

  /// A stamp whose parts are known.
  init(time: String, date: [(value: Int, digits: Int)]?, clock: Int) {
    (self.time, self.date, self.clock) = (time, date, clock)
  }

  /// The stamp at the scanner, which is moved past it; `nil`, and no move, when there is none.
  init?(_ scanner: inout ByteScanner) {
    // A digit, or the half of the day before it.
    guard let first = scanner.current, (0x30...0x39).contains(first) || first > 0xE3 else {
      return nil
    }
    var probe = scanner
    var at = probe
    var number = probe
    _ = number.skipDigits(1...4)
    // The first number of a time has a colon behind it, and no date's has.
    let isTime = number.current == UInt8(ascii: ":")
    if !isTime, let date = TimeStamp.spelledDate(&at) ?? TimeStamp.date(&at) {
      self.date = date
      probe = at
      if probe.current == UInt8(ascii: ",") || probe.current == UInt8(ascii: "T") {
        probe.advance()
      }
      probe.skipSpaces()
    }
    let halfBefore = TimeStamp.skipHalfBefore(&probe)
    let start = probe.position
    guard probe.skipClock() else { return nil }
    let end = probe.position
    // A comma with a space behind it is no fraction's.
    var after = probe
    guard after.skip(", ") || probe.skipFraction() else { return nil }
    var time = probe.text(ByteSpan(start, end))
    var numbers = probe.bytes[start..<end].split(separator: UInt8(ascii: ":")).map(TimeStamp.number)
    if let half = halfBefore ?? TimeStamp.skipHalf(&probe) {
      time += " " + half
      // The hour after noon is 12, and so is the hour after midnight.
      numbers[0] = numbers[0] % 12 + (half == "PM" ? 12 : 0)
    }
    clock = numbers.reduce(0) { $0 * 60 + $1 }
    self.time = time
    scanner = probe
  }

  /// The number that some digits are, of which there are few.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The three numbers of a date in digits, with `/`, `.` or `-` between them.
  static func date(_ scanner: inout ByteScanner) -> [(value: Int, digits: Int)]? {
    var numbers: [(value: Int, digits: Int)] = []
    var separator: UInt8?
    for index in 0..<3 {
      let start = scanner.position
      guard scanner.skipDigits(1...4) else { return nil }
      let digits = scanner.bytes[start..<scanner.position]
      numbers.append((TimeStamp.number(digits), digits.count))
      if index == 2 { break }
      guard let byte = scanner.current, "/.-".utf8.contains(byte), byte == separator ?? byte else {
        return nil
      }
      separator = byte
      scanner.advance()
    }
    let isYearFirst = numbers[0].digits == 4
    let year = isYearFirst ? numbers[0] : numbers[2]
    guard year.digits == 4 || year.digits == 2, numbers[1].digits <= 2,
      (isYearFirst ? numbers[2] : numbers[0]).digits <= 2
    else { return nil }
    return numbers
  }

  /// A date with its year first and words or points behind its numbers.
  ///
  ///     2024년 3월 12일    2024年3月12日    2024. 3. 12.
  static func spelledDate(
    _ scanner: inout ByteScanner
  ) -> [(value: Int, digits: Int)]? {
    var probe = scanner
    var numbers: [(value: Int, digits: Int)] = []
    for marks in dateMarks {
      let start = probe.position
      guard probe.skipDigits(numbers.isEmpty ? 4...4 : 1...2),
        let value = Int(probe.text(ByteSpan(start, probe.position)))
      else { return nil }
      numbers.append((value, probe.position - start))
      guard marks.contains(where: { probe.skip(Array($0.utf8)) }) || probe.skip(". ") else {
        return nil
      }
      probe.skipSpaces()
    }
    scanner = probe
    return numbers
  }

  private static let dateMarks = [["년", "年"], ["월", "月"], ["일", "日"]]

  /// The half of the day before the time, as in Korean, Japanese and Chinese.
  private static func skipHalfBefore(_ scanner: inout ByteScanner) -> String? {
    guard let first = scanner.current, first > 0xE3 else { return nil }
    for (written, half) in halvesBefore where scanner.skip(Array(written.utf8)) {
      scanner.skipSpaces()
      return half
    }
    return nil
  }

  private static let halvesBefore = [
    ("오전", "AM"), ("오후", "PM"), ("午前", "AM"), ("午後", "PM"), ("上午", "AM"), ("下午", "PM"),
  ]

  /// `AM` or `PM`, also `p.m.` and `p. m.`, after a space or none; phones put a narrow no-break space
  /// there, U+202F, and between the two.
  private static func skipHalf(_ scanner: inout ByteScanner) -> String? {
    var probe = scanner
    skipGaps(&probe)
    guard let first = probe.current, "aApP".utf8.contains(first) else { return nil }
    probe.advance()
    let isPointed = probe.skip(".")
    if isPointed { skipGaps(&probe) }
    guard let second = probe.current, second | 0x20 == UInt8(ascii: "m"),
      isPointed || first & 0x20 == second & 0x20
    else { return nil }
    probe.advance()
    if isPointed { _ = probe.skip(".") }
    if let next = probe.current, ByteKind.isHandle(next) { return nil }
    scanner = probe
    return first | 0x20 == UInt8(ascii: "a") ? "AM" : "PM"
  }

  /// Skips spaces, and those that do not break a line: U+00A0 and U+202F.
  private static func skipGaps(_ scanner: inout ByteScanner) {
    repeat {
      scanner.skipSpaces()
    } while scanner.skip([0xE2, 0x80, 0xAF])
      || scanner.skip([0xC2, 0xA0])
  }
}

/// Which number of a date is which.
enum DateOrder {
  case yearFirst, dayFirst, monthFirst

  /// The order that the dates of a file have, or `nil` when they could be read in two ways.
  ///
  /// A number over twelve is no month; else the order in which the dates come one after another.
  init?(_ stamps: [TimeStamp]) {
    let dates = stamps.compactMap(\.date)
    guard let first = dates.first else { return nil }
    if first[0].digits == 4 {
      self = .yearFirst
    } else if dates.contains(where: { $0[0].value > 12 }) {
      self = .dayFirst
    } else if dates.contains(where: { $0[1].value > 12 }) {
      self = .monthFirst
    } else {
      let isDayFirst = DateOrder.isSorted(dates.map { [$0[2].value, $0[1].value, $0[0].value] })
      let isMonthFirst = DateOrder.isSorted(dates.map { [$0[2].value, $0[0].value, $0[1].value] })
      guard isDayFirst != isMonthFirst else { return nil }
      self = isDayFirst ? .dayFirst : .monthFirst
    }
  }

  private static func isSorted(_ dates: [[Int]]) -> Bool {
    zip(dates, dates.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
  }

  /// A stamp's date, `YYYY-MM-DD`, with its time where that is of 24 hours.
  func date(_ stamp: TimeStamp) -> String? {
    guard let date = stamp.date else { return nil }
    let (year, month, day) =
      switch self {
      case .yearFirst: (date[0], date[1], date[2])
      case .dayFirst: (date[2], date[1], date[0])
      case .monthFirst: (date[2], date[0], date[1])
      }
    let century = year.digits == 2 ? 2000 : 0
    let time = stamp.time.isEmpty || stamp.time.hasSuffix("M") ? "" : "T" + stamp.time
    return DateText.normalized("\(year.value + century)-\(month.value)-\(day.value)\(time)")
  }
}
