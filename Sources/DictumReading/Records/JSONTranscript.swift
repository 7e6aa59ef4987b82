import DictumModel

/// Conversations that JSON holds written out, with a label before what each says, or in pairs.
///
///     {"title": "…", "transcript": "Ada Okafor: Does it drift?\nBram Visser: I think so."}
///     {"id": "7", "dialogue": "Ada: Does it drift?\r\nBram: I think so.", "summary": "…"}   one a line
///     ["Ada Okafor: Does it drift?", "Bram Visser: I think so."]
///     [["Ada Okafor", "Does it drift?"], ["Bram Visser", "I think so."]]
///     [{"Ada Okafor": "Does it drift?"}, {"Bram Visser": "I think so."}]
///
/// Each string is a conversation of its own and must be one by `LabelledTurns`, and so must most of
/// the strings; what is none of it is nobody's words.
enum JSONTranscript {
  /// The keys of what is said to be a conversation, and those of words of any kind.
  private static let declaringKeys: Set<String> = [
    "transcript", "transcription", "dialogue", "dialog", "conversation", "chat",
  ]
  private static let wordKeys: Set<String> = ["text", "content", "body"]

  /// How deep a string may lie.
  private static let deepest = 4

  /// How many elements of a list, and how many strings, are looked at before they are left alone.
  private static let sample = 20

  /// The fewest strings or pairs of a list that is a conversation.
  private static let fewest = 3

  /// What may be a conversation.
  private enum Candidate {
    case text(JSONText, isDeclared: Bool)
    case pairs([Pair])
  }

  /// A name and words.
  private struct Pair {
    var name: String
    var words: JSONText
    var span: ByteSpan
  }

  /// The record in some values: that of a file, or those of its lines.
  static func record(_ values: [JSONValue]) -> Record? {
    var candidates: [Candidate] = []
    add(values, to: &candidates, depth: 0)
    if values.count == 1, let value = values.first {
      add(value, key: "", to: &candidates, depth: 0)
    }
    let first = candidates.prefix(sample).map(messages)
    guard first.contains(where: { !$0.isEmpty }) else { return nil }
    let found = first + candidates.dropFirst(sample).map(messages)
    let proven = found.count { !$0.isEmpty }
    guard proven > 0, proven * 2 >= candidates.count else { return nil }
    let messages = zip(candidates, found).flatMap { $1.isEmpty ? asides($0) : $1 }
    let isTimed = messages.contains { $0.time != nil }
    var record = Record(isTimed ? .transcript : .dialogue, messages, .none)
    if values.count == 1, let members = values.first?.members {
      record.title = members.first(of: ["title", "name", "subject", "topic"])?.words
      record.date = JSONTime.date(members.first(of: ["date", "created_at", "createdAt"]))
    }
    return record
  }

  /// Adds what lies in the objects of a list, unless the first of them hold nothing.
  private static func add(
    _ rows: some Sequence<JSONValue>, to candidates: inout [Candidate], depth: Int
  ) {
    let before = candidates.count
    for (index, row) in rows.enumerated() {
      if index == sample, candidates.count == before { return }
      for member in row.members {
        add(member.value, key: member.key, to: &candidates, depth: depth + 1)
      }
    }
  }

  /// Adds what a value is or holds.
  private static func add(
    _ value: JSONValue, key: String, to candidates: inout [Candidate], depth: Int
  ) {
    guard depth < deepest else { return }
    switch value.kind {
    case .string:
      let isDeclared = declaringKeys.contains(key)
      guard isDeclared || wordKeys.contains(key), let text = value.text,
        text.bytes.contains(0x0A), text.bytes.contains(UInt8(ascii: ":"))
      else { return }
      candidates.append(.text(text.withoutMarkup, isDeclared: isDeclared))
    case .object: if depth > 0 { add(CollectionOfOne(value), to: &candidates, depth: depth) }
    case .array:
      switch value.firstElement?.kind {
      case .string: if let text = lines(value) { candidates.append(.text(text, isDeclared: false)) }
      case .array: if let pairs = pairs(value) { candidates.append(.pairs(pairs)) }
      case .object:
        if let pairs = pairs(value) {
          candidates.append(.pairs(pairs))
        } else {
          add(value.elements, to: &candidates, depth: depth)
        }
      default: break
      }
    default: break
    }
  }

  /// The strings of a list, each on a line, if the first of them may have labels.
  private static func lines(_ list: JSONValue) -> JSONText? {
    let first = list.elements.prefix(fewest).compactMap(\.text)
    guard first.count == fewest, first.allSatisfy({ $0.bytes.contains(UInt8(ascii: ":")) }) else {
      return nil
    }
    var lines = JSONText(at: list.span)
    for element in list.elements {
      guard let text = element.text else { return nil }
      lines.append(0..<text.bytes.count, of: text)
      lines.append(CollectionOfOne(0x0A), at: text.span.end)
    }
    return lines
  }

