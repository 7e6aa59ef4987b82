import DictumModel

/// What a forum's Markdown says of a post in the list below its title.
///
///     *   By [Ada Okafor](/users/ada-okafor), [Bo](/users/bo)
///     *   2024-03-12T10:02:33.000Z
///     *   42 points
///     *   Post URL (HTML): [https://forum.example/posts/p1/steps](…)
struct ForumPost {
  /// The title, where it stands above the list as a paragraph.
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var date: String?
  private(set) var url: String?

  /// The post's facts, taken out of `leaves`; nothing when no list names an author and a date before
  /// the text begins.
  static func taken(from leaves: inout [Leaf]) -> ForumPost {
    let none = ForumPost()
    guard let start = leaves.prefix(3).firstIndex(where: { $0.topItem != nil }),
      leaves[start].text.hasPrefix("By ")
    else { return byline(from: &leaves) }
    var post = ForumPost()
    var next = start
    while next < leaves.count, leaves[next].topItem != nil, let field = ForumField(leaves[next]) {
      switch field {
      case .authors(let names): post.authors += names
      case .date(let date): post.date = post.date ?? date
      case .address(let url): if url.contains("://") { post.url = url }
      default: break
      }
      next += 1
    }
    guard !post.authors.isEmpty, post.date != nil else { return none }
    if start == 1, leaves[0].kind == .block(.paragraph) { post.title = leaves[0].text.onOneLine }
    leaves.removeSubrange((post.title == nil ? start : 0)..<next)
    return post
  }

  /// What a line near the head says alone, taken out of `leaves`:
  /// `by [Ada Okafor](https://forum.example/users/ada-okafor)`, perhaps with a date behind it.
  private static func byline(from leaves: inout [Leaf]) -> ForumPost {
    var post = ForumPost()
    for index in leaves.indices.prefix(4)
    where leaves[index].text.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "b") {
      guard let (name, date) = LinkedByline.author(leaves[index]) else { continue }
      post.authors = [name]
      post.date = date
      leaves.remove(at: index)
      break
    }
    return post
  }
}
