import DictumModel

/// A conversation quoted as a whole in a post: its turns are the words of those who are quoted.
///
///     I overheard this at the pond.
///
///     > **Ada:** Did you see the moss?
///     >
///     > **Bram:** I did.
///     >
///     > **Ada:** Then water it.
///
///     > Ada: Did you see the moss?
///     > Bram: I did.                     or a line a turn
///     > Ada: Then water it.
///
/// One quote must have at least three paragraphs or lines with a label, of two people of whom one comes
/// again and whose names are no words of the post's, and be talk.
struct QuotedTalk {
  /// Where the words of one who is quoted begin.
  struct Turn {
    /// The leaf, an index.
    var leaf: Int
    /// The line of the leaf, from 0.
    var line: Int
    /// Whose words they are.
    var attribution = Attribution.unknown
  }

  let bytes: [UInt8]
  let leaves: [Leaf]
  let registry: SpeakerRegistry

  /// Where the paragraphs and the turns of such quotes begin, in order.
  func turns() -> [Turn] {
    var found: [Turn] = []
    var index = 0
    while index < leaves.count {
      guard let quote = leaves[index].quote else {
        index += 1
        continue
      }
      var end = index
      while end < leaves.count, leaves[end].quote == quote { end += 1 }
      found += turns(in: index..<end)
      index = end
    }
    return found
  }

  private func turns(in range: Range<Int>) -> [Turn] {
    guard label(range.lowerBound, 0) != nil else { return [] }
    var turns: [Turn] = []
    var labels: [SpeakerLabel?] = []
    for leaf in range {
      for line in leaves[leaf].lines.indices {
        let label = label(leaf, line)
        guard line == 0 || label != nil else { continue }
        turns.append(Turn(leaf: leaf, line: line))
        labels.append(label)
      }
    }
    guard isConversation(turns, labels) else { return [] }
    var speaker = Attribution.unknown
    for (index, label) in labels.enumerated() {
      if let label { speaker = attribution(label) }
      turns[index].attribution = speaker
    }
    return turns
  }

  private func isConversation(_ turns: [Turn], _ labels: [SpeakerLabel?]) -> Bool {
    var counts: [String: Int] = [:]
    for label in labels {
      if let label, label.bearer != .part { counts[label.name, default: 0] += 1 }
    }
    let labelled = counts.values.reduce(0, +)
    guard labelled >= 3, counts.count >= 2, counts.values.contains(where: { $0 > 1 }),
      labelled * 2 >= turns.count
    else { return false }
    let talk = turns.indices.count { TalkWords.hold(in: bytes[words(turns, $0)], orFirst: true) }
    return talk * 2 >= turns.count && !bytes.writeSmall(Set(counts.keys))
  }

  /// The bytes from the turn at `index` to the next, or to the end of its paragraph.
  private func words(_ turns: [Turn], _ index: Int) -> Range<Int> {
    let (leaf, line) = (turns[index].leaf, turns[index].line)
    let lines = leaves[leaf].lines
    guard lines.indices.contains(line) else { return leaves[leaf].span.range }
    let isLast = index + 1 == turns.count || turns[index + 1].leaf != leaf
    return lines[line].start..<(isLast ? leaves[leaf].span.end : lines[turns[index + 1].line].start)
  }

  /// The label at the head of a line of a leaf.
  private func label(_ leaf: Int, _ line: Int) -> SpeakerLabel? {
    let lines = leaves[leaf].lines
    return lines.indices.contains(line) ? SpeakerLabel(bytes, line: lines[line]) : nil
  }

  private func attribution(_ label: SpeakerLabel) -> Attribution {
    if let known = registry.attribution(for: label.name) { return known }
    return label.bearer == .person && !RecordedVoice.isLabel(label.name)
      ? Attribution(name: label.name, method: .label, confidence: 0.9) : .unknown
  }
}

extension [QuotedTalk.Turn] {
  /// The segments, cut where a turn begins inside one.
  func cutting(_ segments: [Utterances.Segment]) -> [Utterances.Segment] {
    let inside = Dictionary(grouping: filter { $0.line > 0 }, by: \.leaf)
    return segments.flatMap { segment in
      var pieces: [Utterances.Segment] = []
      var rest = segment
      for turn in inside[segment.leaf] ?? []
      where rest.lines.contains(turn.line) && turn.line > rest.lines.lowerBound {
        var piece = rest
        piece.lines = rest.lines.lowerBound..<turn.line
        pieces.append(piece)
        rest.lines = turn.line..<rest.lines.upperBound
        rest.contentStart = nil
      }
      return pieces + [rest]
    }
  }

  /// Gives quoted passages, which are in order and each of the leaf that `leafOf` says, to those who
  /// are quoted.
  func attribute(_ passages: inout [Passage], leafOf: [Int], in leaves: [Leaf]) {
    var passed = 0
    for index in passages.indices where passages[index].voice == .quoted {
      let (leaf, start) = (leafOf[index], passages[index].span.start)
      while passed < count, self[passed].begins(at: leaf, start, in: leaves) { passed += 1 }
      if passed > 0, self[passed - 1].leaf == leaf {
        passages[index].attribution = self[passed - 1].attribution
      }
    }
  }
}

extension QuotedTalk.Turn {
  /// Whether it begins before a byte of a leaf, or there.
  fileprivate func begins(at leaf: Int, _ offset: Int, in leaves: [Leaf]) -> Bool {
    self.leaf < leaf
      || (self.leaf == leaf && (line == 0 || leaves[leaf].lines[line].start <= offset))
  }
}
