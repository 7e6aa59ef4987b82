import DictumModel

/// Says of each passage whose words it holds, where that is not the speaker's: notes of editors,
/// contributions pasted in, quotations that name their author, turns of machines.
struct VoiceMarker {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// The leaves of the source, and for each passage the one it comes from; empty for a record.
  private let leaves: [Leaf]
  private let leafOf: [Int]

  private(set) var passages: [Passage]

  /// The first passage that has not been looked at.
  private var index = 0

  /// Takes the passages out of `reading`, so that they are changed where they lie.
  init(
    taking reading: inout SourceReading, _ bytes: UnsafeBufferPointer<UInt8>, _ leaves: [Leaf],
    _ leafOf: [Int]
  ) {
    self.bytes = bytes
    self.leaves = leaves
    self.leafOf = leafOf
    passages = []
    swap(&passages, &reading.passages)
    markMachines(reading.utterances)
  }

  /// Marks the next passage, and with it those it speaks of; `nil` after the last.
  mutating func next() -> Range<Int>? {
    guard index < passages.count else { return nil }
    let first = index
    index = mark(first)
    return first..<index
  }

  /// Gives the passages back, with what `next` has said of them.
  mutating func giveBack(to reading: inout SourceReading) {
    swap(&passages, &reading.passages)
  }

  /// Whether a label may be a machine's.
  private static func mayHoldMachines(_ utterances: [Utterance]) -> Bool {
    // Turns of two labels often take turns.
    var (last, other) = ("", "")
    for index in utterances.indices {
      guard let label = utterances[index].label, label != last, label != other else { continue }
      if MachineLabel.mayBeMachine(label) { return true }
      (last, other) = (label, last)
    }
    return false
  }

  private mutating func markMachines(_ utterances: [Utterance]) {
    guard VoiceMarker.mayHoldMachines(utterances) else { return }
    var labels: Set<String> = []
    var last: String?
    for utterance in utterances {
      // Turns of one label often follow one another.
      guard let label = utterance.label, label != last else { continue }
      last = label
      labels.insert(label)
      if labels.count > 200 { return }
    }
    let machines = MachineLabel.machines(among: labels)
    guard !machines.isEmpty else { return }
    for index in passages.indices where passages[index].voice == .own {
      guard let utterance = passages[index].utterance.map({ utterances[$0] }),
        let label = utterance.label, machines.contains(label)
      else { continue }
      passages[index].voice = .machine
      passages[index].attribution = utterance.attribution
    }
  }

  /// Marks a passage and those it speaks of; returns the next one to look at.
  private mutating func mark(_ index: Int) -> Int {
    switch passages[index].kind {
    case .code, .html, .table: return index + 1
    default: break
    }
    let voice = passages[index].voice
    if voice == .own {
      let (mayBeNote, endsWithColon) = passages[index].text.utf8.withBytes { text in
        (NoteHead.mayBegin(text), text.last == UInt8(ascii: ":"))
      }
      if mayBeNote, NoteHead.begins(passages[index].text) {
        passages[index].voice = .note
      } else if endsWithColon, mayIntroduce(index),
        let introduction = Introduction(bytes, passages[index].span)
      {
        return give(introduction, after: index)
      }
    } else if voice == .quoted, let end = signed(index) {
      return end
    }
    return index + 1
  }

  /// Whether the next passage can be given to somebody: words quoted, or more of the same turn.
  private func mayIntroduce(_ index: Int) -> Bool {
    guard index + 1 < passages.count,
      passages[index + 1].utterance == passages[index].utterance
    else { return false }
    return passages[index + 1].voice == .quoted || passages[index].utterance != nil
  }

  /// Gives the words after an introduction to the one it names; returns the next passage to look at.
  private mutating func give(_ introduction: Introduction, after index: Int) -> Int {
    let first = index + 1
    let utterance = passages[index].utterance
    guard passages[first].utterance == utterance else { return first }
    let attribution = Attribution(
      name: introduction.name, method: .introduction,
      confidence: introduction.isContribution ? 0.7 : 0.8)
    var end = first
    if passages[first].voice == .quoted {
      end = endOfQuote(first)
      for place in first..<end { passages[place].attribution = attribution }
      return end
    }
    guard introduction.isContribution, utterance != nil else { return first }
    while end < passages.count, passages[end].utterance == utterance,
      passages[end].headings == passages[index].headings, passages[end].voice == .own
    {
      passages[end].voice = .pasted
      passages[end].attribution = attribution
      end += 1
    }
    return end
  }

  /// Gives a quotation to the one whose name stands on a line below it; the passage after it, `nil`
  /// when there is no such line.
  private mutating func signed(_ first: Int) -> Int? {
    guard first == 0 || quote(first) == nil || quote(first - 1) != quote(first),
      passages[first].attribution == nil
    else { return nil }
    let end = endOfQuote(first)
    var name = AttributionLine.name(inLastLineOf: passages[end - 1].text)
    if name == nil, end < passages.count, passages[end].voice == .own,
      passages[end].text.utf8.withBytes({ $0.firstIndex(of: 0x0A, from: 0) }) == nil
    {
      name = AttributionLine.name(inLastLineOf: passages[end].text)
    }
    guard let name else { return end }
    for place in first..<end {
      passages[place].attribution = Attribution(
        name: name, method: .introduction, confidence: 0.8)
    }
    return end
  }

  /// One past the last passage of the quotation that begins at `first`.
  private func endOfQuote(_ first: Int) -> Int {
    var end = first + 1
    while end < passages.count, passages[end].voice == .quoted, quote(end) == quote(first),
      quote(first) != nil
    {
      end += 1
    }
    return end
  }

  /// The block quote that a passage is part of, if it is of one.
  private func quote(_ passage: Int) -> Int? {
    leafOf.isEmpty ? nil : leaves[leafOf[passage]].quote
  }
}
