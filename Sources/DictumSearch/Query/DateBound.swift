/// The first day of a year, month or day written as an ISO 8601 calendar date.
struct DateBound {
  /// The day, `YYYY-MM-DD`; these compare as strings as they do as days.
  let day: String

  /// The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else, and for a day that
  /// the calendar does not have.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    let year = numbers[0]
    let month = numbers.count > 1 ? numbers[1] : 1
    let dayOfMonth = numbers.count > 2 ? numbers[2] : 1
    guard (1...12).contains(month), (1...Self.days(of: month, in: year)).contains(dayOfMonth) else {
      return nil
    }
    day = (parts.map(String.init) + ["01", "01"]).prefix(3).joined(separator: "-")
  }

  /// The number of days of a month, from 1, in the Gregorian calendar.
  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
