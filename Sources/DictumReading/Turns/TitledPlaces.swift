import DictumModel

extension LabelPlaces {
  /// The places of the labels in `leaves` and those of names with a title, where there are any that are
  /// nobody's sentence; `nil` where there are none.
  ///
  /// A name in capitals with a title in capitals is one. Another must come again: without its title,
  /// or with the same one; or it stands with its affiliation alone on a line.
  init?(withTitled plain: LabelPlaces, _ bytes: [UInt8], _ leaves: [Leaf]) {
    let found = plain.titled
    guard !found.isEmpty else { return nil }
    var heads: [String: Int] = [:]
    for place in plain.all {
      guard let shape = place.shape, shape.hasColon else { continue }
      heads[LabelPlaces.key(shape.words, bytes), default: 0] += 1
    }
    var again: [String: Int] = [:]
    for (label, _) in found {
      again[
        LabelPlaces.key(ByteSpan(label.shape.words.start, label.title.end), bytes), default: 0] += 1
    }
    var taken: [LabelPlaces.Place] = []
    for (label, place) in found {
      // `Ada, Bram: Yes.` is said by both.
      guard heads[LabelPlaces.key(label.title, bytes)] == nil else { continue }
      let whole = ByteSpan(label.shape.words.start, label.title.end)
      let name = LabelPlaces.key(label.shape.words, bytes)
      let isFull = name.utf8.contains(0x20)
      guard !LabelPlaces.sentenceHeads.contains(String(name.prefix { $0 != " " })) else { continue }
      let comesAgain =
        again[LabelPlaces.key(whole, bytes), default: 0] > 1
        && (isFull || label.isAffiliation(bytes)
          || LabelBearer(words: String(decoding: bytes[label.title.range], as: UTF8.self)) != nil)
      let isAlone =
        label.shape.contentStart >= leaves[place.leaf].lines[place.line].end && isFull
        && label.isAffiliation(bytes)
      if label.isInCapitals(bytes) || comesAgain || isAlone || heads[name, default: 0] > 0 {
        taken.append(place)
      }
    }
    guard !taken.isEmpty else { return nil }
    // The first label of a line is the one that is read, and `SEN.` alone would be one as well.
    let places = (taken + plain.all).sorted { ($0.leaf, $0.line) < ($1.leaf, $1.line) }
    self.init(lineCount: plain.lineCount)
    for place in places {
      if place.shape == nil { addHeading(place) } else { add(place) }
    }
  }

  /// Words that begin a sentence and no name: `In Ashford, Maine: …`.
  private static let sentenceHeads: Set<String> = [
    "after", "as", "at", "before", "by", "during", "for", "from", "if", "in", "on", "since",
    "under",
    "when", "while", "with", "without",
  ]

  private static func key(_ words: ByteSpan, _ bytes: [UInt8]) -> String {
    SpeakerKey(String(decoding: bytes[words.range], as: UTF8.self)).text
  }
}
