import DictumModel

/// A place in a turn where somebody is named as taking part in the conversation.
///
///     Hi Thomas, I’m curious about …           greeting
///     Thanks for this, @Jeremy. I found …      at
///     Following up on Peter’s comment: …       takenUp
struct NameCue {
  enum Form {
    /// A greeting or thanks at the head of a paragraph.
    case greeting
    /// A name after an at sign.
    case at
    /// "Following up on", "to answer" and the like, with what somebody said.
    case takenUp
  }

  var form: Form

  /// The passage, an index.
  var passage: Int

  /// The words that may be the name, as written; the first is one, the others perhaps.
  var words: [String]

  /// The words of the cue, for the reason.
  var quote: String

  /// Whether the passage begins with it.
  var isAtHead: Bool

  /// What was said, where the cue says it: "… point about the three papers".
  var topic: String?
}

extension NameCue {
  private static let greetings: Set<String> = ["dear", "hello", "hey", "hi", "thank", "thanks"]

  private static let openings = [
    "following up on", "to follow up on", "to answer", "answering", "in answer to", "in reply to",
    "replying to", "in response to", "responding to", "building on", "picking up on",
    "coming back to", "going back to", "regarding", "on", "re",
  ]

  private static let sayings: Set<String> = [
    "answer", "argument", "claim", "comment", "concern", "idea", "message", "note", "objection",
    "point", "post", "question", "remark", "reply", "response", "suggestion", "worry",
  ]

  /// The cues of a passage, in the order of the text.
  static func all(in text: String, passage: Int) -> [NameCue] {
    var text = text
    return text.withUTF8 { all(in: $0, passage: passage) }
  }

  private static func all(in bytes: UnsafeBufferPointer<UInt8>, passage: Int) -> [NameCue] {
    let scanner = NameWords(bytes)
    var cues = greeting(bytes, scanner, passage)
    if cues.isEmpty, let cue = takenUp(bytes, scanner, passage) { cues.append(cue) }
    var at = 0
    while let sign = bytes[at...].firstIndex(of: UInt8(ascii: "@")) {
      at = sign + 1
      // `ada@example.org` names no one here.
      if sign > 0, isWordByte(bytes[sign - 1]) { continue }
      let words = names(scanner, from: at, limit: 3)
      guard !words.isEmpty else { continue }
      let isAtHead = scanner.skippingSpaces(0) == sign
      cues.append(
        NameCue(
          form: .at, passage: passage, words: words.map(\.text), quote: quote(bytes, sign),
          isAtHead: isAtHead))
    }
    return cues
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// The words of one name that begin at `from`: they follow one another with spaces between.
  private static func names(_ scanner: NameWords, from: Int, limit: Int) -> [NameWords.Word] {
    var words: [NameWords.Word] = []
    var at = from
    while words.count < limit, let word = scanner.word(at: at), word.isName {
      words.append(word)
      if word.isPossessive { break }
      let next = scanner.skippingSpaces(word.range.upperBound)
      if next == word.range.upperBound { break }
      at = next
    }
    return words
  }

  /// `Hi Ada, hello Bram`: one cue for each person greeted.
  private static func greeting(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scanner: NameWords, _ passage: Int
  ) -> [NameCue] {
    var cues: [NameCue] = []
    var at = scanner.skippingSpaces(0)
    while let word = scanner.word(at: at) {
      let lower = word.text.lowercased()
      if greetings.contains(lower) || ["and", "you"].contains(lower) {
        at = past(bytes, word.range.upperBound)
        continue
      }
      guard at > 0, word.isName else { break }
      let name = names(scanner, from: at, limit: 3)
      guard let last = name.last, !last.isPossessive else { break }
      cues.append(
        NameCue(
          form: .greeting, passage: passage, words: name.map(\.text), quote: quote(bytes, 0),
          isAtHead: true))
      at = past(bytes, last.range.upperBound)
      if at == last.range.upperBound { break }
    }
    return cues
  }

  /// Past commas and spaces.
  private static func past(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    var at = at
    while at < bytes.count, ", \n".utf8.contains(bytes[at]) { at += 1 }
    return at
  }

  /// `Following up on Peter’s comment`, at the head of a passage.
  private static func takenUp(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scanner: NameWords, _ passage: Int
  ) -> NameCue? {
    let start = scanner.skippingSpaces(0)
    let head = bytes[start...].prefix(24).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for opening in openings where head.starts(with: opening.utf8) {
      let at = scanner.skippingSpaces(start + opening.utf8.count)
      guard at > start + opening.utf8.count else { continue }
      let name = names(scanner, from: at, limit: 3)
      guard let last = name.last, last.isPossessive else { continue }
      let noun = scanner.skippingSpaces(scanner.pastPossessive(last.range.upperBound))
      guard let saying = scanner.word(at: noun),
        sayings.contains(saying.text.lowercased())
          || sayings.contains(String(saying.text.lowercased().dropLast()))
      else { return nil }
      return NameCue(
        form: .takenUp, passage: passage, words: name.map(\.text), quote: quote(bytes, start),
        isAtHead: true, topic: topic(bytes, scanner, saying.range.upperBound))
    }
    return nil
  }

  /// What follows "about" up to the end of the clause.
  private static func topic(_ bytes: UnsafeBufferPointer<UInt8>, _ scanner: NameWords, _ at: Int)
    -> String?
  {
    let start = scanner.skippingSpaces(at)
    guard let word = scanner.word(at: start), ["about", "on"].contains(word.text) else {
      return nil
    }
    let rest = bytes[word.range.upperBound...].prefix(80)
    let clause = rest.prefix { !",:;.?!()\n".utf8.contains($0) }
    let words = String(decoding: clause, as: UTF8.self).split(separator: " ").map(String.init)
    let bare = words.drop { ["a", "an", "the", "his", "her", "their"].contains($0) }
    return bare.count >= 2 ? bare.joined(separator: " ") : nil
  }

  /// A few words from `at` on, as a reader would look for them.
  private static func quote(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> String {
    let end = min(at + 60, bytes.count)
    let text = String(decoding: bytes[at..<end], as: UTF8.self).onOneLine
    return text.split(separator: " ").prefix(6).joined(separator: " ")
      .trimmingCharacters { ".,:;".contains($0) }
  }
}

extension String {
  fileprivate func trimmingCharacters(_ isCut: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let last = text.last, isCut(last) { text.removeLast() }
    return String(text)
  }
}
