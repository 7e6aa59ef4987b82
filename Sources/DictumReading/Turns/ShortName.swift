import DictumModel

/// A name that may be a short form of a person's full name, by the shape of both.
///
///     Daniel, Filan            Daniel Filan        the first or the last word
///     Mr. Filan, Dr Filan      Daniel Filan        a title and the last word
///     Filan, Daniel Filan      Dr. Daniel Filan
///     Daniel F.                Daniel Filan        words in order, or their beginnings
///     Wladimir van der Laan    Wladimir J. van der Laan
///     Matt                     Matthew Corallo     the beginning of the first word
///     DF, AvW                  Daniel Filan, Aaron van Wirdum
struct ShortName {
  /// The name as written.
  let name: String

  /// Its words in small letters, without full stops.
  private let words: [String]

  init(_ name: String) {
    self.name = name
    words = ShortName.folded(name)
  }

  /// How surely it is short for `person`: 0.9 for whole words, 0.7 for a part of one; `nil` when it
  /// is not.
  func confidence(isShortFor person: ShortName) -> Double? {
    let full = person.wordsOfName
    guard full.count > 1, let first = full.first, let last = full.last, !words.isEmpty else {
      return nil
    }
    let hasTitle = words.count > 1 && ShortName.titles.contains(words[0])
    let words = words.dropFirst(hasTitle ? 1 : 0)
    guard words.count <= full.count, let word = words.first else { return nil }
    // `Ada Okafor` is short for `Dr. Ada Okafor`, and for no one else of her name.
    if words.elementsEqual(full) { return hasTitle || full.count == person.words.count ? nil : 0.9 }
    if words.count == 1 {
      if word == last || (!hasTitle && word == first) { return 0.9 }
      if hasTitle { return nil }
      if isInitials, word == full.map({ String($0.prefix(1)) }).joined() { return 0.7 }
      return word.count > 2 && first.hasPrefix(word) ? 0.7 : nil
    }
    guard word == first else { return nil }
    var rest = full.dropFirst()
    for word in words.dropFirst() {
      guard let at = rest.firstIndex(where: { $0.hasPrefix(word) })
      else { return nil }
      rest = rest[(at + 1)...]
    }
    return 0.9
  }

  /// Whether the label is two to four letters of which the first and the last are capitals.
  private var isInitials: Bool {
    guard let first = name.utf8.first, let last = name.utf8.last else { return false }
    return (2...4).contains(name.utf8.count) && (0x41...0x5A).contains(first)
      && (0x41...0x5A).contains(last)
  }

  /// Whether the words are a title and one name, which is nobody's full name.
  var isTitled: Bool { words.count <= 2 && hasTitle }

  private var hasTitle: Bool { words.first.map(ShortName.titles.contains) ?? false }

  /// The words of a full name without its title.
  private var wordsOfName: ArraySlice<String> {
    words.dropFirst(words.count > 2 && hasTitle ? 1 : 0)
  }

  /// Whether a word is a title, with or without a full stop: `Dr.`, `Senator`.
  static func isTitle(_ word: Substring) -> Bool {
    titles.contains(word.lowercased().replacing(".", with: ""))
  }

  private static func folded(_ name: String) -> [String] {
    var small = name.lowercased()
    if small.utf8.holds("’") { small = small.replacing("’", with: "'") }
    let words = small.words
    guard small.utf8.contains(UInt8(ascii: ".")) else { return words.map(String.init) }
    return words.flatMap { $0.utf8.split(separator: UInt8(ascii: ".")) }
      .map { String(Substring($0)) }
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    "hon", "rev", "sen", "senator", "rep", "representative", "judge", "justice", "minister",
    "commissioner", "herr", "frau", "m", "mme", "sr", "sra", "señor", "señora",
  ]
}
