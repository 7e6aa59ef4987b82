import DictumModel

/// Makes utterances, passages and replies of a record's messages.
struct MessageAssembly {
  /// What becomes of messages that follow one another.
  enum Joining {
    /// Each is an utterance of its own, and each of its paragraphs a passage: chats and exports.
    case none
    /// Those of one speaker are one utterance, cut into passages that end with a sentence: captions,
    /// whose cues are screenfuls and not thoughts.
    case sentences
  }

  /// The words a joined passage has before it may end with a sentence, and the most it has.
  private static let passageWords = 40...120

  private let lineTable: LineTable
  private let finder: ReferenceFinder
  private(set) var utterances: [Utterance] = []
  private(set) var passages: [Passage] = []
  private(set) var replies: [Reply] = []
  private(set) var references: [Reference] = []
  private(set) var revisions: [RevisionEvent] = []

  /// Whether the newest passage may still grow, and how many words it has.
  private var isOpen = false
  private var words = 0

  init(_ messages: [Message], _ joining: Joining, bytes: [UInt8], lineTable: LineTable) {
    self.lineTable = lineTable
    finder = ReferenceFinder(bytes: bytes, lineTable: lineTable)
    for message in messages where !message.paragraphs.isEmpty {
      if message.isAside { isOpen = false } else { add(message, joining) }
      for paragraph in message.paragraphs where !paragraph.lines.isEmpty {
        add(paragraph, of: message, joining)
        addReferences(of: paragraph)
      }
      addRevision(of: message)
    }
    addReplies(messages)
    var anchors = Anchors(count: passages.count)
    for index in passages.indices {
      passages[index].anchor = anchors.anchor(for: passages[index].text)
    }
  }

  private mutating func add(_ message: Message, _ joining: Joining) {
    let isSame =
      !message.changesSpeaker && (utterances.last.map { continues($0, message, joining) } ?? false)
    if joining == .none || !isSame {
      let turn = (utterances.last?.turn ?? 0) + (isSame ? 0 : 1)
      var utterance = Utterance(
        turn: turn, attribution: message.attribution, alsoBy: message.alsoBy, label: message.label,
        span: message.span, line: lineTable.line(at: message.span.start), time: message.time)
      utterance.date = message.date
      utterance.identifier = message.identifier
      utterances.append(utterance)
      isOpen = false
    }
    utterances[utterances.count - 1].span.end = message.span.end
  }

  private func continues(_ last: Utterance, _ message: Message, _ joining: Joining) -> Bool {
    guard last.alsoBy == message.alsoBy else { return false }
    // Captions without any label are one utterance of nobody known; messages without one are not.
    return last.isContinued(by: message.attribution, label: message.label)
      || (joining == .sentences && last.attribution == message.attribution
        && last.label == message.label)
  }

  private mutating func add(
    _ paragraph: Message.Paragraph, of message: Message, _ joining: Joining
  ) {
    guard let first = paragraph.lines.first, let last = paragraph.lines.last else { return }
    let line = lineTable.line(at: first.start)
    if joining == .sentences, isOpen, let index = passages.indices.last {
      // The lines between, of times and numbers, keep the count of lines right.
      let gap = line - lineTable.line(at: passages[index].span.end)
      let space = gap == 0 ? " " : String(repeating: "\n", count: gap)
      passages[index].text += space + paragraph.text
      passages[index].span.end = last.end
    } else {
      words = 0
      passages.append(
        Passage(
          kind: paragraph.kind, span: ByteSpan(first.start, last.end), line: line,
          headings: message.headings, text: paragraph.text,
          voice: message.isAside ? .note : paragraph.voice, attribution: paragraph.attribution,
          utterance: message.isAside ? nil : utterances.count - 1))
    }
    guard joining == .sentences, !message.isAside else { return }
    words += paragraph.text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.count
    let endsSentence = paragraph.text.utf8.last.map(".!?".utf8.contains) ?? false
    isOpen =
      words < MessageAssembly.passageWords.upperBound
      && !(words >= MessageAssembly.passageWords.lowerBound && endsSentence)
  }

  /// Adds what the newest paragraph points at.
  private mutating func addReferences(of paragraph: Message.Paragraph) {
    for var reference in paragraph.references ?? finder.references(in: paragraph.lines) {
      reference.line = lineTable.line(at: reference.span.start)
      reference.column = lineTable.column(at: reference.span.start)
      let holds = passages.last?.span.contains(reference.span) ?? false
      reference.passage = holds ? passages.count - 1 : nil
      references.append(reference)
    }
  }

  /// Says of the newest passage that its message was changed later, if it was.
  private mutating func addRevision(of message: Message) {
    guard let edited = message.edited, !passages.isEmpty else { return }
    revisions.append(
      RevisionEvent(
        kind: .edited, date: edited.date, text: "edited", span: edited.span,
        line: lineTable.line(at: edited.span.start), passage: passages.count - 1))
  }

  /// Links the answers of messages that are utterances each; joined ones carry no ids.
  private mutating func addReplies(_ messages: [Message]) {
    let kept = messages.indices.filter { !messages[$0].paragraphs.isEmpty && !messages[$0].isAside }
    guard kept.count == utterances.count else { return }
    var byIdentifier: [String: Int] = [:]
    var utterance: [Int: Int] = [:]
    for (index, place) in kept.enumerated() {
      utterance[place] = index
      if let id = messages[place].identifier, byIdentifier[id] == nil { byIdentifier[id] = index }
    }
    for (index, place) in kept.enumerated() {
      let message = messages[place]
      if let id = message.replyTo {
        replies.append(
          Reply(
            from: index, to: byIdentifier[id], toIdentifier: id, addressee: message.addressee,
            method: .record, confidence: 1))
      } else if let answer = message.answer, let to = utterance[answer.to] {
        replies.append(
          Reply(
            from: index, to: to, addressee: message.addressee, method: answer.method,
            confidence: answer.confidence))
      } else if let addressee = message.addressee {
        replies.append(
          Reply(from: index, addressee: addressee, method: .addressee, confidence: 0.8))
      }
    }
  }
}
