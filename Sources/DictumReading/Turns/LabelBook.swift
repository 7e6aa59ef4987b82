import DictumModel

/// The labels of one document, the words of each read once, however often it comes.
struct LabelBook {
  private struct Entry: Hashable {
    var words: String
    var allowLowercase: Bool
  }

  private var known: [Entry: LabelWords?] = [:]
  private var headings: [String: SpeakerLabel?] = [:]

  /// The label of the shape named, `nil` when its words can be no label.
  mutating func label(_ shape: LabelShape, _ bytes: [UInt8]) -> SpeakerLabel? {
    let entry = Entry(words: shape.text(bytes), allowLowercase: shape.allowLowercase)
    if let words = known[entry] { return words.map { SpeakerLabel(shape, $0) } }
    let words = LabelWords(entry.words, allowLowercase: entry.allowLowercase)
    known.updateValue(words, forKey: entry)
    return words.map { SpeakerLabel(shape, $0) }
  }

  /// The label that a heading of these words is, if it can be one; `contentStart` is its end.
  mutating func heading(_ text: String, contentStart: Int) -> SpeakerLabel? {
    guard HeadingLabel.mayBe(text) else { return nil }
    if var label = headings[text] {
      label?.contentStart = contentStart
      return label
    }
    let label = HeadingLabel.label(text, contentStart: contentStart)
    headings.updateValue(label, forKey: text)
    return label
  }
}
