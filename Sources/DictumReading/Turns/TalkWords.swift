/// The words by which talk is told from text about things: those for one who speaks and for those who
/// are spoken to, and the mark of a question.
///
/// *We* is none of them: every report of work says it.
enum TalkWords {
  private static let first: WordList = [
    "i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "ich", "mir", "mich", "mein", "meine",
    "je", "j'ai", "moi", "yo", "io", "eu", "ik", "mij", "mijn", "jag", "jeg", "mig", "meg", "minä",
  ]

  private static let second: WordList = [
    "you", "you're", "you've", "you'd", "you'll", "your", "yours", "du", "dir", "dich", "ihr", "tu",
    "vous", "votre", "usted", "ustedes", "voi", "você", "jij", "jou", "jouw", "dig", "deg", "sinä",
  ]

  /// Words that prose in these languages is never long without.
  private static let common: WordList = [
    "the", "of", "and", "is", "der", "die", "das", "und", "ist", "le", "les", "est", "que", "el",
    "los", "es", "il", "che", "não", "uma", "het", "een", "och", "att", "og", "er",
  ]

  /// The bytes of the longest word, of which an apostrophe may take three.
  private static let longest = 8

  /// Whether `text` puts a question or speaks to somebody; or, where `orFirst` says so, is said by
  /// somebody of himself.
  static func hold(in text: ArraySlice<UInt8>, orFirst: Bool) -> Bool {
    if text.holds("?") || text.holds("？") { return true }
    let (first, second) = (first, second)
    return holds(text) { second.contains($0) || (orFirst && first.contains($0)) }
  }

  /// Whether `text` is said by somebody of himself.
  static func holdFirst(in text: ArraySlice<UInt8>) -> Bool {
    let first = first
    return holds(text) { first.contains($0) }
  }

  /// Whether `text` is in a language of which the words of talk are known, or all in ASCII.
  static func canJudge(_ text: ArraySlice<UInt8>) -> Bool {
    let common = common
    return text.withUnsafeBufferPointer(\.isASCII) || holds(text) { common.contains($0) }
  }

  /// Whether a word of `text` is one that is wanted.
  private static func holds(
    _ text: ArraySlice<UInt8>, where isWanted: (WordKey) -> Bool
  ) -> Bool {
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        var at = start
        while at < text.count, isInWord(text[at]) { at += 1 }
        if at > start, at - start <= longest, isWanted(WordKey(text, start, at)) { return true }
        start = at + 1
      }
      return false
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || byte == UInt8(ascii: "'")
  }
}
