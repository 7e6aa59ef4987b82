import Glibc

extension NameCue {
  /// Whether a text may hold a cue, as its first two words and its at signs tell; most hold none.
  ///
  /// - Parameter everywhere: Whether an at sign counts that is not at the head of the text.
  static func mayBeIn(_ text: String, everywhere: Bool) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      guard let base = bytes.baseAddress, let first = bytes.first else { return false }
      if everywhere, memchr(base, 0x40, bytes.count) != nil { return true }
      // White space at the head counts as a greeting.
      if first == 0x40 || first == 0x20 || first == 0x0A { return true }
      let end = wordEnd(bytes, 0)
      return firstWords.contains(WordKey(bytes, 0, end)) && mayGoOn(bytes, end)
    } ?? true
  }

  /// Whether a name may follow the first word of a cue, or the second word of one.
  private static func mayGoOn(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var at = end
    while at < bytes.count, ", \n".utf8.contains(bytes[at]) { at += 1 }
    guard at + 1 < bytes.count else { return false }
    switch bytes[at] {
    case 0x61...0x7A: return secondWords.contains(WordKey(bytes, at, wordEnd(bytes, at)))
    case 0x41...0x5A:
      // `Ada`, and neither `I` nor `I'd`; a greeting may be all in capitals.
      let next = bytes[at + 1]
      if (0x61...0x7A).contains(next) || next >= 0x80 { return true }
      if next == UInt8(ascii: "'") {
        return at + 2 < bytes.count && !(0x61...0x7A).contains(bytes[at + 2])
      }
      return secondWords.contains(WordKey(bytes, at, wordEnd(bytes, at)))
    default: return true
    }
  }

  /// Where the letters from `start` on end, or so many of them that no list has the word.
  private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, at - start < 24, (0x61...0x7A).contains(bytes[at] | 0x20) { at += 1 }
    return at
  }

  /// The words of greetings, and the first of what takes something up.
  private static let firstWords: WordList = [
    "dear", "hello", "hey", "hi", "thank", "thanks", "and", "you", "following", "to", "answering",
    "in", "replying", "responding", "building", "picking", "coming", "going", "regarding", "on",
    "re",
  ]

  /// The words of greetings, and the second of what takes something up.
  private static let secondWords: WordList = [
    "dear", "hello", "hey", "hi", "thank", "thanks", "and", "you", "up", "follow", "answer", "to",
    "reply", "response", "on", "back",
  ]
}
