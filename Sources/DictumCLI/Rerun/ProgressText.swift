import DictumReport
import DictumRerun

/// The one line that says how far a run has come.
enum ProgressText {
  /// `independent-steps 37/200 · 3 failed · 12 s left`.
  static func line(_ progress: RunProgress) -> String {
    var parts = ["\(progress.model) \(progress.done)/\(progress.total)"]
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    if progress.done < progress.total { parts.append(left(progress.secondsLeft)) }
    return parts.joined(separator: " · ")
  }

  private static func left(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: "\(Int(seconds.rounded(.up))) s left"
    case ..<5400: "\(Int((seconds / 60).rounded(.up))) min left"
    default: "\(Int((seconds / 3600).rounded(.up))) h left"
    }
  }
}
