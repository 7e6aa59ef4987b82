import DictumModel

/// Chats and recordings in plain text, one message a line, each with its time.
///
/// `StampedLine` has the shapes. What stands on lines without a time goes on with the message before.
///
///     12/03/2024, 09:14 - Messages are end-to-end encrypted
///     12/03/2024, 09:15 - Ada Okafor: One more thing,
///     on two lines.
///     12/03/2024, 09:16 - Bo: Which?
enum StampedChat {
  /// Words that stand where a name would in the log of a program.
  private static let levels: Set<String> = [
    "critical", "debug", "err", "error", "fatal", "info", "notice", "severe", "trace", "warn",
    "warning",
  ]

  /// The record in a file, or `nil` when it is none: at least three lines with a time and a name, two
  /// names or more, most of them coming again unless the stamps are a telephone's, and few lines before
  /// the first.
  static func record(_ input: RecordInput) -> Record? {
    var lines: [(span: ByteSpan, stamped: StampedLine?)] = []
    var cursor = LineCursor(input.bytes, from: input.start)
    while let line = cursor.next() {
      lines.append((line, StampedLine(input.bytes, line)))
      if lines.count == 40, !isLikely(lines.map(\.stamped)) { return nil }
    }
    let stamped = lines.compactMap(\.stamped)
    guard isLikely(lines.map(\.stamped)), isConversation(stamped) else { return nil }
    let order = DateOrder(stamped.map(\.stamp))
    var messages: [Message] = []
    var start: Int?
    func close(_ end: Int) {
      guard let start, let head = lines[start].stamped else { return }
      messages.append(message(head, lines[start..<end].map(\.span), order, input))
    }
    for index in lines.indices where lines[index].stamped != nil {
      close(index)
      start = index
    }
    close(lines.count)
    let isChat = stamped.contains { $0.stamp.date != nil || $0.addressee != nil }
    var record = Record(isChat ? .dialogue : .transcript, messages, .none)
    record.date = messages.lazy.compactMap(\.date).first
    return record
  }

  /// Whether a time begins one line in five.
  private static func isLikely(_ lines: [StampedLine?]) -> Bool {
    let named = lines.count { $0?.name != nil }
    return named >= 3 && named * 5 >= lines.count
  }

  private static func isConversation(_ lines: [StampedLine]) -> Bool {
    var counts: [String: Int] = [:]
    for line in lines {
      if let name = line.name { counts[name.lowercased(), default: 0] += 1 }
    }
    let all = counts.values.reduce(0, +)
    let again = counts.values.filter { $0 > 1 }.reduce(0, +)
    let isKnown =
      again * 10 >= all * 6 || isTelephone(lines) && (all <= 12 || again * 10 >= all * 3)
    return counts.count >= 2 && isKnown && !counts.keys.allSatisfy(levels.contains)
      && !Programme.holds(lines.map { $0.stamp.date == nil ? $0.stamp.time : nil })
  }

  /// Whether each line has a date as telephones write it, the year last, and each name a capital or
  /// what is no letter: what so many people write once is a chat and no machine's log.
  private static func isTelephone(_ lines: [StampedLine]) -> Bool {
    lines.allSatisfy { line in
      let first = line.name?.unicodeScalars.first
      // `Fixed` heads a line of a list of changes.
      if let name = line.name, name.utf8.allSatisfy({ $0 < 0x80 }), first?.value != 0x2B,
        LabelName.name(in: name, allowLowercase: true) == nil
      {
        return false
      }
      return line.stamp.date.map { $0[0].digits <= 2 } ?? false
        && first.map { !$0.properties.isLowercase } ?? true
    }
  }

  private static func message(
    _ head: StampedLine, _ lines: [ByteSpan], _ order: DateOrder?, _ input: RecordInput
  ) -> Message {
    let paragraphs = LineParagraphs.paragraphs(
      input.bytes, [head.text] + lines.dropFirst())
    let first = lines.first ?? head.text
    let end = paragraphs.last?.lines.last?.end ?? first.end
    let (attribution, label) = RecordedName.attribution(head.name, input.registry)
    var message = Message(
      attribution, label: label, time: head.stamp.time, span: ByteSpan(first.start, end),
      paragraphs: paragraphs)
    message.date = order?.date(head.stamp)
    message.addressee = head.addressee
    message.isAside = head.name == nil
    return message
  }
}
