extension Freshness {
  /// The whole days from one date to another, each ISO 8601 and beginning `YYYY-MM-DD`; `nil` when
  /// one is no such date.
  package static func days(from: String, to: String) -> Int? {
    guard let first = dayNumber(from), let last = dayNumber(to) else { return nil }
    return last - first
  }

  /// The days since 1 March of year 0 in the proleptic Gregorian calendar (Hinnant,
  /// *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`).
  private static func dayNumber(_ text: String) -> Int? {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { total, byte in
        total.flatMap { (0x30...0x39).contains(byte) ? $0 * 10 + Int(byte - 0x30) : nil }
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    // Division rounds towards zero, but only for January and February of the year 0.
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }
}
