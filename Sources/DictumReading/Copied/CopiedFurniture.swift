import DictumModel

/// Lines that a page puts around what people write on it, and that nobody wrote.
///
///     reply     Upvote     22     3 Likes     Like (2)     View 4 more replies     Contributor
enum CopiedFurniture {
  /// Whether a line, told by itself, is one.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= 80, !text.isEmpty else { return false }
    let small = text.lowercased()
    if words.contains(small) || CopiedText.isMark(text) || isRule(text) { return true }
    if CopiedText.isCount(text) { return true }
    var parts = small.split(separator: " ").map(String.init)[...]
    if let last = parts.last, parts.count == 2, last.hasPrefix("("), last.hasSuffix(")"),
      CopiedText.isCount(String(last.dropFirst().dropLast()))
    {
      return counted.contains(parts[0])
    }
    if let first = parts.first, opening.contains(first) { parts.removeFirst() }
    if let first = parts.first, CopiedText.isCount(first) {
      parts.removeFirst()
      if parts.first == "more" { parts.removeFirst() }
      return parts.count == 1 && counted.contains(parts.first ?? "")
    }
    return small.hasSuffix(" avatar")
      || fields.contains { small.hasPrefix($0) } && text.utf8.count <= 60
      || small.hasPrefix("exported ") && small.hasSuffix(" message(s)")
  }

  /// Whether a line is drawn.
  private static func isRule(_ text: String) -> Bool {
    text.utf8.count >= 4 && text.utf8.allSatisfy { "-=_*".utf8.contains($0) }
  }

  /// Whom a line says that the words below answer.
  static func addressee(_ text: String) -> String? {
    for opening in ["Replying to ", "In reply to "] where text.hasPrefix(opening) {
      let name = text.dropFirst(opening.count).prefix { $0 != " " }.drop { $0 == "@" }
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  private static let words: Set<String> = [
    "reply", "replies", "share", "report", "save", "permalink", "embed", "parent", "context",
    "upvote", "downvote", "award", "give award", "vote", "like", "likes", "liked", "unlike",
    "follow", "following", "quote", "top", "more", "show more", "read more", "see more",
    "show less", "load more", "edit", "delete", "hide", "flag", "favorite", "favourite", "boost",
    "repost", "bookmark", "copy link", "link", "translate", "translate post", "see translation",
    "show parent", "more actions", "contributor", "author", "member", "owner", "collaborator",
    "maintainer", "op", "mod", "original poster", "edited", "pinned", "comments", "new comment",
    "sorted by", "full comments", "unsave", "hide child comments", "best of luck!", "loading",
    "reply to thread", "view thread", "new", "last reply", "respond", "comment actions",
    "expand full comment", "answer", "views", "verified account", "creator", "hearted by creator",
  ]

  /// What pages count.
  private static let counted: Set<String> = [
    "reply", "replies", "like", "likes", "comment", "comments", "point", "points", "vote", "votes",
    "view", "views", "repost", "reposts", "quote", "quotes", "boost", "boosts", "favourite",
    "favourites", "favorite", "favorites", "reaction", "reactions", "upvote", "upvotes", "share",
    "shares", "bookmarks", "answers",
  ]

  private static let opening: Set<String> = ["view", "show", "hide", "see", "load", "last"]

  /// The facts that a forum puts beside a writer.
  private static let fields = [
    "posts: ", "joined: ", "location: ", "registered: ", "reputation: ", "liked by ",
  ]
}
