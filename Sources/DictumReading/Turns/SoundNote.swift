import DictumModel

/// A paragraph of a conversation that tells what is heard or shown, and is nobody's words.
///
///     (BEGIN VIDEO CLIP)      round brackets around capitals, or around a sound
///     (LAUGHTER)
///     (pause)
///     [applause]              square brackets around a few words
///
/// `(I think that you are right.)` is said by somebody, if quietly.
enum SoundNote {
  /// What is heard, in round brackets and small letters.
  private static let sounds: Set<String> = [
    "applause", "beat", "cheering", "crosstalk", "inaudible", "laughs", "laughter", "music",
    "pause",
    "silence", "sighs", "unintelligible",
  ]

  /// Whether `text` is one as a whole.
  static func isOne(_ text: String) -> Bool {
    text.utf8.withBytes { bytes in
      guard (4...120).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
        return false
      }
      let isSquare = first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
      guard isSquare || (first == UInt8(ascii: "(") && last == UInt8(ascii: ")")) else {
        return false
      }
      let inside = bytes.dropFirst().dropLast()
      guard !inside.contains(where: { "()[]?:@/".utf8.contains($0) || (0x30...0x39).contains($0) })
      else { return false }
      let words = inside.split(separator: 0x20).count
      let isCapitals =
        !inside.contains { (0x61...0x7A).contains($0) }
        && inside.count { (0x41...0x5A).contains($0) } >= 4
      if isCapitals { return true }
      guard isSquare else { return sounds.contains(String(decoding: inside, as: UTF8.self)) }
      return words <= 4 && !TalkWords.hold(in: Array(inside)[...], orFirst: true)
    }
  }
}

extension SourceReading {
  /// Says of the passages that are a `SoundNote`, and in a chat with an assistant an
  /// `AssistantButton`, that nobody speaks them.
  mutating func markSounds(hasButtons: Bool) {
    guard !utterances.isEmpty else { return }
    for index in passages.indices where passages[index].utterance != nil {
      let text = passages[index].text
      guard passages[index].kind == .paragraph,
        (passages[index].voice == .own && SoundNote.isOne(text))
          || (hasButtons && AssistantButton.isOne(text))
      else { continue }
      passages[index].utterance = nil
      passages[index].voice = .note
      passages[index].attribution = .unknown
    }
  }
}
