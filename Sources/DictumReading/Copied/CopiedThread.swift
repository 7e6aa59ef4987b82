import DictumModel

/// Chats and comments copied off a page: somebody's name and a time, and the words below.
///
///     moss — 03/12/2025 6:02 PM
///     has anyone tried the new dye?
///     fennel — 03/12/2025 6:03 PM
///     yeah I did
///
/// `CopiedShape` has the forms of heads, of which a page has one, and `CopiedFurniture` what a page
/// puts between the people's words.
enum CopiedThread {
  /// How many lines people write at most, on average, below one head.
  private static let longestWords = 16

  /// How many of so many lines with words must be such that heads may lie at them.
  static func leastMarks(inLines lines: Int) -> Int { max(2, lines / longestWords) }

  /// The record in a file, or `nil` when none of the shapes has heads enough, near its beginning and
  /// through it.
  static func record(_ input: RecordInput) -> Record? {
    let page = CopiedPage(input)
    guard page.marks.count >= leastMarks(inLines: page.filled.count) else { return nil }
    var best: (kind: CopiedShape.Kind, heads: [CopiedHead], bodies: [CopiedBody])?
    for shape in CopiedShape.all {
      var heads = shape.heads(page)
      guard heads.count >= 2 else { continue }
      dropLone(&heads, page)
      guard heads.count > best?.heads.count ?? 1, isEarly(heads, page) else { continue }
      let isChat =
        shape.kind == .either
        && heads.allSatisfy { head in
          head.stamp?.time != nil && !head.isComment
        }
      let kind = shape.kind == .either ? isChat ? .chat : .comments : shape.kind
      let bodies = bodies(heads, page, kind)
      if CopiedProof(heads, bodies).holds { best = (kind, heads, bodies) }
    }
    return best.map { record(page, $0.kind, $0.heads, $0.bodies, input) }
  }

  /// Takes out names inside of paragraphs that come only once: the last word before a time is no name.
  private static func dropLone(_ heads: inout [CopiedHead], _ page: CopiedPage) {
    var counts: [String: Int] = [:]
    for head in heads { counts[head.name?.words ?? "", default: 0] += 1 }
    heads.removeAll { head in
      !head.isSure && head.lines.count > 1 && counts[head.name?.words ?? ""] == 1
        && !page.isAfterGap(head.lines.lowerBound)
    }
  }

  private static func isEarly(_ heads: [CopiedHead], _ page: CopiedPage) -> Bool {
    guard let first = heads.first else { return false }
    return first.lines.lowerBound <= max(30, page.filled.count * 3 / 10)
  }

  private static func bodies(
    _ heads: [CopiedHead], _ page: CopiedPage, _ kind: CopiedShape.Kind
  ) -> [CopiedBody] {
    let names = Set(heads.compactMap(\.name?.words))
    return heads.indices.map { index in
      let next = heads.indices.contains(index + 1) ? heads[index + 1].lines.lowerBound : nil
      return CopiedBody(
        page, heads[index].lines.upperBound..<(next ?? page.filled.count),
        first: heads[index].words, depth: heads[index].depth ?? 0, kind: kind, names: names)
    }
  }

  private static func record(
    _ page: CopiedPage, _ kind: CopiedShape.Kind, _ heads: [CopiedHead], _ bodies: [CopiedBody],
    _ input: RecordInput
  ) -> Record {
    let asides = asides(page, heads, input)
    var messages = asides
    let order = DateOrder(heads.compactMap { $0.stamp?.numbers })
    var day = (0..<(heads.first?.lines.lowerBound ?? 0)).lazy
      .compactMap { CopiedBody.day(page.text($0)) }.first
    var above: [Int] = []
    for (head, body) in zip(heads, bodies) {
      let stamp = head.stamp ?? body.stamp
      let line = page.all[page.filled[head.lines.lowerBound]]
      let (attribution, label) = RecordedName.attribution(head.name?.words, input.registry)
      var message = Message(
        attribution, label: label, time: head.time ?? stamp?.time,
        span: ByteSpan(
          line.start,
          body.paragraphs.last?.lines.last?.end
            ?? page.all[page.filled[head.lines.upperBound - 1]].end),
        paragraphs: body.paragraphs)
      message.date =
        stamp?.date ?? stamp?.numbers.flatMap { order?.date($0) }
        ?? (stamp?.hasDay == true ? nil : day.map { dated($0, stamp?.time) })
      message.addressee = body.addressee
      if let depth = head.depth {
        above.removeSubrange(min(depth, above.count)...)
        if let parent = above.last {
          message.answer = Message.Answer(to: parent, method: .nesting, confidence: 0.9)
        }
        above.append(messages.count)
      }
      day = body.day ?? day
      messages.append(message)
    }
    let sourceKind: SourceKind =
      switch kind {
      case .recording: .transcript
      case .comments: .comments
      case .chat, .either: .dialogue
      }
    var record = Record(sourceKind, messages, .none)
    record.title = title(asides)
    record.date = messages.lazy.compactMap(\.date).first
    return record
  }

  private static func dated(_ day: String, _ time: String?) -> String {
    guard let time, !time.hasSuffix("M") else { return day }
    return DateText.normalized("\(day)T\(time)") ?? day
  }

  /// What stands above the first head, without what is the page's.
  private static func asides(
    _ page: CopiedPage, _ heads: [CopiedHead], _ input: RecordInput
  ) -> [Message] {
    let end = heads.first.map { page.filled[$0.lines.lowerBound] } ?? 0
    var place = 0
    let lines = page.all[..<end].indices.map { index in
      while place < page.filled.count, page.filled[place] < index { place += 1 }
      let isFilled = place < page.filled.count && page.filled[place] == index
      let text = isFilled ? page.text(place) : ""
      let isPage = isFilled && (CopiedFurniture.isOne(text) || CopiedBody.day(text) != nil)
      return isPage ? ByteSpan(page.all[index].end, page.all[index].end) : page.all[index]
    }
    return LineParagraphs.asides(page.bytes, lines)
  }

  private static func title(_ asides: [Message]) -> String? {
    guard let first = asides.first?.paragraphs.first?.text.lines.first else { return nil }
    let words = first.drop { $0 == "#" }.trimmingSpaces
    return words.isEmpty || words.utf8.count > 120 ? nil : words
  }
}
