import DictumMarkdown
import DictumModel

/// The contributions of a page that was saved as Markdown, each under a `LinkedByline`.
///
///     [-]                                          the page's own
///
///     [Ada Okafor](/users/ada-okafor)
///
///     [2y](/posts/p1?commentId=c1)
///
///     12
///
///     I think that this is wrong.
///
///     [Reply](/posts/p1)
///
/// Two of them are proof, or one whose address says that it is a comment's; entries of an index, below
/// which nothing is said, are none. Names without times, as a dialogue has them, must come again.
enum LinkedBylines {
  /// The most leaves over which one byline goes.
  private static let reach = 4

  /// Where each begins, by those leaves that may begin a byline; what is the page's own around them is
  /// taken out of `leaves`.
  static func starts(
    at possible: [Int], in leaves: inout [Leaf]
  ) -> (starts: [TurnStart], kind: SourceKind)? {
    let all = bylines(at: possible, in: leaves)
    if all.isEmpty { return nil }
    for form in [LinkedByline.Form.linked, .stamped, .bare] {
      let found = all.filter { $0.byline.form == form }
      if !found.isEmpty, isProof(found, form, leaves) {
        let isDialogue = form == .bare
        return (starts(at: found, isDialogue, in: &leaves), isDialogue ? .dialogue : .comments)
      }
    }
    return nil
  }

  private static func starts(
    at found: [(range: Range<Int>, byline: LinkedByline)], _ isDialogue: Bool,
    in leaves: inout [Leaf]
  ) -> [TurnStart] {
    var kept: [Leaf] = []
    var starts: [TurnStart] = []
    var next = 0
    for (range, byline) in found {
      append(leaves[next..<range.lowerBound], to: &kept, isDialogue, isFirst: starts.isEmpty)
      var record = TurnRecord(byline.name)
      record.date = byline.date
      record.identifier = byline.identifier
      let head = leaves[range.lowerBound]
      if head.itemDepth > 0 { record.depth = head.itemDepth - 1 }
      starts.append(TurnStart(leaf: kept.count, line: 0, label: nil, record: record))
      kept.append(head)
      next = range.upperBound
    }
    append(leaves[next...], to: &kept, isDialogue, isFirst: false)
    leaves = kept
    return starts
  }

  /// Whether most bylines have words below them, and what they lead to differs, or those whom they name
  /// come again.
  private static func isProof(
    _ found: [(range: Range<Int>, byline: LinkedByline)], _ form: LinkedByline.Form,
    _ leaves: [Leaf]
  ) -> Bool {
    let said = found.indices.filter { index in
      let end = index + 1 < found.count ? found[index + 1].range.lowerBound : leaves.count
      return leaves[found[index].range.upperBound..<end].contains {
        form == .bare || !LinkedByline.isFurniture($0)
      }
    }
    guard said.count * 2 > found.count else { return false }
    switch form {
    case .linked:
      let links = Set(said.compactMap { found[$0].byline.permalink })
      return links.count > 1 || said.contains { found[$0].byline.isComment }
    case .stamped: return said.count > 1
    case .bare:
      var counts: [String: Int] = [:]
      for index in said { counts[found[index].byline.name, default: 0] += 1 }
      let again = counts.values.filter { $0 > 1 }
      return again.count > 1 && again.reduce(0, +) * 10 >= said.count * 6
    }
  }

  private static func bylines(
    at possible: [Int], in leaves: [Leaf]
  ) -> [(range: Range<Int>, byline: LinkedByline)] {
    var found: [(Range<Int>, LinkedByline)] = []
    var next = 0
    for index in possible where index >= next {
      guard let byline = byline(at: index, in: leaves) else { continue }
      found.append(byline)
      next = byline.range.upperBound
    }
    return found
  }

  /// The byline that begins at a leaf, and the leaves that it takes.
  private static func byline(
    at start: Int, in leaves: [Leaf]
  ) -> (range: Range<Int>, byline: LinkedByline)? {
    guard let byline = LinkedByline(head: leaves[start]) else { return nil }
    if byline.form == .linked { return (start..<start + 1, byline) }
    var below = byline
    for end in (start + 1)..<max(start + 1, min(start + reach, leaves.count)) {
      guard below.take(leaves[end]) else { break }
      if below.form == .linked { return (start..<end + 1, below) }
    }
    return (start..<start + 1, byline)
  }

  /// Whether a leaf begins with a link or a picture, and is nothing more, has a number, or a link whose
  /// words are a time comes behind it or soon below; nearly none does, and of the others no more is
  /// read.
  static func mayBegin(_ leaves: [Leaf], _ start: Int) -> Bool {
    // Most begin with words.
    guard !leaves[start].isQuoted, leaves[start].text.utf8.count <= 160,
      let byte = leaves[start].text.utf8.first,
      leaves[start].inlines.firstForm != .text || !ByteKind.isLetter(byte)
    else { return false }
    let inlines = leaves[start].inlines
    guard let first = inlines.nextMarked(from: inlines.startIndex),
      inlines[first].form == .link || inlines[first].form == .image,
      inlines[first].span.start - leaves[start].span.start <= 8
    else { return false }
    var marked = inlines.nextMarked(from: inlines.index(after: first))
    while let place = marked {
      if inlines[place].form == .link, isStamp(inlines[place].plainText) { return true }
      marked = inlines.nextMarked(from: inlines.index(after: place))
    }
    for index in (start + 1)..<min(start + reach, leaves.count) {
      if leaves[index].inlines.onlyForm == .link, isStamp(leaves[index].text) { return true }
      if leaves[index].text.utf8.count > 20 { break }
    }
    guard leaves[start].topItem == nil else { return false }
    let rest = leaves[start].text.utf8.count - inlines[first].plainText.utf8.count
    return rest <= 2 || (rest <= 40 && leaves[start].text.utf8.contains(where: ByteKind.isDigit))
  }

  private static func isStamp(_ words: String) -> Bool {
    words.utf8.count <= 40 && CopiedStamp(words)?.hasDay == true
  }

  /// Adds leaves without what the page puts at either end of a contribution.
  private static func append(
    _ leaves: ArraySlice<Leaf>, to kept: inout [Leaf], _ isDialogue: Bool, isFirst: Bool
  ) {
    var rest = leaves
    // Somebody in a dialogue may say "More", and no page says it for him.
    guard !isDialogue else { return kept += rest }
    while !isFirst, let first = rest.first, LinkedByline.isFurniture(first) { rest.removeFirst() }
    while let last = rest.last, LinkedByline.isFurniture(last) { rest.removeLast() }
    kept += rest
  }
}
