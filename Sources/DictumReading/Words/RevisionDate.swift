import DictumModel

/// Dates as authors put them beside an edit, the year often left out.
enum RevisionDate {
  /// The normal form of a date: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or `--MM-DD` without a year.
  ///
  /// A month comes before the day in `9/26` and `9/26/23`, unless it cannot be one.
  static func normalized(_ written: String) -> String? {
    let text = written.trimmingSpaces
    if let date = DateText.normalized(text) { return date }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 || parts.count == 3 { return slashed(parts) }
    // "Sept 26": a year gives the date its form, and is then left out. 2000 is a leap year.
    guard text.utf8.count <= 20, text.contains(where: \.isLetter),
      let date = DateText.normalized(text + " 2000"), date.utf8.count == 10
    else { return nil }
    return "--" + date.dropFirst(5)
  }

  private static func slashed(_ parts: [Substring]) -> String? {
    let numbers = parts.compactMap { part in
      (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    var (month, day) = (numbers[0], numbers[1])
    if month > 12 { swap(&month, &day) }
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let rest = "-\(two(month))-\(two(day))"
    guard numbers.count == 3 else { return "-" + rest }
    let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
    return (1000...9999).contains(year) ? "\(year)\(rest)" : nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
