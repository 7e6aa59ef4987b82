import DictumModel

/// The utterances of a source, and which lines of which leaf belong to which.
struct Utterances {
  /// Lines of one leaf that belong to one utterance, or to none.
  struct Segment {
    /// The leaf, an index.
    var leaf: Int
    /// Lines of the leaf, from 0, half-open.
    var lines: Range<Int>
    /// The utterance, an index into `all`; `nil` for words outside any turn.
    var utterance: Int?
    /// Where the words begin when a label comes before them on the first line.
    var contentStart: Int?
  }

  private(set) var all: [Utterance] = []

  /// Those that a machine's label heads, indices into `all`.
  private(set) var machines: Set<Int> = []

  /// Every leaf but headings and rules, cut where a turn begins inside it.
  private(set) var segments: [Segment] = []

  /// Cuts `leaves` at `starts`, which are in order.
  ///
  /// A turn goes on until the next begins or a heading comes that is no label: what stands under a
  /// heading of its own was not said by the last speaker. A heading within an item is the item's.
  init(
    leaves: [Leaf], starts: [TurnStart], lineTable: LineTable, cast: Cast
  ) {
    segments.reserveCapacity(leaves.count)
    var next = 0
    var current: Int?
    var messageItem: Int?
    // A record says where a contribution ends; elsewhere a heading ends it.
    var isRecord = false
    for index in leaves.indices {
      var line = 0
      var contentStart: Int?
      let begins = next < starts.count && starts[next].leaf == index
      if let item = messageItem, leaves[index].topItem != item, !begins {
        current = nil
        messageItem = nil
      }
      while next < starts.count, starts[next].leaf == index {
        let start = starts[next]
        let lines = leaves[index].lines
        next += 1
        close(
          index, min(line, start.line)..<start.line, current, contentStart, leaves[index].kind)
        if let current, start.line > line { all[current].span.end = lines[start.line - 1].end }
        line = start.record == nil ? start.line + start.labelLines : lines.count
        if start.isBoundary {
          current = nil
          contentStart = nil
          continue
        }
        contentStart = start.label?.contentStart
        isRecord = start.record != nil
        messageItem = start.label == nil ? leaves[index].topItem : nil
        let at = start.line == 0 ? leaves[index].span.start : lines[start.line].start
        current = open(start, at, lineTable, cast)
      }
      let kind = leaves[index].kind
      close(index, line..<leaves[index].lines.count, current, contentStart, kind)
      if case .heading = kind, contentStart == nil, !isRecord, leaves[index].topItem == nil {
        current = nil
      }
      if let current { all[current].span.end = max(all[current].span.end, leaves[index].span.end) }
    }
    trimOverlaps()
  }

  /// Adds a segment of lines of a leaf, unless it holds no words.
  private mutating func close(
    _ leaf: Int, _ lines: Range<Int>, _ utterance: Int?, _ contentStart: Int?, _ kind: Leaf.Kind
  ) {
    guard case .block = kind, !lines.isEmpty else { return }
    segments.append(
      Segment(leaf: leaf, lines: lines, utterance: utterance, contentStart: contentStart))
  }

  private mutating func open(
    _ start: TurnStart, _ at: Int, _ lineTable: LineTable, _ cast: Cast
  ) -> Int {
    let member = cast.member(for: start.label)
    let attribution = start.record?.attribution ?? member.attribution
    let isSame =
      all.last.map {
        $0.alsoBy == member.alsoBy
          && $0.isContinued(by: attribution, label: start.label?.name)
      } ?? false
    let turn = (all.last?.turn ?? 0) + (isSame ? 0 : 1)
    all.append(
      Utterance(
        turn: turn, attribution: attribution, alsoBy: member.alsoBy,
        label: start.record?.label ?? start.label?.name, span: ByteSpan(at, at),
        line: lineTable.line(at: at, from: all.last?.line ?? 1), time: start.label?.time,
        date: start.record?.date, identifier: start.record?.identifier))
    if start.label?.bearer == .machine { machines.insert(all.count - 1) }
    return all.count - 1
  }

  /// An utterance that begins inside a leaf ends the one before it there.
  private mutating func trimOverlaps() {
    for index in all.indices.dropLast() where all[index].span.end > all[index + 1].span.start {
      all[index].span.end = max(all[index].span.start, all[index + 1].span.start)
    }
  }
}

extension Utterance {
  /// Whether the next utterance is of the same turn: by the same person, or by the same voice of a
  /// recording whose speaker is unknown.
  func isContinued(by next: Attribution, label: String?) -> Bool {
    if let name = attribution.name { return name == next.name }
    guard next.name == nil, let label else { return false }
    return label == self.label && RecordedVoice.isLabel(label)
  }
}
