/// Dates as notes write them, made comparable as text: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or with a
/// time after a `T`. After ISO 8601.
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
      let digits = word.prefix(while: \.isNumber)
      if let number = Int(digits), ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) {
        if digits.count == 4 { year = number } else { day = number }
      } else if let index = months.firstIndex(of: String(word.prefix(3)).lowercased()) {
        month = index + 1
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

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func iso(_ text: String) -> String? {
    let separators = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " })
    guard let dayPart = separators.first else { return nil }
    let parts = dayPart.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 })
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
