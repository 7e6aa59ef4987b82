/// The times of a programme, which names who speaks when and is no record of what they said.
///
///     09:00 Ada Okafor: Opening
///     09:30 Bram Visser: What do tides want?
///     10:45 Noor Haddad: My year on the pier
enum Programme {
  /// The hour before which nobody opens a meeting; a recording begins at 0.
  private static let firstHour = 6

  /// Whether times, one a line, are of the day, at round minutes, each later than the one before.
  static func holds(_ times: [String?]) -> Bool {
    guard times.count >= 3 else { return false }
    var last = firstHour * 60 - 1
    for time in times {
      guard let time, let minutes = minutes(time), minutes % 5 == 0, minutes > last else {
        return false
      }
      last = minutes
    }
    return true
  }

  /// The minutes since midnight, `nil` for what is no time of day without seconds.
  private static func minutes(_ time: String) -> Int? {
    let parts = time.prefix { $0 == ":" || $0.isASCII && $0.isNumber }.split(separator: ":")
    guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    let half = time.uppercased()
    let isHalved = half.hasSuffix("AM") || half.hasSuffix("PM")
    return (isHalved ? hour % 12 + (half.hasSuffix("PM") ? 12 : 0) : hour) * 60 + minute
  }
}
