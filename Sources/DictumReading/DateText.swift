/// Dates as notes write them, made comparable as text: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or with a
/// time after a `T`.
///
/// After ISO 8601.
enum DateText {
  /// The normal form of a date, or `nil` when it is none of the forms read: ISO 8601 with `-` or `/`,
  /// `12 March 2024`, `March 12, 2024`, `March 2024`.
  static func normalized(_ written: String) -> String? {
    let text = written.trimmingSpaces
    if let iso = iso(text) { return iso }
    var day: Int?
    var month: Int?
    var year: Int?
    for word in text.split(whereSeparator: { " ,.".contains($0) }) {
      let digits = word.prefix(while: isDigit)
      let ending = word.dropFirst(digits.count)
      if let number = Int(digits), ["", "st", "nd", "rd", "th"].contains(ending) {
        if digits.count == 4, year == nil {
          year = number
        } else if digits.count <= 2, day == nil {
          day = number
        } else {
          return nil
        }
      } else if month == nil, let number = DateText.month(named: word) {
        month = number
      } else {
        return nil
      }
    }
    guard let year, let month, (1...31).contains(day ?? 1) else { return nil }
    return "\(year)-\(two(month))" + (day.map { "-\(two($0))" } ?? "")
  }

  /// The date that a file's name begins with: `2017-02-08-visit.md`.
  static func inFileName(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    let prefix = name.prefix(10)
    guard prefix.count == 10, let date = iso(String(prefix)), date.count == 10 else { return nil }
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
      if let date = iso(text), date.count == 10 { return date }
    }
    return nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The number of a month, from 1, by its English name or the first three letters or more of it.
  private static func month(named word: Substring) -> Int? {
    let name = word.lowercased()
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func iso(_ text: String) -> String? {
    let separators = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " })
    guard let dayPart = separators.first else { return nil }
    let parts = dayPart.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" })
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
      parts.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.count < 2 || (1...12).contains(numbers[1]),
      numbers.count < 3 || (1...31).contains(numbers[2])
    else { return nil }
    let year = String(parts[0])
    let date = ([year] + numbers.dropFirst().map(two)).joined(separator: "-")
    guard separators.count == 2 else { return date }
    let time = separators[1].trimmingSpaces
    guard numbers.count == 3, time.first?.isNumber == true, time.contains(":") else { return nil }
    return date + "T" + time.replacing(" ", with: "")
  }
}
