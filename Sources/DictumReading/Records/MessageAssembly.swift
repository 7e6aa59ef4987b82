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
  private(set) var utterances: [Utterance] = []
  private(set) var passages: [Passage] = []
  private(set) var replies: [Reply] = []

  /// Whether the newest passage may still grow, and how many words it has.
  private var isOpen = false
  private var words = 0

  init(_ messages: [Message], _ joining: Joining, lineTable: LineTable) {
    self.lineTable = lineTable
    for message in messages where !message.paragraphs.isEmpty { add(message, joining) }
    addReplies(messages)
    var anchors = Anchors()
    for index in passages.indices {
      passages[index].anchor = anchors.anchor(for: passages[index].text)
    }
  }

  private mutating func add(_ message: Message, _ joining: Joining) {
    let isSame =
      !message.changesSpeaker && (utterances.last.map { continues($0, message, joining) } ?? false)
    if joining == .none || !isSame {
      let turn = (utterances.last?.turn ?? 0) + (isSame ? 0 : 1)
      utterances.append(
        Utterance(
          turn: turn, attribution: message.attribution, alsoBy: message.alsoBy,
          label: message.label, span: message.span, line: lineTable.line(at: message.span.start),
          time: message.time, date: message.date, identifier: message.identifier))
      isOpen = false
    }
    utterances[utterances.count - 1].span.end = message.span.end
    for paragraph in message.paragraphs where !paragraph.lines.isEmpty {
      add(paragraph, joining)
    }
  }

  private func continues(_ last: Utterance, _ message: Message, _ joining: Joining) -> Bool {
    guard last.alsoBy == message.alsoBy else { return false }
    // Captions without any label are one utterance of nobody known; messages without one are not.
    return last.isContinued(by: message.attribution, label: message.label)
      || (joining == .sentences && last.attribution == message.attribution
        && last.label == message.label)
  }

  private mutating func add(_ paragraph: Message.Paragraph, _ joining: Joining) {
    guard let first = paragraph.lines.first, let last = paragraph.lines.last else { return }
    let line = lineTable.line(at: first.start)
    if joining == .sentences, isOpen, let index = passages.indices.last {
      // The lines between, of times and numbers, keep the count of lines right.
      let gap = max(line - lineTable.line(at: passages[index].span.end), 1)
      passages[index].text += String(repeating: "\n", count: gap) + paragraph.text
      passages[index].span.end = last.end
    } else {
      words = 0
      passages.append(
        Passage(
          kind: paragraph.kind, span: ByteSpan(first.start, last.end), line: line, headings: [],
          text: paragraph.text, voice: paragraph.voice, utterance: utterances.count - 1))
    }
    guard joining == .sentences else { return }
    words += paragraph.text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.count
    let endsSentence = paragraph.text.utf8.last.map(".!?".utf8.contains) ?? false
    isOpen =
      words < MessageAssembly.passageWords.upperBound
      && !(words >= MessageAssembly.passageWords.lowerBound && endsSentence)
  }

  /// Links the answers of messages that are utterances each; joined ones carry no ids.
  private mutating func addReplies(_ messages: [Message]) {
    let kept = messages.filter { !$0.paragraphs.isEmpty }
    guard kept.count == utterances.count else { return }
    var byIdentifier: [String: Int] = [:]
    for (index, message) in kept.enumerated() {
      if let id = message.identifier, byIdentifier[id] == nil { byIdentifier[id] = index }
    }
    for (index, message) in kept.enumerated() {
      if let id = message.replyTo {
        replies.append(
          Reply(
            from: index, to: byIdentifier[id], toIdentifier: id, addressee: message.addressee,
            method: .record, confidence: 1))
      } else if let addressee = message.addressee {
        replies.append(
          Reply(from: index, addressee: addressee, method: .addressee, confidence: 0.8))
      }
    }
  }
}
