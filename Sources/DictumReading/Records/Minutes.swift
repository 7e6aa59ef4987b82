import DictumModel

/// Reads minutes that a scribe takes in a chat, as groups of the W3C do.
///
///     <dbooth> Scribe: dbooth
///     <dbooth> Topic: Bindings                 a note; what follows stands under it
///     <dbooth> Mary: Now is the time           Mary speaks, dbooth writes it down
///     <dbooth> … for all good people           Mary goes on; also `... for`
///     <dbooth> Long talk about defaults        a summary: the scribe's note
///     <dbooth> <dbooth> I disagree             the scribe's own words
///     <ada> I have a draft                     ada's own words
///     <ada> s/Mary/Marie/                      the label was wrong, and its words stay as written
///     <dbooth> ACTION: Ada to send the draft   a note
///     <Zakim> I see Ada on the queue           a program's: a note
///
/// A scribe is who a line says is one; when none does, who writes the most labels. Published minutes
/// are the same without the scribe's nick: `PublishedMinutes`. After the W3C's scribe.perl and
/// scribe2.
struct Minutes {
  private let input: RecordInput
  private var scribes: Set<String> = []
  private var people: SpeakerRegistry
  private var nicks: [String: String] = [:]
  private var labels: [String: Int] = [:]
  private var heading: [String] = []
  private var thread: ChatThread
  private var messages: [Message] = []
  /// Substitutions that hold for the rest, `s/Mary/Marie/G`.
  private var corrections: [String: String] = [:]

  /// What `…` goes on with: the place of a message.
  private var last: Int?

  /// How far back a substitution looks for what it changes.
  private static let correctionReach = 200

  /// Whether a chat's lines are minutes: they say who scribes, or have three other kinds of keyword
  /// and a program that keeps the queue or the log.
  static func isScribed(_ entries: [ChatLog.Entry], _ input: RecordInput) -> Bool {
    var heads: Set<String> = []
    var hasMachine = false
    for entry in entries where !entry.nick.isEmpty {
      if MinuteKeyword.isMachine(entry.nick) { hasMachine = true }
      guard let words = entry.lines.first else { continue }
      let head = String(decoding: input.bytes[words.range].prefix(64), as: UTF8.self)
      guard let keyword = MinuteKeyword.of(head) else { continue }
      if case .scribe = keyword { return true }
      heads.insert(head.prefix { $0.isLetter }.lowercased())
    }
    return hasMachine && heads.count >= 3
  }

  /// The messages of minutes in a chat; or, of lines without nicks, in a page.
  static func messages(_ entries: [ChatLog.Entry], _ input: RecordInput) -> [Message] {
    var minutes = Minutes(entries, input)
    for entry in entries { minutes.add(entry) }
    return minutes.messages
  }

