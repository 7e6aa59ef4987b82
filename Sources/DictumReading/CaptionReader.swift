import DictumModel

/// Reads WebVTT captions: cues with times and, where the author was kind, voices.
///
///     00:00:01.019 --> 00:00:02.740
///     <v Michael Kennedy>Welcome to the show.
///
/// Cues are screenfuls, not thoughts: those of one speaker are joined into passages that end with a
/// sentence. After WebVTT, section 4 (W3C Candidate Recommendation, 4 April 2019).
struct CaptionReader {
  /// The words a passage has before it may end with a sentence, and the most it has.
  private static let passageWords = 40...120

  /// One line of a cue's text.
  private struct CueLine {
    var span: ByteSpan
    var line: Int
    var time: String
    var attribution: Attribution?
    var label: String?
    /// Whether `>>` says that somebody else speaks.
    var changesSpeaker = false
    var text: String
  }

  private(set) var utterances: [Utterance] = []
  private(set) var passages: [Passage] = []

  /// Reads the captions in `bytes` from `start`.
  init(_ bytes: [UInt8], from start: Int, lineTable: LineTable, registry: SpeakerRegistry) {
    var lines = CaptionReader.cueLines(bytes, from: start, lineTable)
    CaptionReader.nameLabels(in: &lines, bytes, registry)
    join(lines)
    var anchors = Anchors()
    for index in passages.indices {
      passages[index].anchor = anchors.anchor(for: passages[index].text)
    }
  }

  private static func cueLines(
    _ bytes: [UInt8], from start: Int, _ lineTable: LineTable
  ) -> [CueLine] {
    var found: [CueLine] = []
    var time: String?
    var voice: Attribution?
    var label: String?
    var cursor = LineCursor(bytes, from: start)
    while let span = cursor.next() {
      let line = String(decoding: bytes[span.range], as: UTF8.self)
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
            span: span, line: lineTable.line(at: span.start), time: time, attribution: voice,
            label: label, changesSpeaker: parser.changesSpeaker, text: parser.text))
      }
    }
    return found
  }

  /// Takes `Name:` at the head of a line for a label when at least two names come at least twice.
  private static func nameLabels(
    in lines: inout [CueLine], _ bytes: [UInt8], _ registry: SpeakerRegistry
  ) {
    guard !lines.contains(where: { $0.attribution != nil }) else { return }
    let labels = lines.map { line in
      SpeakerLabel(bytes, line: line.span).flatMap { $0.isAnonymous ? nil : $0 }
    }
    var counts: [String: Int] = [:]
    for case let label? in labels { counts[label.key, default: 0] += 1 }
    guard counts.values.count(where: { $0 >= 2 }) >= 2 else { return }
    var current: (Attribution, String)?
    for (index, label) in labels.enumerated() {
      if let label, counts[label.key, default: 0] >= 2 {
        let name = registry.name(for: label.name)
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

  private mutating func join(_ lines: [CueLine]) {
    var isOpen = false
    var words = 0
    var lastLine = 0
    for line in lines where !line.text.isEmpty {
      let attribution = line.attribution ?? .unknown
      let last = utterances.last
      let isSame =
        last.map {
          $0.isContinued(by: attribution, label: line.label)
            || ($0.attribution == attribution && $0.label == line.label)
        } ?? false
      if !isSame || line.changesSpeaker {
        utterances.append(
          Utterance(
            turn: utterances.count + 1, attribution: attribution, label: line.label,
            span: line.span, line: line.line, time: line.time))
        isOpen = false
      }
      utterances[utterances.count - 1].span.end = line.span.end
      if isOpen, let index = passages.indices.last {
        passages[index].text +=
          String(repeating: "\n", count: max(line.line - lastLine, 1)) + line.text
        passages[index].span.end = line.span.end
      } else {
        words = 0
        passages.append(
          Passage(
            kind: .cue, span: line.span, line: line.line, headings: [], text: line.text,
            utterance: utterances.count - 1))
      }
      lastLine = line.line
      words += line.text.utf8.split { $0 == 0x20 || $0 == 0x09 }.count
      let endsSentence = line.text.utf8.last.map(".!?".utf8.contains) ?? false
      isOpen =
        words < CaptionReader.passageWords.upperBound
        && !(words >= CaptionReader.passageWords.lowerBound && endsSentence)
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
