import DictumHTML
import DictumModel

/// Which parts of a page are words, and where its contributions begin.
struct PagePlan {
  /// The nodes inside which words are to be written: the article, and what each comment says.
  private(set) var shown: Set<Int> = []

  /// The nodes at which a contribution begins; inside them only what is shown is written.
  private(set) var turns: [Int: TurnRecord] = [:]

  /// The nodes that are passed over wherever they stand.
  private(set) var skipped: Set<Int> = []

  /// What the contributions make of the source.
  private(set) var kind: SourceKind?

  /// The plan for a page with the contributions of `thread`.
  init(_ page: HTMLDocument, _ thread: PageThread) {
    let comments = Set(thread.comments.map(\.node)).union(thread.withoutWords)
    if let root = PageContent.root(of: page, without: comments) { shown.insert(root) }
    for entry in thread.messages + thread.comments {
      shown.insert(entry.body)
      turns[entry.node] = entry.record
    }
    skipped = thread.headers.union(thread.withoutWords)
    if thread.messages.contains(where: { $0.record.time != nil }) {
      kind = .transcript
    } else if !thread.messages.isEmpty || thread.isChat {
      kind = .dialogue
    } else {
      kind = thread.comments.isEmpty ? nil : .comments
    }
  }
}
