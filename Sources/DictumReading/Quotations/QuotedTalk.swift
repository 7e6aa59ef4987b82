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
/// One quote must have at least three paragraphs with a label, of two people of whom one comes again,
/// and be talk.
struct QuotedTalk {
  let bytes: [UInt8]
  let leaves: [Leaf]
  let registry: SpeakerRegistry

  /// Whose words the paragraphs of such quotes are, by their leaves.
  func attributions() -> [Int: Attribution] {
    var found: [Int: Attribution] = [:]
    var index = 0
    while index < leaves.count {
      guard let quote = leaves[index].quote else {
        index += 1
        continue
      }
      var end = index
      while end < leaves.count, leaves[end].quote == quote { end += 1 }
      if end - index >= 3 { found.merge(attributions(in: index..<end)) { first, _ in first } }
      index = end
    }
    return found
  }

  private func attributions(in range: Range<Int>) -> [Int: Attribution] {
    guard let first = label(range.lowerBound) else { return [:] }
    let labels = [first] + range.dropFirst().map(label)
    var counts: [String: Int] = [:]
    for label in labels { if let label { counts[label.key, default: 0] += 1 } }
    let labelled = counts.values.reduce(0, +)
    guard labelled >= 3, counts.count >= 2, counts.values.contains(where: { $0 > 1 }),
      labelled * 2 >= range.count
    else { return [:] }
    let talk = range.count { TalkWords.hold(in: bytes[leaves[$0].span.range], orFirst: true) }
    guard talk * 2 >= range.count else { return [:] }
    var attributions: [Int: Attribution] = [:]
    var speaker = Attribution.unknown
    for (leaf, label) in zip(range, labels) {
      if let label { speaker = attribution(label) }
      attributions[leaf] = speaker
    }
    return attributions
  }

  /// The label at the head of a leaf.
  private func label(_ leaf: Int) -> SpeakerLabel? {
    leaves[leaf].lines.first.flatMap { SpeakerLabel(bytes, line: $0) }
  }

  private func attribution(_ label: SpeakerLabel) -> Attribution {
    if let known = registry.attribution(for: label.name) { return known }
    return label.bearer == .person && !RecordedVoice.isLabel(label.name)
      ? Attribution(name: label.name, method: .label, confidence: 0.9) : .unknown
  }
}
