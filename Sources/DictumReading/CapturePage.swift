/// A page of comments saved as plain text, with the site's own words between the people's.
enum CapturePage {
  /// Lines that a site puts on such a page and that nobody wrote.
  private static let navigation: Set<String> = [
    "comments", "edit profile", "load more", "message", "more comments", "new comment", "permalink",
    "posts", "recent comments", "reply", "sequences", "share", "show more", "show all comments",
    "sorted by", "subscribe", "top comments", "wiki contributions",
  ]

  /// Takes the site's own lines out of `leaves`; whether there were enough of them, two or more in
  /// plain text, to call it a capture.
  static func dropNavigation(from leaves: inout [Leaf], isPlain: Bool) -> Bool {
    guard isPlain else { return false }
    let dropped = Set(leaves.indices.filter { isNavigation(leaves[$0].text) })
    guard dropped.count >= 2 else { return false }
    leaves = leaves.indices.filter { !dropped.contains($0) }.map { leaves[$0] }
    return true
  }

  private static func isNavigation(_ text: String) -> Bool {
    // No letter takes more than three times the bytes of a letter of ASCII that is its small one.
    text.utf8.count <= 3 * longest && navigation.contains(text.lowercased())
  }

  /// The bytes of the longest line.
  private static let longest = navigation.reduce(0) { max($0, $1.utf8.count) }
}
