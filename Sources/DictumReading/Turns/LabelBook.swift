import DictumModel

/// The labels of one document, the words of each read once, however often it comes.
struct LabelBook {
  private struct Entry: Hashable {
    var words: String
    var allowLowercase: Bool
  }

  private var known: [Entry: Read?] = [:]
  private var headings: [String: SpeakerLabel?] = [:]
  private var numbers: [String: Int] = [:]

  /// What the words of an entry say, and the number of their key.
  private struct Read {
    var words: LabelWords
    var number: Int
  }

  /// The keys of the labels so far, by their numbers.
  private(set) var keys: [String] = []

  /// The label of the shape named, `nil` when its words can be no label.
  mutating func label(_ shape: LabelShape, _ bytes: [UInt8]) -> SpeakerLabel? {
    let entry = Entry(words: shape.text(bytes), allowLowercase: shape.allowLowercase)
    let read: Read?
    if let known = known[entry] {
      read = known
    } else {
      read = LabelWords(entry.words, allowLowercase: entry.allowLowercase).map {
        Read(words: $0, number: number($0.key))
      }
      known.updateValue(read, forKey: entry)
    }
    return read.map {
      var label = SpeakerLabel(shape, $0.words)
      label.number = $0.number
      return label
    }
  }

  /// The label that a heading of these words is, if it can be one; `contentStart` is its end.
  mutating func heading(_ text: String, contentStart: Int) -> SpeakerLabel? {
    guard HeadingLabel.mayBe(text) else { return nil }
    if var label = headings[text] {
      label?.contentStart = contentStart
      return label
    }
    var label = HeadingLabel.label(text, contentStart: contentStart)
    if let key = label?.key { label?.number = number(key) }
    headings.updateValue(label, forKey: text)
    return label
  }

  private mutating func number(_ key: String) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }
}
