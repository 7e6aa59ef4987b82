/// The words by which talk is told from text about things: those for one who speaks and for those who
/// are spoken to, and the mark of a question.
///
/// *We* is none of them: every report of work says it.
enum TalkWords {
  private static let first = list([
    "i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "ich", "mir", "mich", "mein", "meine",
    "je", "j'ai", "moi", "yo", "io", "eu", "ik", "mij", "mijn", "jag", "jeg", "mig", "meg", "minä",
  ])

  private static let second = list([
    "you", "you're", "you've", "you'd", "you'll", "your", "yours", "du", "dir", "dich", "ihr", "tu",
    "vous", "votre", "usted", "ustedes", "voi", "você", "jij", "jou", "jouw", "dig", "deg", "sinä",
  ])

  /// Words that prose in these languages is never long without.
  private static let common = list([
    "the", "of", "and", "is", "der", "die", "das", "und", "ist", "le", "les", "est", "que", "el",
    "los", "es", "il", "che", "não", "uma", "het", "een", "och", "att", "og", "er",
  ])

  /// The bytes of the longest word, and more.
  private static let longest = 8

  private static func list(_ words: [String]) -> Set<[UInt8]> { Set(words.map { Array($0.utf8) }) }

  /// Whether `text` puts a question or speaks to somebody; or, where `orFirst` says so, is said by
  /// somebody of himself.
  static func hold(in text: ArraySlice<UInt8>, orFirst: Bool) -> Bool {
    holds(text, orQuestion: true) {
      second.contains($0) || (orFirst && first.contains($0))
    }
  }

  /// Whether `text` is in a language of which the words of talk are known, or all in ASCII.
  static func canJudge(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 < 0x80 } || holds(text, orQuestion: false, where: common.contains)
  }

  /// Whether a word of `text`, in small letters, is one that is wanted, or a question is put.
  private static func holds(
    _ text: ArraySlice<UInt8>, orQuestion: Bool, where isWanted: ([UInt8]) -> Bool
  ) -> Bool {
    var word: [UInt8] = []
    func isOne() -> Bool { !word.isEmpty && word.count <= longest && isWanted(word) }
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "?") where orQuestion: return true
      case 0xEF where orQuestion && text[at...].starts(with: [0xEF, 0xBC, 0x9F]): return true
      // A typographic apostrophe, U+2019.
      case 0xE2 where text[at...].starts(with: [0xE2, 0x80, 0x99]):
        word.append(UInt8(ascii: "'"))
        at += 2
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "'"): word.append(byte)
      default:
        if isOne() { return true }
        word.removeAll(keepingCapacity: true)
      }
      at += 1
    }
    return isOne()
  }
}
