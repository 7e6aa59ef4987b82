import DictumModel

/// A page of comments saved as plain text, with the site's own words between the people's.
enum CapturePage {
  /// Lines that a site puts on such a page and that nobody wrote.
  private static let navigation: Set<String> = [
    "comments", "edit profile", "load more", "message", "more comments", "new comment", "permalink",
    "posts", "recent comments", "reply", "sequences", "share", "show more", "show all comments",
    "sorted by", "subscribe", "top comments", "wiki contributions",
  ]

  /// Takes the site's own lines out of `leaves`, which are of plain text; `nil` when there are not enough
  /// of them, two or more, to call it a capture.
  ///
  /// Returns the places of titles in the page's head, which the site has put there: nobody says them.
  ///
  ///     Ada Okafor
  ///     I write about tides.
  ///     Sequences                 the site's, taken out
  ///     Tides and Time            a title: it stands just before a line of the head
  ///     Wiki Contributions        the site's, of the head
  static func dropNavigation(from leaves: inout [Leaf]) -> [ByteSpan]? {
    let dropped = Set(leaves.indices.filter { isNavigation(leaves[$0].text) })
    guard dropped.count >= 2 else { return nil }
    var titles: [ByteSpan] = []
    for line in dropped where headings.contains(leaves[line].text.lowercased()) {
      var at = line - 1
      while at > 0, !dropped.contains(at), isTitle(leaves[at].text) {
        titles.append(leaves[at].span)
        at -= 1
      }
    }
    leaves = leaves.indices.filter { !dropped.contains($0) }.map { leaves[$0] }
    return titles
  }

  /// The lines that part the head of a person's page.
  private static let headings: Set<String> = [
    "comments", "posts", "recent comments", "sequences", "top comments", "wiki contributions",
  ]

  /// Whether a line is short and ends as no sentence does.
  private static func isTitle(_ text: String) -> Bool {
    guard text.utf8.count <= 100, !text.utf8.contains(0x0A), let last = text.unicodeScalars.last
    else { return false }
    return last.properties.isAlphabetic || last.properties.numericType != nil
  }

  private static func isNavigation(_ text: String) -> Bool {
    // No letter takes more than three times the bytes of a letter of ASCII that is its small one.
    text.utf8.count <= 3 * longest && navigation.contains(text.lowercased())
  }

  /// The bytes of the longest line.
  private static let longest = navigation.reduce(0) { max($0, $1.utf8.count) }
}
