import DictumMarkdown
import DictumModel

/// One item of the list by which a forum's Markdown describes a post or a comment.
enum ForumField {
  case date(String)
  /// `Karma: 12`, `Voting system: twoAxis`: said of it, and no words of anybody.
  case other
  case depth(Int)
  case parent(String)
  case identifier(String)
  case address(String)
  case authors([String])
  case retracted

  /// The field in an item of a list, or `nil` when the item is somebody's words.
  init?(_ leaf: Leaf) {
    let text = leaf.text.onOneLine
    let links = leaf.inlines.descendants.compactMap { inline -> String? in
      if case .link(let target, _) = inline.kind { target } else { nil }
    }
    if let date = DateText.ofRecord(text) {
      self = .date(date)
    } else if text.lowercased() == "retracted" {
      self = .retracted
    } else if text.hasPrefix("By "), !links.isEmpty {
      self = .authors(ForumField.names(leaf.inlines))
    } else if ForumField.isCount(text) || ForumField.states.contains(text) {
      self = .other
    } else if let colon = text.firstIndex(of: ":"), ForumField.isKey(text[..<colon]) {
      let key = text[..<colon].lowercased()
      let value = text[text.index(after: colon)...].trimmingSpaces
      let target = links.first ?? value
      let isShort = !value.contains(" ") || !links.isEmpty
      if key.hasPrefix("parent comment"), isShort {
        self = .parent(ForumField.lastPart(target))
      } else if key.hasSuffix("permalink"), isShort {
        self = .identifier(ForumField.lastPart(target))
      } else if key == "reply depth", let depth = Int(value) {
        self = .depth(depth)
      } else if key == "post url (html)" {
        self = .address(target)
      } else if isShort || key == "tag" {
        self = .other
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// Adds the field to what is known of a comment.
  func set(_ record: inout TurnRecord) {
    switch self {
    case .date(let date): record.date = record.date ?? date
    case .depth(let depth): record.depth = depth
    case .parent(let id): record.parent = id
    case .identifier(let id): record.identifier = record.identifier ?? id
    case .retracted: record.isRetracted = true
    case .other, .address, .authors: break
    }
  }

  /// `12 points`, `3 votes`.
  private static func isCount(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count == 2 && Int(words[0]) != nil
      && ["point", "points", "vote", "votes"].contains(words[1])
  }

  private static let states: Set<String> = [
    "Curated", "Frontpage", "Personal Blog", "Mode: compact",
  ]

  /// One to four words, and perhaps more in a parenthesis: `Parent comment (Markdown)`.
  private static func isKey(_ key: Substring) -> Bool {
    let words = key.prefix { $0 != "(" }.split(separator: " ")
    return (1...4).contains(words.count)
      && words.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isLetter } }
  }

  /// The id at the end of an address: after the last `/`, `#` or `=`.
  private static func lastPart(_ target: String) -> String {
    let last = target.split { "/#=".contains($0) }.last.map(String.init) ?? target
    return last.hasPrefix("comment-") ? String(last.dropFirst("comment-".count)) : last
  }

  private static func names(_ inlines: InlineList) -> [String] {
    inlines.descendants.compactMap { inline in
      guard case .link = inline.kind else { return nil }
      return inline.plainText.onOneLine
    }
  }
}
