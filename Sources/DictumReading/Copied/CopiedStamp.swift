import DictumModel

/// When something was written, as pages say it beside the name of who wrote it.
///
///     6:02 PM                 18:02              6:02 p. m.
///     Today at 6:02 PM        Yesterday at 18:02
///     Mar 12                  March 12, 2025 at 10:02 am      Wed Mar 12, 2025 10:01 am
///     Wednesday 10:02         3/12 10:02 AM
///     03/12/2025 6:02 PM      12-Mar-25 06:02 PM              2025-03-12 18:02:11 UTC
///     2d                      5 hours ago                     3 hr. ago       just now
struct CopiedStamp {
  /// The day and perhaps the time, as `SourceReading.date`; `nil` when the year is left open.
  private(set) var date: String?

  /// The day and the time in numbers whose order the file must tell.
  private(set) var numbers: TimeStamp?

  /// The time of day as written.
  private(set) var time: String?

  /// The minute of the hour.
  private(set) var minute: Int?

  /// Whether it counts from now, as pages do and records do not.
  private(set) var isRelative = false

  /// Whether it names a day.
  private(set) var hasDay = false

  /// The stamp that `text` is and nothing more, or `nil`.
  init?(_ text: some StringProtocol) {
    let text = String(text)
    guard text.utf8.withBytes(CopiedStamp.mayBegin) else { return nil }
    self.init(words: CopiedText.words(text)[...])
  }

  /// The same, of words parted already, which have no commas.
  init?(words: ArraySlice<String>) {
    guard words.count <= 10, words.first?.utf8.withBytes(CopiedStamp.mayBegin) == true else {
      return nil
    }
    var rest = words
    while let last = rest.last, CopiedStamp.endings.contains(last.lowercased()) {
      rest.removeLast()
    }
    guard (1...8).contains(rest.count) else { return nil }
    if CopiedStamp.isAge(rest) {
      isRelative = true
      hasDay = true
      return
    }
    if rest.count > 1, rest.first?.lowercased() == "on" { rest.removeFirst() }
    if let first = rest.first?.lowercased(), ["today", "yesterday"].contains(first) {
      rest.removeFirst()
      isRelative = true
      hasDay = true
    } else {
      readDay(&rest)
    }
    if rest.count > 1, let first = rest.first?.lowercased(), ["at", "·", "•", "-"].contains(first) {
      rest.removeFirst()
    }
    if !rest.isEmpty { readTime(&rest) }
    guard rest.isEmpty, hasDay || time != nil else { return nil }
    finish()
  }