  private init(_ entries: [ChatLog.Entry], _ input: RecordInput) {
    self.input = input
    people = SpeakerRegistry(nil)
    thread = ChatThread(nicks: entries.map(\.nick))
    var present: [ParamValue] = []
    var written: [String: Int] = [:]
    for entry in entries {
      if !entry.nick.isEmpty { nicks[SpeakerKey(entry.nick).text] = entry.nick }
      let text = Minutes.text(entry, input)
      switch MinuteKeyword.of(text) {
      case .scribe(let names):
        for name in names + [entry.nick] where !name.isEmpty && scribes.isEmpty {
          scribes.insert(SpeakerKey(name).text)
        }
      case .present(let names): present += names.map(ParamValue.string)
      case .topic, .note: break
      case nil:
        guard let label = Minutes.label(text) else { continue }
        labels[SpeakerKey(label.name).text, default: 0] += 1
        written[SpeakerKey(entry.nick).text, default: 0] += 1
      }
    }
    people = SpeakerRegistry(.list(present))
    people.addShortNames(authors: [])
    let isHere = scribes.contains { nicks[$0] != nil }
    if !isHere, let most = written.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      scribes.insert(most.key)
    }
  }

  private mutating func add(_ entry: ChatLog.Entry) {
    let text = Minutes.text(entry, input)
    if entry.isAction {
      say(entry, by: entry.nick)
    } else if MinuteKeyword.isMachine(entry.nick) {
      note(entry)
    } else if let keyword = MinuteKeyword.of(text) {
      take(keyword, entry)
    } else if correct(text) {
      note(entry)
    } else if let words = Minutes.continuation(text) {
      goOn(entry, after: words)
    } else if entry.nick.isEmpty || scribes.contains(SpeakerKey(entry.nick).text) {
      scribe(entry, text)
    } else {
      say(entry, by: entry.nick)
    }
  }

  private mutating func take(_ keyword: MinuteKeyword, _ entry: ChatLog.Entry) {
    switch keyword {
    case .topic(let title): heading = title.isEmpty ? [] : [title.onOneLine]
    case .scribe(let names):
      for name in names.isEmpty ? [entry.nick] : names {
        scribes.insert(SpeakerKey(name).text)
        scribes.insert(SpeakerKey(name.replacing(" ", with: "_")).text)
      }
    case .present, .note: break
    }
    note(entry)
  }

  /// What the scribe writes: another's words, his own, or a summary.
  private mutating func scribe(_ entry: ChatLog.Entry, _ text: String) {
    if let own = Minutes.remark(text) {
      var entry = entry
      entry.lines[0].start += own.offset
      let nick = nicks[SpeakerKey(own.name).text] ?? own.name
      if nicks[SpeakerKey(own.name).text] != nil || entry.nick.isEmpty {
        return say(entry, by: nick)
      }
    }
    if let label = Minutes.label(text), isSpeaker(label.name) {
      var entry = entry
      entry.lines[0].start += label.offset
      var message = Message(entry, by: speaker(label.name), in: input.bytes)
      message.label = label.name
      return append(message)
    }
    guard !entry.nick.isEmpty else { return note(entry) }
    var message = Message(entry, by: attribution(entry.nick), in: input.bytes)
    for index in message.paragraphs.indices where message.paragraphs[index].voice == .own {
      message.paragraphs[index].voice = .note
    }
    append(message)
  }

  private mutating func say(_ entry: ChatLog.Entry, by nick: String) {
    var message = Message(entry, by: attribution(nick), in: input.bytes)
    message.label = nick
    thread.add(&message, nick: nick)
    message.headings = heading
    last = messages.count
    messages.append(message)
  }

  private mutating func note(_ entry: ChatLog.Entry) {
    var message = Message(note: entry, in: input.bytes)
    message.label = nil
    append(message)
  }

  /// Words that go on from those before, by whoever spoke them or as the note they were.
  private mutating func goOn(_ entry: ChatLog.Entry, after offset: Int) {
    guard let last, !messages[last].isAside else { return note(entry) }
    var entry = entry
    entry.lines[0].start += offset
    var message = Message(entry, by: messages[last].attribution, in: input.bytes)
    message.label = messages[last].label
    if messages[last].paragraphs.first?.voice == .note {
      for index in message.paragraphs.indices { message.paragraphs[index].voice = .note }
    }
    append(message)
  }

  private mutating func append(_ message: Message) {
    var message = message
    message.headings = heading
    thread.skip()
    last = messages.count
    messages.append(message)
  }

  /// Takes `s/old/new/`, with `g` for all before and `G` for all of the minutes; whether it is one.
  private mutating func correct(_ text: String) -> Bool {
    guard text.utf8.count < 200, text.hasPrefix("s/") || text.hasPrefix("s|") else { return false }
    let parts = text.dropFirst(2).split(
      separator: text[text.index(after: text.startIndex)], omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    let old = parts[0].trimmingSpaces.drop(suffix: ":")
    let new = parts[1].trimmingSpaces.drop(suffix: ":")
    guard !old.isEmpty, LabelName.name(in: new, allowLowercase: true) != nil else { return true }
    let flag = parts.count == 3 ? parts[2].trimmingSpaces : ""
    if flag == "G" { corrections[SpeakerKey(old).text] = new }
    let name = speaker(new)
    for index in messages.indices.reversed().prefix(Minutes.correctionReach) {
      let isLabelled = messages[index].label == old
      if isLabelled { messages[index].attribution = name }
      if flag.isEmpty {
        let continues = index > 0 && isLabelled && messages[index - 1].label == old
        let isWords = messages[index].paragraphs.contains { $0.text.contains(old) }
        if isLabelled && !continues || !isLabelled && isWords { break }
      }
    }
    return true
  }
}

