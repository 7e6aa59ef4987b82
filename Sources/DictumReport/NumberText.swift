import Foundation

/// Numbers for people.
enum NumberText {
  /// At most five significant digits: `0.75`, `4.1182`, `1.0536e-05`.
  static func short(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e6 { return String(Int(value)) }
    return String(format: "%.5g", value)
  }

  /// A count with its noun: `1 claim`, `3 claims`.
  static func count(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// Bytes in the unit that suits them: `812 KB`, `4.2 MB`.
  static func bytes(_ count: Int) -> String {
    if count < 1000 { return "\(count) bytes" }
    if count < 1_000_000 { return "\(count / 1000) KB" }
    return String(format: "%.1f MB", Double(count) / 1e6)
  }
}