  /// Whether the first word of a text may begin a stamp: most are told by their first three letters.
  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < text.count, isGap(text[start]) { start += 1 }
    guard start < text.count else { return false }
    if ByteKind.isDigit(text[start]) || text[start] >= 0x80 { return true }
    var end = start
    while end < text.count, end - start < 3, !isGap(text[end]) { end += 1 }
    return beginnings.contains(WordKey(text, start, end))
  }

  /// Whether the first letters of a word may be a month's.
  private static func mayBeMonth(_ word: String) -> Bool {
    word.utf8.withBytes { word in
      var start = 0
      while start < word.count, !ByteKind.isLetter(word[start]) { start += 1 }
      return months.contains(WordKey(word, start, min(start + 3, word.count)))
    }
  }

  private static let months: WordList = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: ",") }

  /// The first three letters of months, weekdays and other words that a stamp may begin with.
  private static let beginnings: WordList = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "tod", "yes", "jus", "now", "abo", "alm", "ove", "a",
    "an", "one", "on", "at",
  ]

  /// What stands behind a stamp and says nothing of it.
  private static let endings: Set<String> = [
    "(edited)", "edited", "utc", "gmt", "•", "·", "*", "est", "pst", "cet",
  ]

  private mutating func readDay(_ words: inout ArraySlice<String>) {
    var rest = words
    if let first = rest.first, rest.count > 1, CopiedStamp.isWeekday(first) {
      rest.removeFirst()
      if let next = rest.first, next == "at" || next.utf8.contains(UInt8(ascii: ":")) {
        isRelative = true
        hasDay = true
        words = rest
        return
      }
    }
    guard let first = rest.first else { return }
    if first.utf8.first.map(ByteKind.isDigit) == true, let day = wholeDay(first) {
      rest.removeFirst()
      // `2025-03-12T10:00` and `2025-03-12T10:00Z` have their time.
      if day.utf8.count > 10 { time = String(day.dropFirst(11).prefix { $0 != "Z" }) }
      date = day.isEmpty ? nil : day
    } else {
      // A month and a day in either order, perhaps a year.
      guard rest.count > 1 else { return }
      let pair = [first, rest[rest.startIndex + 1]]
      guard pair.contains(where: CopiedStamp.mayBeMonth) else { return }
      let isMonthFirst = DateText.normalized("\(pair[0]) 2000") != nil
      guard isMonthFirst || DateText.normalized("\(pair[1]) 2000") != nil,
        let whole = DateText.normalized("\(pair[0]) \(pair[1]) 2000"), whole.utf8.count == 10,
        whole.hasPrefix("2000")
      else { return }
      rest.removeFirst(2)
      if let year = rest.first, year.utf8.count == 4, let number = Int(year),
        (1970...2099).contains(number)
      {
        rest.removeFirst()
        date = year + whole.dropFirst(4)
      }
    }
    hasDay = true
    words = rest
  }

  /// A day in one word; empty, with `numbers` set, when the file must tell the order of its numbers;
  /// `nil` when it is none.
  private mutating func wholeDay(_ word: String) -> String? {
    if word.utf8.count >= 10, let day = DateText.normalized(word), day.utf8.count >= 10 {
      return day
    }
    let bytes = Array(word.utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    if let date = TimeStamp.date(&scanner), scanner.isAtEnd {
      numbers = TimeStamp(time: "", date: date, clock: 0)
      return ""
    }
    // A month and a day.
    let pair = word.split(separator: "/").compactMap { Int($0) }
    if pair.count == 2, word.utf8.count <= 5, pair.allSatisfy({ (1...31).contains($0) }) {
      return ""
    }
    let parts = word.split(separator: "-")
    guard parts.count == 3, Int(parts[1]) == nil,
      parts[2].utf8.count == 2 || parts[2].utf8.count == 4
    else { return nil }
    let year = parts[2].utf8.count == 2 ? "20\(parts[2])" : String(parts[2])
    return DateText.normalized("\(parts[0]) \(parts[1]) \(year)")
  }

  private mutating func readTime(_ words: inout ArraySlice<String>) {
    guard time == nil, let word = words.first?.utf8, let first = word.first,
      first >= 0x80 || (ByteKind.isDigit(first) && word.contains(UInt8(ascii: ":")))
    else { return }
    let bytes = Array(words.joined(separator: " ").utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    guard let stamp = TimeStamp(&scanner), stamp.date == nil else { return }
    if scanner.current == UInt8(ascii: "Z") { scanner.advance() }
    guard scanner.isAtEnd else { return }
    time = stamp.time
    minute = stamp.time.split(separator: ":").dropFirst().first.flatMap { Int($0.prefix(2)) }
    words = []
  }

  /// Puts the time behind the day, where it is one of 24 hours.
  private mutating func finish() {
    guard let time else { return }
    if let numbers {
      self.numbers = TimeStamp(time: time, date: numbers.date, clock: 0)
    } else if let day = date, day.utf8.count == 10, !time.hasSuffix("M") {
      date = DateText.normalized("\(day)T\(time)") ?? day
    }
  }

  private static func isWeekday(_ word: String) -> Bool {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(word.prefix(3).lowercased())
      && word.allSatisfy(\.isLetter)
  }
}

extension CopiedStamp {
  /// Whether words say how long ago.
  private static func isAge(_ words: ArraySlice<String>) -> Bool {
    // `about 5 hours ago`
    guard words.count <= 4, let last = words.last, last.utf8.withBytes(mayEndAge) else {
      return false
    }
    var rest = words.map { $0.lowercased() }[...]
    if rest.last == "ago" { rest.removeLast() }
    let saysAgo = rest.count < words.count
    if let first = rest.first, ["about", "almost", "over"].contains(first) { rest.removeFirst() }
    guard let first = rest.first else { return false }
    if !saysAgo, rest == ["just", "now"] || rest == ["now"] { return true }
    if rest.count == 2, let unit = rest.last {
      guard ["a", "an", "one"].contains(first) || Int(first) != nil else { return false }
      return saysAgo && isUnit(unit)
    }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    return rest.count == 1 && (1...3).contains(digits.utf8.count)
      && isUnit(first.dropFirst(digits.utf8.count))
  }

  /// Whether the letters at the end of a word may be those of an age's last: `ago`, `now`, or a unit.
  private static func mayEndAge(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = word.last == UInt8(ascii: ".") ? word.count - 1 : word.count
    var start = end
    while start > 0, ByteKind.isLetter(word[start - 1]) { start -= 1 }
    return ageEndings.contains(WordKey(word, start, end))
  }

  private static let ageEndings = WordList(firstWordsOf: Array(units) + ["ago", "now"])

  /// Whether a word is a unit of time, in full or in short.
  static func isUnit(_ word: some StringProtocol) -> Bool {
    units.contains(word.hasSuffix(".") ? String(word.dropLast()) : String(word))
  }

  private static let units: Set<String> = [
    "s", "sec", "secs", "m", "min", "mins", "h", "hr", "hrs", "d", "w", "wk", "mo", "y", "yr",
    "yrs", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week",
    "weeks", "month", "months", "year", "years",
  ]
}
