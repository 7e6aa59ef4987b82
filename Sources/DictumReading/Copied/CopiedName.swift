/// A name as chats and pages show it beside a stamp.
///
///     Ada Okafor        a name like any label's
///     moss_agate        a handle: one word of letters, digits, `.`, `_`, `-`, or a picture
///     moss & fern 🌿    a name that somebody gave himself, taken only beside a page's own mark
struct CopiedName: Hashable {
  enum Form { case plain, handle, shown }

  private(set) var words: String
  private(set) var form: Form

  /// The name in `text`, or `nil` when it is none.
  init?(_ text: String) {
    var words = text
    while let tag = words.lastIndex(of: " "),
      CopiedName.tags.contains(words[words.index(after: tag)...].uppercased())
    {
      words = String(words[..<tag]).trimmingSpaces
    }
    words = words.withoutSurround("**").withoutSurround("__")
    if words.hasPrefix("u/") || words.hasPrefix("~ ") { words.removeFirst(2) }
    if words.hasPrefix("@") { words.removeFirst() }
    // `r/pottery` is a place.
    guard (1...60).contains(words.utf8.count), !words.hasPrefix("r/"), let last = words.utf8.last,
      !",;:!?".utf8.contains(last) || RecordedVoice.isLabel(words)
    else { return nil }
    self.words = words
    if RecordedVoice.isLabel(words) || LabelName.name(in: words, allowLowercase: false) == words {
      form = .plain
    } else if CopiedName.isHandle(words) {
      form = .handle
    } else if CopiedName.mayBeShown(words) {
      form = .shown
    } else {
      return nil
    }
  }

  /// What pages put behind a name.
  private static let tags: Set<String> = [
    "BOT", "APP", "OP", "MOD", "[S]", "[M]", "[OP]", "[A]", "AUTHOR", "ADMIN", "MODERATOR",
  ]

  /// The pages' own words, and those of a programme, that stand where a handle would.
  private static let nobody: Set<String> = [
    "edited", "reply", "share", "today", "yesterday", "version", "updated", "created", "posted",
    "start", "end", "begin", "lunch", "break", "coffee", "date", "time", "meeting", "page",
  ]

  private static func isHandle(_ words: String) -> Bool {
    guard words.utf8.count <= 40, !nobody.contains(words.lowercased()) else { return false }
    let isMade = words.utf8.allSatisfy { ByteKind.isHandle($0) || $0 == UInt8(ascii: ".") }
    // A number of a few digits counts something.
    let isNumber = words.utf8.allSatisfy { ByteKind.isDigit($0) || $0 == UInt8(ascii: ".") }
    return isMade && (!isNumber || words.utf8.count >= 5)
      && words.utf8.contains { ByteKind.isHandle($0) && $0 != UInt8(ascii: "-") }
  }

  private static func mayBeShown(_ words: String) -> Bool {
    let isWorded = words.utf8.contains { ByteKind.isLetter($0) }
    return isWorded && words.split(separator: " ").count <= 5 && !words.utf8.contains(0x3A)
      && !words.utf8.contains { "<>{}|\\=\"`#".utf8.contains($0) }
  }
}

extension String {
  /// The words without `mark` at both ends.
  fileprivate func withoutSurround(_ mark: String) -> String {
    hasPrefix(mark) && hasSuffix(mark) && utf8.count > 2 * mark.utf8.count
      ? String(dropFirst(mark.count).dropLast(mark.count)) : self
  }
}
