/// Dates as notes write them, made comparable as text: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or with a
/// time after a `T`.
///
/// After ISO 8601.
enum DateText {
  /// The normal form of a date, or `nil` when it is none of the forms read: ISO 8601 with `-` or `/`,
  /// `12 March 2024`, `March 12, 2024`, `March 2024`.
  static func normalized(_ written: String) -> String? {
    written.trimmingSpaces.utf8.withBytes { iso($0) ?? spelled($0) }
  }

  /// The date that a file's name begins with: `2017-02-08-visit.md`.
  static func inFileName(_ path: String) -> String? {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:))
    let name = path.utf8[(start ?? path.startIndex)...]
    // Nearly all names begin otherwise.
    guard name.first.map(isDigit) == true, name.count >= 10,
      let date = Array(name.prefix(10)).withUnsafeBufferPointer(iso), date.utf8.count == 10
    else { return nil }
    return date
  }

  /// The first date, `YYYY-MM-DD` or `YYYYMMDD`, anywhere in a file's name: `dictum-2004-12-25.log`.
  static func within(fileName path: String) -> String? {
    let name = Array((path.split(separator: "/").last ?? "").utf8)
    func isDigit(at index: Int) -> Bool {
      name.indices.contains(index) && (0x30...0x39).contains(name[index])
    }
    for start in name.indices where isDigit(at: start) && !isDigit(at: start - 1) {
      var length = 0
      while isDigit(at: start + length) { length += 1 }
      var text = String(decoding: name[start...].prefix(length == 8 ? 8 : 10), as: UTF8.self)
      if length == 8 {
        text = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
      }
      guard length == 8 || length == 4 && !isDigit(at: start + 10) else { continue }
      if let date = text.utf8.withBytes(iso), date.utf8.count == 10 { return date }
    }
    return nil
  }

  /// The normal form of a date whose month is spelled, its parts in any order.
  private static func spelled(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var day: Int?
    var month: Int?
    var year: Int?
    var at = 0
    while at < text.count {
      let start = at
      while at < text.count, !isParting(text[at]) { at += 1 }
      let word = UnsafeBufferPointer(rebasing: text[start..<at])
      at += 1
      guard let first = word.first else { continue }
      if isDigit(first) {
        var end = 0
        guard let number = number(word, &end, digits: 1...4), isOrdinal(word[end...]) else {
          return nil
        }
        if end == 4, year == nil {
          year = number
        } else if end <= 2, day == nil {
          day = number
        } else {
          return nil
        }
      } else {
        guard month == nil, let number = DateText.month(named: word) else { return nil }
        month = number
      }
    }
    guard let year, let month, (1...31).contains(day ?? 1) else { return nil }
    return "\(year)-\(two(month))" + (day.map { "-\(two($0))" } ?? "")
  }

  /// Whether a byte parts the words of a date.
  private static func isParting(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }

  /// Whether the rest of a word behind a number is nothing or `st`, `nd`, `rd`, `th`.
  private static func isOrdinal(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    rest.isEmpty || ["st", "nd", "rd", "th"].contains { rest.elementsEqual($0.utf8) }
  }

  private static let months: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The number of a month, from 1, by its English name or the first three letters or more of it.
  private static func month(named word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    let month = months.firstIndex { month in
      month.utf8CodeUnitCount >= word.count
        && word.indices.allSatisfy { word[$0] | 0x20 == month.utf8Start[$0] }
    }
    return month.map { $0 + 1 }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func iso(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var at = bytes.firstIndex { !isGap($0) } ?? bytes.count
    let start = at
    guard number(bytes, &at, digits: 4...4) != nil else { return nil }
    var date = Array(bytes[start..<at])
    date.reserveCapacity(bytes.count + 2)
    var parts = 1
    while parts < 3, at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == 0x2F {
      at += 1
      guard let number = number(bytes, &at, digits: 1...2),
        (1...(parts == 1 ? 12 : 31)).contains(number)
      else { return nil }
      date.append(UInt8(ascii: "-"))
      date.append(UInt8(0x30 + number / 10))
      date.append(UInt8(0x30 + number % 10))
      parts += 1
    }
    guard at == bytes.count || isGap(bytes[at]) else { return nil }
    if at + 1 < bytes.count {
      var start = at + 1
      while start < bytes.count, case let space = WhiteSpace.length(bytes, start), space > 0 {
        start += space
      }
      let time = bytes[start...]
      guard parts == 3, time.first.map(isDigit) == true, time.contains(UInt8(ascii: ":")) else {
        return nil
      }
      date.append(UInt8(ascii: "T"))
      if time.dropFirst().first == UInt8(ascii: ":") { date.append(0x30) }
      for byte in time where byte != 0x20 { date.append(byte) }
    }
    return String(decoding: date, as: UTF8.self)
  }

  /// Whether a byte may part the day from the time.
  private static func isGap(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "T") || byte == 0x20 }

  /// The number at `at`, of so many digits, which are passed.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, digits: ClosedRange<Int>
  ) -> Int? {
    let start = at
    var number = 0
    while at < bytes.count, isDigit(bytes[at]), at - start < digits.upperBound {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard digits.contains(at - start), at == bytes.count || !isDigit(bytes[at]) else { return nil }
    return number
  }
}
