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
    let before = leaves.count
    var kept: [Leaf] = []
    for leaf in leaves where !navigation.contains(leaf.text.lowercased()) { kept.append(leaf) }
    guard before - kept.count >= 2 else { return false }
    leaves = kept
    return true
  }
}
