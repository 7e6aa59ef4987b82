import DictumModel

/// The contributions of a forum's page, each with what the page says of it.
struct ForumThread {
  /// Where each begins, or ends before another begins, in order.
  var starts: [TurnStart] = []

  /// What they make of the source.
  var kind: SourceKind?

  /// What the page says of the post above them.
  var post = ForumPost()

  init() {}

  /// The contributions that begin at the headings `marks`, by their places in the text.
  init(marks: [Int: TurnRecord], kind: SourceKind?, in leaves: [Leaf]) {
    guard !marks.isEmpty else { return }
    self.kind = kind
    for (index, leaf) in leaves.enumerated() {
      if let record = marks[leaf.span.start] {
        starts.append(
          TurnStart(
            leaf: index, line: 0, label: nil, isBoundary: record.isEnd, record: record))
      }
    }
  }

  /// The contributions of a page in Markdown or plain text; what is the site's is taken out of
  /// `leaves`.
  static func found(in leaves: inout [Leaf], _ bytes: [UInt8]) -> ForumThread {
    var thread = ForumThread()
    thread.starts = QuoteFence.starts(in: &leaves, bytes)
    if !thread.starts.isEmpty {
      thread.kind = .dialogue
      return thread
    }
    thread.post = ForumPost.taken(from: &leaves)
    let signs = ForumSigns(leaves)
    if signs.hasComments { thread.starts = MarkdownComments.starts(in: &leaves) }
    if thread.starts.isEmpty, let linked = LinkedBylines.starts(at: signs.bylines, in: &leaves) {
      thread.starts = linked.starts
      thread.kind = linked.kind
      return thread
    }
    if thread.starts.isEmpty { thread.starts = HeaderLines.starts(at: signs.headers, in: leaves) }
    if !thread.starts.isEmpty {
      thread.kind = .comments
    } else if signs.boldCount >= NameLines.fewest {
      thread.starts = NameLines.starts(in: leaves)
      if !thread.starts.isEmpty { thread.kind = .dialogue }
    }
    return thread
  }

  /// The contributions with the names that `registry` has for those who speak.
  func named(by registry: SpeakerRegistry) -> [TurnStart] {
    starts.map { start in
      var start = start
      if let label = start.record?.label, let name = registry.name(for: label) {
        start.record?.attribution = Attribution(name: name, method: .registry, confidence: 1)
      }
      return start
    }
  }

  /// What answers what: by the parents that the page names, or else by how deep each lies.
  var replies: [Reply] {
    guard !starts.isEmpty else { return [] }
    let records = starts.compactMap(\.record).filter { !$0.isEnd }
    var byIdentifier: [String: Int] = [:]
    for (index, record) in records.enumerated() {
      if let id = record.identifier, byIdentifier[id] == nil { byIdentifier[id] = index }
    }
    var replies: [Reply] = []
    var above: [Int] = []
    for (index, record) in records.enumerated() {
      if let parent = record.parent {
        replies.append(
          Reply(
            from: index, to: byIdentifier[parent], toIdentifier: parent, method: .record,
            confidence: 1))
      } else if let depth = record.depth, depth > 0, above.count >= depth {
        replies.append(
          Reply(from: index, to: above[depth - 1], method: .nesting, confidence: 0.9))
      }
      // The form leaves out the depth of a comment on the post itself.
      let depth = record.depth ?? 0
      guard depth <= above.count else { continue }
      above.removeSubrange(depth...)
      above.append(index)
    }
    return replies
  }

  /// An event for each contribution that its author took back, at its first passage.
  func retractions(_ utterances: [Utterance], _ passages: [Passage]) -> [RevisionEvent] {
    guard !starts.isEmpty else { return [] }
    let records = starts.compactMap(\.record).filter { !$0.isEnd }
    guard records.contains(where: \.isRetracted) else { return [] }
    var first: [Int: Int] = [:]
    for (index, passage) in passages.enumerated() {
      if let utterance = passage.utterance, first[utterance] == nil { first[utterance] = index }
    }
    return records.indices.compactMap { index in
      guard records[index].isRetracted, let passage = first[index],
        utterances.indices.contains(index)
      else { return nil }
      return RevisionEvent(
        kind: .retracted, text: "retracted", span: utterances[index].span,
        line: utterances[index].line, passage: passage)
    }
  }
}