  /// The pairs that a list is made of.
  private static func pairs(_ list: JSONValue) -> [Pair]? {
    var pairs: [Pair] = []
    for element in list.elements {
      guard let pair = pair(element) else { return nil }
      pairs.append(pair)
    }
    return pairs
  }

  /// The name and the words of a list of two strings, or of an object of one.
  private static func pair(_ value: JSONValue) -> Pair? {
    if value.kind == .object {
      let members = value.members
      guard members.count == 1, let words = members[0].value.text,
        !wordKeys.contains(members[0].key), !declaringKeys.contains(members[0].key)
      else { return nil }
      return Pair(name: members[0].key.onOneLine, words: words.withoutMarkup, span: value.span)
    }
    let parts = Array(value.elements.prefix(3))
    guard parts.count == 2, let name = parts[0].words, let words = parts[1].text else { return nil }
    return Pair(name: name.onOneLine, words: words.withoutMarkup, span: value.span)
  }

  private static func messages(_ candidate: Candidate) -> [Message] {
    var messages =
      switch candidate {
      case .text(let text, let isDeclared): messages(text, isDeclared: isDeclared)
      case .pairs(let pairs): messages(pairs)
      }
    // Of two conversations nobody goes on from one to the other.
    if let first = messages.firstIndex(where: { !$0.isAside }) {
      messages[first].changesSpeaker = true
    }
    return messages
  }

  /// The messages of a text with labels; none where it is no conversation.
  private static func messages(_ text: JSONText, isDeclared: Bool) -> [Message] {
    let leaves = PlainTextLeaves.leaves(of: text.bytes, from: 0)
    let registry = SpeakerRegistry(nil)
    let turns = LabelledTurns(
      bytes: text.bytes, leaves: leaves, registry: registry, isDeclared: isDeclared)
    var starts = turns.starts(at: LabelPlaces(text.bytes, leaves))
    if starts.isEmpty { starts = ShortTalk.starts(text.bytes, in: leaves) }
    guard !starts.isEmpty else { return [] }
    let cast = Cast(starts, leaves: leaves, registry: registry)
    let heads = starts.map { leaves[$0.leaf].lines[$0.line].start }
    var messages = asides(text, 0..<(heads.first ?? 0))
    for (index, start) in starts.enumerated() {
      let end = index + 1 < heads.count ? heads[index + 1] : text.bytes.count
      guard let label = start.label, !start.isBoundary else {
        messages += asides(text, heads[index]..<end)
        continue
      }
      let member = cast.member(numbered: label.number)
      var message = Message(
        member.attribution, label: label.name, time: label.time,
        span: text.place(of: heads[index]..<end),
        paragraphs: text.part(min(label.contentStart, end)..<end).paragraphs(
          voice: label.bearer == .machine ? .machine : .own))
      message.alsoBy = member.alsoBy
      messages.append(message)
    }
    return messages
  }

  /// The messages of pairs of a name and words: names that come again, and words that are talk.
  private static func messages(_ pairs: [Pair]) -> [Message] {
    var counts: [String: Int] = [:]
    for pair in pairs { counts[pair.name, default: 0] += 1 }
    let isNamed = counts.keys.allSatisfy {
      LabelBearer(words: $0) != nil || LabelName.name(in: $0, allowLowercase: false) != nil
    }
    let talk = pairs.count { TalkWords.hold(in: $0.words.bytes[...], orFirst: true) }
    guard pairs.count >= fewest, isNamed, counts.count >= 2,
      counts.values.reduce(0, { $0 + ($1 > 1 ? $1 : 0) }) * 10 >= pairs.count * 6,
      talk * 2 >= pairs.count
    else { return [] }
    return pairs.map { pair in
      let speaker = JSONSpeaker(pair.name)
      var message = Message(
        speaker.attribution, label: speaker.label, span: pair.span,
        paragraphs: pair.words.paragraphs(voice: speaker.isMachine ? .machine : .own))
      message.isAside = speaker.isNote
      return message
    }
  }

  /// The words of a candidate that is no conversation.
  private static func asides(_ candidate: Candidate) -> [Message] {
    switch candidate {
    case .text(let text, _): asides(text, 0..<text.bytes.count)
    case .pairs(let pairs): pairs.flatMap { asides($0.words, 0..<$0.words.bytes.count) }
    }
  }

  /// A part of a text that nobody in the conversation says.
  private static func asides(_ text: JSONText, _ range: Range<Int>) -> [Message] {
    let paragraphs = text.part(range).paragraphs()
    guard !paragraphs.isEmpty else { return [] }
    var aside = Message(
      .unknown, label: nil, span: text.place(of: range), paragraphs: paragraphs)
    aside.isAside = true
    return [aside]
  }
}
