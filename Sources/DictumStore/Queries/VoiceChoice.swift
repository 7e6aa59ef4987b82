import DictumModel

/// Which voices a filter asks for.
struct VoiceChoice {
  /// The voices let through; empty when only reports are.
  private let voices: [Voice]

  /// Whether words on what somebody thinks are let through.
  let hasReported: Bool

  /// The words for it that are no voice.
  private static let others = ["reported", "any"]

  /// What is the speaker's own, or a machine's that speaks, rather than repeated by somebody else.
  static let isSpeakers = "p.voice NOT IN ('quoted', 'pasted')"

  /// The choice among `names`; `nil` when there are none.
  ///
  /// A name that is no voice gets a note.
  init?(_ names: [String], _ notes: inout [String]) {
    guard !names.isEmpty else { return nil }
    let known = Voice.allCases.map(\.rawValue) + VoiceChoice.others
    for name in names where !known.contains(name) {
      notes.append("No voice is called \(name); the voices are \(known.joined(separator: ", "))")
    }
    voices = names.contains("any") ? Voice.allCases : names.compactMap(Voice.init(rawValue:))
    hasReported = names.contains { VoiceChoice.others.contains($0) }
  }

  /// The voices as a condition on `p`, whoever speaks; `nil` when all are let through.
  var condition: String? {
    if voices.count == Voice.allCases.count { return nil }
    let own = condition("1")
    return hasReported ? "\(own) OR p.id IN (SELECT passage_id FROM reported_speech)" : own
  }

  /// The voices of what a speaker said first.
  func condition(_ said: String) -> String {
    let list = voices.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return "(\(said)) AND p.voice IN (\(list))"
  }
}
