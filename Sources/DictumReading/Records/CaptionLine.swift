import DictumModel

/// A piece of a cue's line with what its beginning says about who speaks.
///
///     >> Somebody else.          somebody else than before
///     >> ADA OKAFOR: Welcome.    somebody else, who is named
///     Ada: Welcome.              a label, if the file has labels
///     [SPEAKER_00]: Welcome.     a label in brackets
///     (ADA) Welcome.             the same, if the file has such labels
///     [Ada] Welcome.             the same, if such names stand over no sound alone: `[Laughter]`
///     - Are you sure?            one of two who speak in one cue
///     [Music]                    a sound: nobody speaks
struct CaptionLine {
  var cue: Int
  var span: ByteSpan
  var time: String
  /// The voice that a tag names.
  var voice: String?
  /// The words after the marks that are left out.
  var text: String
  /// Whether `>>` says that somebody else speaks.
  var changesSpeaker = false
  /// Whether a dash begins it.
  var hasDash = false
  /// The words before a colon or in brackets, if they can be a name, and the text after them.
  var label: (name: String, rest: String)?
  /// Whether the label is sure without others like it: `>> ADA:`, `[SPEAKER_00]:`.
  var isSure = false
  /// Whether it is a sound and nobody's words.
  var isSound = false

  init(_ piece: CaptionText.Piece, cue: Int, time: String) {
    self.cue = cue
    self.time = time
    span = piece.span
    voice = piece.voice
    text = piece.text
    if text.hasPrefix(">>") {
      changesSpeaker = true
      text = text.drop { $0 == ">" }.trimmingSpaces
    }
    isSound = CaptionLine.isSound(text)
    guard voice == nil, !isSound else { return }
    for dash in ["- ", "– ", "— "] where text.hasPrefix(dash) { hasDash = true }
    let words = hasDash ? text.drop { "-–—".contains($0) }.trimmingSpaces : text
    if hasDash { text = words }
    label = CaptionLine.label(words)
    if label != nil { isSure = changesSpeaker || (words.first == "[" && hasColon(words)) }
  }

  private func hasColon(_ words: String) -> Bool {
    words.firstIndex(of: "]").map { words[$0...].hasPrefix("]:") } ?? false
  }

  /// The label at the head of a text.
  private static func label(_ text: String) -> (String, String)? {
    if let open = text.first, open == "[" || open == "(" {
      guard let close = text.prefix(60).firstIndex(of: open == "[" ? "]" : ")") else { return nil }
      let inner = String(text[text.index(after: text.startIndex)..<close])
      var rest = text[text.index(after: close)...]
      let hasColon = rest.first == ":"
      if hasColon { rest.removeFirst() }
      guard !rest.trimmingSpaces.isEmpty || hasColon else { return nil }
      // "(laughs) Yes." is no label; "(ADA) Yes." and "[Ada Okafor]: Yes." are.
      let isName =
        RecordedVoice.isLabel(inner)
        || (LabelName.name(in: inner, allowLowercase: false) != nil
          && (hasColon || inner == inner.uppercased()
            || (open == "[" && LabelBearer(words: inner) == nil)))
      return isName ? (inner, rest.trimmingSpaces) : nil
    }
    let bytes = Array(text.utf8.prefix(400))
    guard let label = SpeakerLabel(bytes, line: ByteSpan(0, bytes.count)), !label.isAnonymous,
      label.form == .plain
    else { return nil }
    return (label.name, String(decoding: text.utf8.dropFirst(label.contentStart), as: UTF8.self))
  }

  /// Whether a text is all in brackets or between notes of music.
  private static func isSound(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.utf8.count > 1 else { return false }
    if first == "♪" || first == "♫" { return last == first }
    guard (first == "[" && last == "]") || (first == "(" && last == ")") else { return false }
    let inner = text.dropFirst().dropLast()
    return !inner.contains { "[]()".contains($0) }
  }
}