extension Minutes {
  /// A label before a scribed speaker's words, and how many bytes of the words it takes.
  static func label(_ text: String) -> (name: String, offset: Int)? {
    let head = text.utf8.prefix(60)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let after = head[head.index(after: colon)...]
    guard after.first == 0x20 || (after.isEmpty && head.endIndex == text.utf8.endIndex) else {
      return nil
    }
    let written = String(Substring(head[..<colon]))
    guard let name = LabelName.name(in: written, allowLowercase: !written.contains(" ")) else {
      return nil
    }
    return (
      name, head.distance(from: head.startIndex, to: colon) + 1 + after.prefix { $0 == 0x20 }.count
    )
  }

  /// `<nick> words` in what a scribe writes.
  static func remark(_ text: String) -> (name: String, offset: Int)? {
    guard text.utf8.first == UInt8(ascii: "<") else { return nil }
    let name = text.utf8.dropFirst().prefix(64).prefix { $0 != UInt8(ascii: ">") && $0 != 0x20 }
    let rest = text.utf8[name.endIndex...]
    guard rest.first == UInt8(ascii: ">"), rest.dropFirst().first == 0x20,
      let nick = ChatLine.nick(String(Substring(name))), !nick.hasPrefix("/")
    else { return nil }
    return (nick, name.count + 2 + rest.dropFirst().prefix { $0 == 0x20 }.count)
  }

  /// The bytes that `…` or `...` and the space after it take at the head of words that go on.
  static func continuation(_ text: String) -> Int? {
    let bytes = text.utf8
    var length = 0
    if bytes.starts(with: "…".utf8) {
      length = 3
    } else {
      length = bytes.prefix { $0 == UInt8(ascii: ".") }.count
      if length < 2 { return nil }
    }
    let rest = bytes.dropFirst(length)
    return rest.isEmpty ? nil : length + rest.prefix { $0 == 0x20 }.count
  }

  /// The words of an entry's first line.
  static func text(_ entry: ChatLog.Entry, _ input: RecordInput) -> String {
    entry.lines.first.map { String(decoding: input.bytes[$0.range], as: UTF8.self) } ?? ""
  }

  /// Whether a label names a speaker: it has a capital, or is a nick, or somebody present, or comes
  /// again.
  private func isSpeaker(_ label: String) -> Bool {
    let key = SpeakerKey(label).text
    return label.unicodeScalars.first?.properties.isLowercase == false || nicks[key] != nil
      || people.names[key] != nil || labels[key, default: 0] > 1
  }

  /// The one whom a scribe's label names.
  private func speaker(_ label: String) -> Attribution {
    let label = corrections[SpeakerKey(label).text] ?? label
    if let name = input.registry.name(for: label) {
      return Attribution(name: name, method: .registry, confidence: 1)
    }
    if let name = people.name(for: label) {
      return Attribution(name: name, method: .legend, confidence: 0.9)
    }
    return Attribution(
      name: nicks[SpeakerKey(label).text] ?? label, method: .label, confidence: 0.9)
  }

  /// The one whom a nick names.
  private func attribution(_ nick: String) -> Attribution {
    if input.registry.name(for: nick) == nil,
      let name = people.name(for: nick.replacing("_", with: " "))
    {
      return Attribution(name: name, method: .legend, confidence: 0.9)
    }
    return .recorded(nick, input.registry)
  }
}

extension String {
  /// The text without `suffix`, if it ends with it.
  fileprivate func drop(suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
