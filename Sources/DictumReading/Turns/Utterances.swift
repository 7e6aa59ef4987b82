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

  /// Cuts `leaves` at `starts`, which are in order; `cast` are those whom their labels name.
  ///
  /// A turn goes on until the next begins or a heading comes that is no label: what stands under a
  /// heading of its own was not said by the last speaker. A heading within an item is the item's.
  init(
    leaves: [Leaf], starts: [TurnStart], lineTable: LineTable, cast: Cast?
  ) {
    segments.reserveCapacity(leaves.count)
    guard !starts.isEmpty else {
      for index in leaves.indices {
        close(index, 0..<leaves[index].lines.count, nil, nil, leaves[index].kind)
      }
      return
    }
    all.reserveCapacity(starts.count)
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
        let start = next
        let first = starts[start].line
        let lines = leaves[index].lines
        next += 1
        close(index, min(line, first)..<first, current, contentStart, leaves[index].kind)
        if let current, first > line { all[current].span.end = lines[first - 1].end }
        let holdsWords = starts[start].record?.holdsWords == true
        isRecord = starts[start].isRecord && !holdsWords
        line = isRecord ? lines.count : first + starts[start].labelLines
        if starts[start].isBoundary {
          current = nil
          contentStart = nil
          continue
        }
        contentStart = starts[start].label?.contentStart
        messageItem = contentStart == nil ? leaves[index].topItem : nil
        let at = first == 0 ? leaves[index].span.start : lines[first].start
        current = all.count
        all.append(utterance(starts, start, at, lineTable, cast))
        if isRecord || holdsWords {
          all[all.count - 1].date = starts[start].record?.date
          all[all.count - 1].identifier = starts[start].record?.identifier
        }
        if starts[start].label?.bearer == .machine { machines.insert(all.count - 1) }
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

  /// The utterance of the one of `starts` at `index`, which begins at `at`.
  private func utterance(
    _ starts: [TurnStart], _ index: Int, _ at: Int, _ lineTable: LineTable, _ cast: Cast?
  ) -> Utterance {
    let member =
      cast?.member(numbered: starts[index].label?.number) ?? Cast.Member(attribution: .unknown)
    let name = starts[index].label?.name
    var (attribution, label) = (member.attribution, name)
    if starts[index].isRecord, let record = starts[index].record {
      (attribution, label) = (record.attribution, record.label ?? name)
    }
    let last = all.count - 1
    let isSame =
      last >= 0 && all[last].alsoBy == member.alsoBy
      && all[last].isContinued(by: attribution, label: name)
    return Utterance(
      turn: (last < 0 ? 0 : all[last].turn) + (isSame ? 0 : 1), attribution: attribution,
      alsoBy: member.alsoBy, label: label, span: ByteSpan(at, at),
      line: lineTable.line(at: at, from: last < 0 ? 1 : all[last].line),
      time: starts[index].label?.time ?? starts[index].record?.time)
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
