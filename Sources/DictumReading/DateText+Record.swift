extension DateText {
  /// The normal form of a date as a record or a page writes it, or `nil` when it is none: the forms
  /// of notes, RFC 1123 as JavaScript prints it, a date with the time behind it, and milliseconds
  /// since 1970.
  ///
  ///     2024-03-12T10:02:33.000Z
  ///     Tue, 12 Mar 2024 10:02:33 GMT
  ///     12 Mar 2024 10:02 UTC
  ///     1710237753000
  static func ofRecord(_ written: String) -> String? {
    let text = written.trimmingSpaces
    guard text.utf8.count <= 64 else { return nil }
    if let date = normalized(text) { return date }
    if text.utf8.count >= 12, let milliseconds = Int(text), milliseconds > 0 {
      return epoch(seconds: milliseconds / 1000)
    }
    var words = text.split { $0 == " " || $0 == "," }
    if let first = words.first, weekdays.contains(first.prefix(3).lowercased()) {
      words.removeFirst()
    }
    var zone = ""
    if let last = words.last, ["GMT", "UTC", "Z"].contains(last) {
      zone = "Z"
      words.removeLast()
    }
    var suffix = ""
    if let last = words.last, ["am", "pm"].contains(last.lowercased()) {
      suffix = last.lowercased()
      words.removeLast()
    }
    guard words.count > 1, let clock = words.last, let time = time(clock, suffix) else {
      return zone.isEmpty ? nil : normalized(words.joined(separator: " "))
    }
    words.removeLast()
    return normalized(words.joined(separator: " ")).map {
      $0.utf8.count == 10 ? $0 + "T" + time + zone : $0
    }
  }

  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// `10:02` or `10:02:33`, with two digits for the hour; `nil` for what is no time.
  private static func time(_ text: Substring, _ half: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (0...23).contains(numbers[0]),
      numbers.dropFirst().allSatisfy({ (0...59).contains($0) })
    else { return nil }
    let isLate = half == "pm" && numbers[0] < 12
    let hour = half == "am" && numbers[0] == 12 ? 0 : numbers[0] + (isLate ? 12 : 0)
    return ([hour] + numbers.dropFirst()).map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  /// A moment in UTC, to the second; the days are counted as in Hinnant, "chrono-Compatible
  /// Low-Level Date Algorithms".
  private static func epoch(seconds: Int) -> String? {
    let days = seconds / 86_400
    guard days < 3_000_000 else { return nil }
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard year <= 9999 else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = seconds % 86_400
    return "\(year)-\(two(month))-\(two(day))T\(two(time / 3600)):\(two(time / 60 % 60)):"
      + "\(two(time % 60))Z"
  }
}
