/// A form in which chats or pages say who wrote what stands below.
///
/// To add one: a file in this folder that makes it, with its examples, a line in `all`, and in
/// `CopiedMark` what lets its lines through.
struct CopiedShape: Sendable {
  /// What a page of a shape is; where it may be either, a chat has the time of day at each head.
  enum Kind: Sendable { case chat, comments, recording, either }

  let kind: Kind

  /// The head that lies at a line of a page, `nil` when none of this form does.
  let head: @Sendable (CopiedPage, Int) -> CopiedHead?

  init(_ kind: Kind, head: @escaping @Sendable (CopiedPage, Int) -> CopiedHead?) {
    self.kind = kind
    self.head = head
  }

  /// All shapes; of two that find as many heads, the first is taken.
  static let all = [
    hackerNews, oldReddit, lessWrong, gitHub, discourse, forumExport, bulletinBoard, mastodon,
    kakaoTalk, spans, bracketed, labelled, stacked, inline, messages,
  ]

  /// How many marks may come before the first head: most pages with marks are none of a shape.
  static let patience = 6

  /// The heads on a page, none of which lies upon another.
  func heads(_ page: CopiedPage) -> [CopiedHead] {
    var heads: [CopiedHead] = []
    for (count, index) in page.marks.enumerated() {
      if heads.isEmpty, count == CopiedShape.patience { break }
      guard let head = head(page, index),
        head.lines.lowerBound >= heads.last?.lines.upperBound ?? 0
      else { continue }
      heads.append(head)
    }
    return heads
  }
}
