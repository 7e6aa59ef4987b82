import Foundation
import Glibc

/// A moment in UTC, to the second, in the two forms that records use.
struct Timestamp: Hashable {
  /// ISO 8601: `2026-03-14T15:09:26Z`.
  let text: String

  /// The same without separators, for ids: `20260314T150926Z`.
  var compact: String { text.filter { $0 != "-" && $0 != ":" } }

  init(_ date: Date) {
    var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    text = day + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
