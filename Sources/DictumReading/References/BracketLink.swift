import DictumModel

/// A link in single brackets, as Arbital writes it: the id or alias of a page, then the words shown.
///
///     [1lw]   [-bayes_rule]   [+3gd]   [bayes_rule Bayes' rule]   [@5]   [https://a.org the words]
///
/// A sign before the id turns the first letter of the page's title small or capital. `[todo: …]`,
/// `[summary: …]` and their like hold text, in which further links may stand.
struct BracketLink {
  enum Kind { case page, person, web }

  var kind: Kind
  var target: String

  /// The words shown; the target where the page's title is shown.
  var text: String

  var span: ByteSpan

  /// The end of the id: what comes after it may hold further links.
  var headEnd: Int

  /// How far a bracket may reach, in bytes; a limit keeps a line of a million `[` linear.
  private static let maximumBytes = 500

  /// The one whose first bracket a stretch stops at, or `nil`.
  init?(in stretch: Stretch) {
    let before = stretch.byte(stretch.at - 1)
    guard !ByteKind.isASCIIWord(before), before != UInt8(ascii: "]"),
      let close = Bracket.close(
        in: stretch.bytes, from: stretch.at,
        to: min(stretch.leafEnd, stretch.at + BracketLink.maximumBytes))
    else { return nil }
    let after = close + 1 < stretch.leafEnd ? stretch.bytes[close + 1] : 0
    guard after != UInt8(ascii: "("), after != UInt8(ascii: "[") else { return nil }
    var start = stretch.at + 1
    let sign = stretch.byte(start)
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    if isSigned { start += 1 }
    kind = .page
    if !isSigned, stretch.byte(start) == UInt8(ascii: "@") {
      kind = .person
      start += 1
    }
    var end = start
    while end < close, !ByteKind.isSpace(stretch.bytes[end]) { end += 1 }
    let word = stretch.text(start..<end)
    var restStart = end
    while restStart < close, ByteKind.isSpace(stretch.bytes[restStart]) { restStart += 1 }
    let rest = restStart < close ? stretch.text(restStart..<close).onOneLine : ""
    if kind == .page, word.utf8.first == UInt8(ascii: "h"),
      word.hasPrefix("http://") || word.hasPrefix("https://")
    {
      kind = .web
    } else {
      let isCertain = isSigned || kind == .person || !rest.isEmpty
      guard BracketLink.isID(word, isCertain: isCertain) else { return nil }
    }
    target = word
    text = rest.isEmpty ? word : rest
    span = ByteSpan(stretch.at, close + 1)
    headEnd = max(end, stretch.at + 1)
  }

  /// Whether a word can be the id or alias of a page: letters, digits, `_`, and `-`, `.` or `'` within.
  private static func isID(_ word: String, isCertain: Bool) -> Bool {
    let letters = word.utf8
    guard let first = letters.first, let last = letters.last, ByteKind.isWord(first),
      ByteKind.isWord(last)
    else { return false }
    guard letters.allSatisfy({ ByteKind.isWord($0) || "-.'".utf8.contains($0) }) else {
      return false
    }
    // `[x]` is a variable and `[1]` a note; `[1 the page]` is neither.
    return letters.count > 1 || (ByteKind.isDigit(first) && isCertain)
  }
}

extension BracketLink {
  /// Whether a source is written with such links: it comes from Arbital, or says `markup: arbital`.
  static func isUsed(_ frontMatter: Properties, url: String?) -> Bool {
    if let url {
      // Nearly all of its addresses are written so.
      if url.hasPrefix("https://arbital.com/") { return true }
      if WebAddress(url)?.host == "arbital.com" { return true }
    }
    return frontMatter["markup"]?.text?.lowercased() == "arbital"
  }
}
