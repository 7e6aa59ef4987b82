/// Whether words are an editor's or a moderator's note, and say so at their head.
///
///     Moderator note: the following is a dialogue …
///     [Moderator: this thread is now closed.]
///     (Editor's note: the talk was given in May.)
///     Note from the editor: …
enum NoteHead {
  /// How many bytes the head has at most.
  private static let reach = 48

  /// Whether `text` begins so.
  static func begins(_ text: String) -> Bool {
    let first = text.utf8.first
    return text.utf8.withBytes(mayBegin)
      && isNote(text, bracketed: first == UInt8(ascii: "[") || first == UInt8(ascii: "("))
  }

  /// Whether the first letters of a text and a colon not far behind leave it open that it begins so.
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 1 else { return false }
    // The second letter rules out most words: `moderator`, `editor`, `note`, `translator`.
    switch (bytes[0], bytes[1] | 0x20) {
    case (UInt8(ascii: "["), _), (UInt8(ascii: "("), _): return mayBeNote(bytes, bracketed: true)
    case (UInt8(ascii: "M"), UInt8(ascii: "o")), (UInt8(ascii: "m"), UInt8(ascii: "o")),
      (UInt8(ascii: "E"), UInt8(ascii: "d")), (UInt8(ascii: "N"), UInt8(ascii: "o")),
      (UInt8(ascii: "T"), UInt8(ascii: "r")), (UInt8(ascii: "*"), _):
      return mayBeNote(bytes, bracketed: false)
    default: return false
    }
  }

  /// The words a note begins with; `transcriptionist` is too long for a list.
  private static let firstWords = WordList(
    (roles.union(["note"])).map { word in
      Array(word.utf8).withUnsafeBufferPointer { WordKey($0, 0, $0.count) }
    })

  /// Whether the first word and a colon not far behind leave it open that the words are a note's.
  private static func mayBeNote(_ bytes: UnsafeBufferPointer<UInt8>, bracketed: Bool) -> Bool {
    let end = min(bytes.count, reach)
    var start = 0
    while start < end, !SentenceCursor.isLetter(bytes[start]) { start += 1 }
    var at = start
    while at < end, SentenceCursor.isLetter(bytes[at]) { at += 1 }
    guard at - start > 1, bracketed || at == end || bytes[at] != UInt8(ascii: ":") else {
      return false
    }
    // A mark beyond ASCII looks like a letter, and an apostrophe may be left out.
    let isWhole = at == end || bytes[at] != UInt8(ascii: "'")
    let isPlain = isWhole && bytes[start..<at].allSatisfy { $0 < 0x80 }
    let key = WordKey(bytes, start, at)
    return (!isPlain || key == .none || firstWords.contains(key))
      && bytes[at..<end].contains(UInt8(ascii: ":"))
  }

  private static let roles: Set<String> = [
    "moderator", "mod", "moderators", "editor", "editors", "ed", "editorial", "transcriber",
    "transcribers", "translator", "translators", "transcriptionist", "transcript",
  ]

  private static func isNote(_ text: String, bracketed: Bool) -> Bool {
    let head = text.utf8.prefix(reach)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return false }
    var name = String(decoding: head[..<colon], as: UTF8.self).lowercased()
    if head[..<colon].contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) {
      name = name.replacing("’", with: "'").replacing("'s", with: "").replacing("s'", with: "s")
    }
    let words = name.split { !$0.isLetter }.map(String.init)
    switch words.count {
    // A role alone is a speaker's label, unless brackets part it from the conversation.
    case 1: return bracketed && roles.contains(words[0])
    case 2: return roles.contains(words[0]) && (words[1] == "note" || words[1] == "notes")
    case 3, 4:
      return words[0] == "note" && (words[1] == "from" || words[1] == "by")
        && roles.contains(words[words.count - 1])
    default: return false
    }
  }
}
