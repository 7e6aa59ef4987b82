import DictumModel

/// Who speaks in the lines of captions, as messages.
///
/// Voice tags go before labels; labels count when two of them come twice, or when their form leaves
/// no doubt. Who is not named stays unknown.
struct CaptionVoices {
  private(set) var messages: [Message] = []

  private let registry: SpeakerRegistry
  private let hasVoices: Bool
  /// The labels that are taken for such.
  private let labels: Set<String>

  /// Who spoke last, and by which label.
  private var current: (Attribution, String?) = (.unknown, nil)

  init(_ lines: [CaptionLine], _ registry: SpeakerRegistry) {
    self.registry = registry
    hasVoices = lines.contains { $0.voice != nil }
    labels = hasVoices ? [] : CaptionVoices.labels(in: lines)
    var dashes: [Int: Int] = [:]
    for line in lines where line.hasDash { dashes[line.cue, default: 0] += 1 }
    for line in lines { add(line, isDialogue: dashes[line.cue, default: 0] > 1) }
  }

  private static func labels(in lines: [CaptionLine]) -> Set<String> {
    var counts: [String: Int] = [:]
    var sure: Set<String> = []
    for line in lines {
      guard let label = line.label else { continue }
      counts[SpeakerKey(label.name).text, default: 0] += 1
      if line.isSure { sure.insert(SpeakerKey(label.name).text) }
    }
    // What stands in brackets alone is a sound, wherever else it stands.
    for line in lines where line.isSound {
      counts[SpeakerKey(String(line.text.dropFirst().dropLast())).text] = nil
    }
    let often = Set(counts.filter { $0.value >= 2 }.keys)
    return often.count >= 2 || !sure.isEmpty ? often.union(sure) : sure
  }

  private mutating func add(_ line: CaptionLine, isDialogue: Bool) {
    var text = line.text
    var changes = line.changesSpeaker
    if hasVoices {
      current = line.voice.map { attribution($0, .voice) } ?? (.unknown, nil)
    } else if let label = line.label, labels.contains(SpeakerKey(label.name).text) {
      current = attribution(label.name, .label)
      text = label.rest
      changes = false
    } else if changes || (isDialogue && line.hasDash) {
      current = (.unknown, nil)
      changes = true
    }
    if !isDialogue, line.hasDash { text = "- " + text }
    guard !text.isEmpty else { return }
    var message = Message(
      current.0, label: current.1, time: line.time, span: line.span,
      paragraphs: [Message.Paragraph(.cue, lines: [line.span], text: text)])
    message.changesSpeaker = changes
    message.isAside = line.isSound
    messages.append(message)
  }

  private func attribution(
    _ label: String, _ method: Attribution.Method
  ) -> (Attribution, String?) {
    if let name = registry.name(for: label) {
      return (Attribution(name: name, method: .registry, confidence: 0.95), label)
    }
    if RecordedVoice.isLabel(label) { return (.unknown, label) }
    let name = RecordedName.withoutParenthesis(label)
    return (Attribution(name: name, method: method, confidence: 0.95), label)
  }
}
