import DictumModel

/// Times as exports write them.
enum JSONTime {
  /// A length of time as a time code, `HH:MM:SS`, without fractions.
  static func code(seconds: Double) -> String? {
    guard seconds >= 0, seconds < 1e7 else { return nil }
    let whole = Int(seconds)
    return [whole / 3600, whole / 60 % 60, whole % 60].map(two).joined(separator: ":")
  }

  /// A time in seconds since 1970, as ISO 8601 in UTC; `nil` before that or after the year 9999.
  ///
  /// The calendar is Howard Hinnant's `civil_from_days` (chrono-Compatible Low-Level Date
  /// Algorithms, 2013).
  static func date(epoch seconds: Double) -> String? {
    guard seconds >= 0, seconds < 253_402_300_800 else { return nil }
    let whole = Int(seconds)
    let shifted = whole / 86_400 + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let calendarYear = year + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    let digits = String(calendarYear)
    let time = [whole / 3600 % 24, whole / 60 % 60, whole % 60].map(two).joined(separator: ":")
    return String(repeating: "0", count: 4 - digits.count) + digits
      + "-\(two(calendarMonth))-\(two(dayOfYear - (153 * month + 2) / 5 + 1))T\(time)Z"
  }

  /// A field with a point in time: ISO 8601, or seconds or milliseconds since 1970.
  static func date(_ field: JSONValue?) -> String? {
    guard let field else { return nil }
    if let number = field.number { return date(number: number) }
    // `{"$date": "2024-03-12T09:15:02Z"}`, as databases write it.
    if field.kind == .object { return field["$date"].flatMap { date($0) } }
    return field.words.flatMap { DateText.normalized($0) ?? unixDate($0) }
  }

  /// Seconds or milliseconds since 1970 as a point in time; `nil` for a number too small for either.
  static func date(number: Double) -> String? {
    // Nobody's conversation is of 1973 or earlier; a lesser number counts from its beginning.
    guard number > 1e8 else { return nil }
    return date(epoch: number > 1e11 ? number / 1000 : number)
  }

  /// A point in time as `Wed Mar 12 18:02:11 +0000 2025`.
  private static func unixDate(_ written: String) -> String? {
    let words = written.split(separator: " ")
    guard words.count == 6, words[4] == "+0000",
      let day = DateText.normalized("\(words[2]) \(words[1]) \(words[5])")
    else { return nil }
    return DateText.normalized("\(day)T\(words[3])Z")
  }

  /// The seconds that a length of time has: a number, or `PT1H2M3.5S` as of ISO 8601; beside a point
  /// in time, `{"relative": 61.5, "absolute": "…"}`, the one since the beginning.
  static func seconds(_ field: JSONValue) -> Double? {
    if field.kind == .object { return field["relative"]?.number }
    if let number = field.number { return number }
    guard let words = field.words, words.hasPrefix("PT"), words.utf8.count > 3 else { return nil }
    var seconds = 0.0
    var digits = ""
    for letter in words.dropFirst(2) {
      guard let unit = ["H": 3600.0, "M": 60, "S": 1][letter] else {
        digits.append(letter)
        continue
      }
      guard let number = Double(digits) else { return nil }
      seconds += number * unit
      digits = ""
    }
    return digits.isEmpty ? seconds : nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
