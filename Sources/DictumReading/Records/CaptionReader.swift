import DictumModel

/// Reads captions: cues with times and, where the author was kind, voices.
///
///     00:00:01.019 --> 00:00:02.740
///     <v Michael Kennedy>Welcome to the show.
///
/// Cues are screenfuls, not thoughts: those of one speaker are joined into passages that end with a
/// sentence. `CaptionFile` has the file's grammar, `CaptionText` that of a line, `CaptionLine` what
/// says who speaks.
enum CaptionReader {
  /// The captions of a file, one message a line.
  static func record(_ input: RecordInput) -> Record {
    let cues = CaptionFile(input.bytes, from: input.start).cues
    let names = CueNames.names(input.bytes, cues.map(\.lines))
    var lines: [CaptionLine] = []
    for (index, cue) in cues.enumerated() {
      var voice = names?[index]
      let text = cue.lines.dropFirst(voice == nil ? 0 : 1)
      voice = voice ?? cue.voice
      for line in text {
        let text = CaptionText(input.bytes, line, voice: voice)
        voice = text.voice
        lines += text.pieces.map { CaptionLine($0, cue: index, time: cue.time) }
      }
    }
    RollUp.dropRepetitions(in: &lines)
    let voices = CaptionVoices(lines, input.registry)
    var record = Record(.transcript, voices.messages, .sentences)
    if voices.messages.isEmpty {
      record.diagnostics.append(
        Diagnostic(
          .warning, at: Place(input.path), "no cue with a time was found",
          remedy: "captions have lines such as 00:00:01.000 --> 00:00:02.000"))
    }
    return record
  }
}
