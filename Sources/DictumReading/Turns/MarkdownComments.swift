import DictumMarkdown
import DictumModel

/// The comments of a forum's page as its Markdown interface gives them.
///
///     ### Comment by [Ada Okafor](/users/ada-okafor)
///
///     *   2024-03-12T10:02:33.000Z
///     *   Karma: 12
///     *   Reply depth: 1
///     *   Parent comment (Markdown): [/api/post/steps/comments/c1](/api/post/steps/comments/c1)
///     *   HTML permalink: [/posts/p1/steps/comment/c2](/posts/p1/steps/comment/c2)
///
///     Reactions by quoted text:
///
///     *   "the words meant"
///         *   crux: 2
///
///     What she says.
///
/// After ForumMagnum's `MarkdownCommentsList`. A heading counts when a date or a link to the
/// comment itself follows it; one with nothing said below is an entry of an index.
enum MarkdownComments {
  /// Where each comment begins; headers' lists and the site's own lines are taken out of `leaves`.
  static func starts(in leaves: inout [Leaf]) -> [TurnStart] {
    let hasHeader = leaves.indices.contains {
      leaves[$0].isHeading && mayBeHeader(leaves[$0].text) && name(in: leaves[$0]) != nil
    }
    guard hasHeader else { return [] }
    var kept: [Leaf] = []
    var starts: [TurnStart] = []
    var next = 0
    while next < leaves.count {
      guard var record = record(of: leaves[next]),
        let body = takeFields(leaves, after: next, into: &record)
      else {
        kept.append(leaves[next])
        next += 1
        continue
      }
      let words = body < leaves.count && !isEnd(leaves[body])
      if words {
        starts.append(TurnStart(leaf: kept.count, line: 0, label: nil, record: record))
        kept.append(leaves[next])
      }
      next = body
    }
    guard let first = starts.first else { return [] }
    drop(&kept, starts: &starts, before: first.leaf)
    leaves = kept
    return starts
  }

  /// The name in `Comment by NAME`, as text; `nil` for every other leaf.
  private static func name(in leaf: Leaf) -> String? {
    guard case .heading(let level) = leaf.kind, (2...5).contains(level), mayBeHeader(leaf.text)
    else { return nil }
    let text = leaf.text.onOneLine
    let small = text.lowercased()
    for form in ["comment by ", "answer by ", "reply by ", "review by "]
    where small.hasPrefix(form) {
      return String(text.dropFirst(form.count))
    }
    return nil
  }

  /// Whether the first word is that of a form; most headings are told apart by it.
  static func mayBeHeader(_ text: String) -> Bool {
    text.utf8.withBytes { text in
      var at = 0
      while at < text.count, text[at] <= 0x20 { at += 1 }
      guard at < text.count else { return false }
      func begins(with word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return at + length <= text.count
          && (0..<length).allSatisfy { text[at + $0] | 0x20 == word.utf8Start[$0] }
      }
      switch text[at] | 0x20 {
      case UInt8(ascii: "c"): return begins(with: "comment")
      case UInt8(ascii: "a"): return begins(with: "answer")
      case UInt8(ascii: "r"): return begins(with: "reply") || begins(with: "review")
      // White space beyond ASCII may come first.
      default: return WhiteSpace.length(text, at) > 0
      }
    }
  }

  private static func record(of leaf: Leaf) -> TurnRecord? { name(in: leaf).map { TurnRecord($0) } }

  /// Whether a leaf ends the comment before it without any words.
  private static func isEnd(_ leaf: Leaf) -> Bool {
    name(in: leaf) != nil || leaf.isHeading && leaf.text.onOneLine == "Navigation"
  }

  /// Reads the list after a header and the reactions after it; returns the first leaf behind them, or
  /// `nil` when the list says neither when nor which.
  private static func takeFields(
    _ leaves: [Leaf], after header: Int, into record: inout TurnRecord
  ) -> Int? {
    var next = header + 1
    while next < leaves.count, leaves[next].topItem != nil,
      let field = ForumField(leaves[next])
    {
      field.set(&record)
      next += 1
    }
    guard record.date != nil || record.identifier != nil else { return nil }
    while next < leaves.count, isReactionHeader(leaves[next]) {
      next += 1
      while next < leaves.count, leaves[next].topItem != nil, isReaction(leaves[next].text) {
        next += 1
      }
    }
    return next
  }

  private static func isReactionHeader(_ leaf: Leaf) -> Bool {
    leaf.kind == .block(.paragraph) && leaf.text.hasPrefix("Reactions ") && leaf.text.hasSuffix(":")
  }

  /// `agree: 2`, `crux: 1 (Ada, Bo)`, or the words reacted to between quotation marks.
  private static func isReaction(_ text: String) -> Bool {
    if text.hasPrefix("\""), text.onOneLine.hasSuffix("\"") { return true }
    guard let colon = text.lastIndex(of: ":") else { return false }
    let words = text[text.index(after: colon)...].split(separator: " ")
    return words.first.map { Int($0) != nil } ?? false
      && (words.count == 1 || words[1].hasPrefix("("))
      && !text[..<colon].contains(" ")
  }

  /// Takes out the site's lines before the first comment and its navigation after the last.
  private static func drop(_ leaves: inout [Leaf], starts: inout [TurnStart], before first: Int) {
    if let end = leaves.lastIndex(where: { $0.isHeading && $0.text.onOneLine == "Navigation" }),
      leaves[(end + 1)...].allSatisfy({ $0.topItem != nil })
    {
      leaves.removeSubrange(end...)
    }
    let before = leaves[..<first].filter { !isSiteLine($0) }
    let count = first - before.count
    leaves.replaceSubrange(..<first, with: before)
    for index in starts.indices { starts[index].leaf -= count }
  }

  /// `Post URL (HTML): …`, `Showing 3 of 3 comments (sort=top).`, and how to ask for more.
  private static func isSiteLine(_ leaf: Leaf) -> Bool {
    guard leaf.kind == .block(.paragraph) else { return false }
    let text = leaf.text
    return text.hasPrefix("Post URL (") || (text.hasPrefix("Showing ") && text.contains(" of "))
      || text.contains("?limit=") || text.contains("?includeReactionUsers")
      || text.hasPrefix("Reaction user names:")
  }
}
