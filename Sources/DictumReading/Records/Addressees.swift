import DictumModel

/// Who is spoken to in a chat: a nick of the log at the head of the words.
///
///     ada: try the other one        also `ada,` `ada;` `@ada` and, of one lately heard, `ada try …`
///     Quad: it is                   `|QuaD-`, whose letters are the same
///     cath: it is                   `catherine`, when nobody else's begins so
///
/// What stands before a colon and is nobody's nick addresses nobody: `note: …`.
struct Addressees {
  /// The nick as the log first has it, for each nick in small letters.
  private var nicks: [String: String] = [:]

  /// The nick that letters and digits alone, or three and more of them from the first, belong to;
  /// `nil` within when they belong to several.
  private var prefixes: [String: String?] = [:]

  /// Letters enough to know a nick by its beginning, and those of the longest beginning looked at.
  private static let prefixLetters = 3...24

  init(_ all: [String]) {
    for nick in all where !nick.isEmpty {
      guard nicks.updateValue(nick, forKey: nick.lowercased()) == nil else { continue }
    }
    for nick in nicks.values.sorted() {
      let letters = Addressees.letters(nick)
      guard letters.count >= Addressees.prefixLetters.lowerBound else { continue }
      let longest = min(letters.count, Addressees.prefixLetters.upperBound)
      for count in Addressees.prefixLetters.lowerBound...longest {
        let key = String(letters.prefix(count))
        if count == letters.count {
          // Who has the whole name comes before those whose nicks go on.
          prefixes.updateValue(nick, forKey: key)
        } else if prefixes[key] == nil {
          prefixes.updateValue(nick, forKey: key)
        } else if let known = prefixes[key] ?? nil, Addressees.letters(known) != key {
          prefixes.updateValue(nil, forKey: key)
        }
      }
    }
  }

  /// The nick that `text`, words of `speaker`, is for; `nil` when it is for nobody in particular.
  ///
  /// - Parameter heard: Whether a nick, in small letters, was heard lately; only such a one may stand
  ///   without a mark.
  func addressee(of text: String, by speaker: String, heard: (String) -> Bool) -> String? {
    var head = text.utf8.prefix(64).prefix { $0 != 0x20 && $0 != 0x09 }
    let rest = text.utf8[head.endIndex...]
    let isAt = head.first == UInt8(ascii: "@")
    if isAt { head.removeFirst() }
    var isMarked = isAt
    if let last = head.last, ":,;".utf8.contains(last) {
      head.removeLast()
      isMarked = true
    } else if let next = rest.dropFirst().first, next == UInt8(ascii: ":"),
      rest.dropFirst(2).first == 0x20
    {
      isMarked = true
    }
    guard !head.isEmpty, isMarked || !rest.isEmpty else { return nil }
    let name = String(Substring(head)).lowercased()
    let found = nicks[name] ?? (isMarked ? nick(like: name) : nil)
    guard let found, found.lowercased() != speaker.lowercased() else { return nil }
    // "will you try it" is not for will.
    guard isMarked || (name.utf8.count > 3 && heard(name)) else { return nil }
    return found
  }

  /// The nick that `name` is in the log.
  func nick(named name: String) -> String? { nicks[name.lowercased()] }

  private func nick(like name: String) -> String? {
    let letters = Addressees.letters(name)
    guard letters.count >= Addressees.prefixLetters.lowerBound else { return nil }
    return prefixes[letters] ?? nil
  }

  private static func letters(_ nick: String) -> String {
    String(nick.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
