import DictumModel

/// Reads WebVTT captions: cues with times and, where the author was kind, voices.
///
///     00:00:01.019 --> 00:00:02.740
///     <v Michael Kennedy>Welcome to the show.
///
/// Cues are screenfuls, not thoughts: those of one speaker are joined into passages that end with a
/// sentence. After WebVTT, section 4 (W3C Candidate Recommendation, 4 April 2019).
enum CaptionReader {
  /// One line of a cue's text.
  private struct CueLine {
    var span: ByteSpan
    var time: String
    var attribution: Attribution?
    var label: String?
    /// Whether `>>` says that somebody else speaks.
    var changesSpeaker = false
    var text: String
  }

  /// The cues of a WebVTT file, one message a line.
  static func record(_ input: RecordInput) -> Record {
    var lines = cueLines(input)
    nameLabels(in: &lines, input)
    let messages = lines.filter { !$0.text.isEmpty }.map { line in
      var message = Message(
        line.attribution ?? .unknown, label: line.label, time: line.time, span: line.span,
        paragraphs: [Message.Paragraph(.cue, lines: [line.span], text: line.text)])
      message.changesSpeaker = line.changesSpeaker
      return message
    }
    var record = Record(.transcript, messages, .sentences)
    if messages.isEmpty {
      record.diagnostics.append(
        Diagnostic(
          .warning, at: Place(input.path), "no cue with a time was found",
          remedy: "a WebVTT file has lines such as 00:00:01.000 --> 00:00:02.000"))
    }
    return record
  }

  private static func cueLines(_ input: RecordInput) -> [CueLine] {
    var found: [CueLine] = []
    var time: String?
    var voice: Attribution?
    var label: String?
    var cursor = LineCursor(input.bytes, from: input.start)
    while let span = cursor.next() {
      let line = String(decoding: input.bytes[span.range], as: UTF8.self)
      if line.trimmingSpaces.isEmpty {
        time = nil
        voice = nil
        label = nil
      } else if let arrow = line.firstRange(of: "-->") {
        time = String(line[..<arrow.lowerBound].trimmingSpaces.prefix { $0 != "." })
      } else if let time {
        var parser = CueText(line)
        parser.parse()
        if let name = parser.voice {
          voice =
            RecordedVoice.isLabel(name)
            ? .unknown : Attribution(name: name, method: .voice, confidence: 0.95)
          label = name
        }
        found.append(
          CueLine(
            span: span, time: time, attribution: voice, label: label,
            changesSpeaker: parser.changesSpeaker, text: parser.text))
      }
    }
    return found
  }

  /// Takes `Name:` at the head of a line for a label when at least two names come at least twice.
  private static func nameLabels(
    in lines: inout [CueLine], _ input: RecordInput
  ) {
    guard !lines.contains(where: { $0.attribution != nil }) else { return }
    let labels = lines.map { line in
      SpeakerLabel(input.bytes, line: line.span).flatMap { $0.isAnonymous ? nil : $0 }
    }
    var counts: [String: Int] = [:]
    for case let label? in labels { counts[label.key, default: 0] += 1 }
    guard counts.values.count(where: { $0 >= 2 }) >= 2 else { return }
    var current: (Attribution, String)?
    for (index, label) in labels.enumerated() {
      if let label, counts[label.key, default: 0] >= 2 {
        let name = input.registry.name(for: label.name)
        let isVoice = name == nil && RecordedVoice.isLabel(label.name)
        current = (
          isVoice
            ? .unknown
            : Attribution(
              name: name ?? label.name, method: name == nil ? .label : .registry, confidence: 0.95),
          label.name
        )
        lines[index].text = SpeakerLabel.words(after: lines[index].text[...])
      }
      lines[index].attribution = current?.0
      lines[index].label = current?.1
    }
  }
}

/// One line of a cue: its tags taken out, its voice found.
private struct CueText {
  private let line: String
  private(set) var text = ""
  private(set) var voice: String?
  private(set) var changesSpeaker = false

  /// The character references of WebVTT; that of the ampersand last, so that it makes no other.
  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&"),
  ]

  init(_ line: String) { self.line = line }

  mutating func parse() {
    var rest = line[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else {
        rest = rest[open...]
        break
      }
      take(tag: rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    if text.utf8.contains(UInt8(ascii: "&")) {
      for (entity, character) in CueText.entities {
        text = text.replacing(entity, with: character)
      }
    }
    text = text.trimmingSpaces
    if text.hasPrefix(">>") {
      changesSpeaker = true
      text = text.drop { $0 == ">" }.trimmingSpaces
    }
  }

  /// `<v Name>` and `<v.loud Name>` name a voice; other tags only style.
  private mutating func take(tag: Substring) {
    guard tag.first == "v", let space = tag.firstIndex(of: " ") else { return }
    guard tag[..<space] == "v" || tag.hasPrefix("v.") else { return }
    voice = tag[space...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
