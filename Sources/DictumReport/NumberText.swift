import Foundation

/// Numbers for people.
enum NumberText {
  /// A count with its noun: `1 claim`, `3 claims`.
  static func count(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// A share of one as percent: `85 %`.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// Bytes in the unit that suits them: `812 KB`, `4.2 MB`.
  static func bytes(_ count: Int) -> String {
    if count < 1000 { return "\(count) bytes" }
    if count < 1_000_000 { return "\(count / 1000) KB" }
    return String(format: "%.1f MB", Double(count) / 1e6)
  }
}
