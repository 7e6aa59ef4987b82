import DictumModel

/// What one look at the leaves tells of each of the forms that a forum's page may have; nearly no
/// document has any of them.
struct ForumSigns {
  /// Whether a heading may stand above a comment, as `MarkdownComments` has them.
  private(set) var hasComments = false

  /// The leaves that may begin a byline with links, as `LinkedBylines` has them.
  private(set) var bylines: [Int] = []

  /// The leaves that may be a header, as `HeaderLines` has them.
  private(set) var headers: [Int] = []

  /// How many leaves are bold, as `NameLines` has them.
  private(set) var boldCount = 0

  init(_ leaves: [Leaf]) {
    for index in leaves.indices {
      if LinkedBylines.mayBegin(leaves, index) { bylines.append(index) }
      switch leaves[index].kind {
      case .heading:
        hasComments = hasComments || MarkdownComments.mayBeHeader(leaves[index].text)
        if HeaderLines.mayBeHeader(leaves, index) { headers.append(index) }
      case .block(.paragraph):
        if HeaderLines.mayBeHeader(leaves, index) { headers.append(index) }
        if NameLines.isBold(leaves, index) { boldCount += 1 }
      default: break
      }
    }
  }
}
