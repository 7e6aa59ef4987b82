import DictumModel

/// The labels of one document, the words of each read once, however often it comes.
struct LabelBook {
  /// A label as it was first met; none where its words can be no label.
  private struct Entry {
    /// The words, where they first stand.
    var span: ByteSpan
    var form: SpeakerLabel.Form
    var label: SpeakerLabel?
  }

  private var entries: [Entry] = []

  /// The places in `entries` of labels, by the hashes of their words.
  private var known = HashCounts(count: 0)

  /// Headings and the labels that they are, and their places by the hashes of their words.
  private var headings: [(text: String, label: SpeakerLabel?)] = []
  private var knownHeadings = HashCounts(count: 0)

  private var numbers: [String: Int] = [:]

  /// The keys of the labels so far, by their numbers.
  private(set) var keys: [String] = []

  /// The label of the shape named, which stands in the file of all; `nil` when its words can be no
  /// label.
  mutating func label(_ shape: LabelShape, _ bytes: [UInt8]) -> SpeakerLabel? {
    let written = bytes[shape.words.range]
    let hash = written.withUnsafeBytes {
      XXHash64.hash($0, seed: UInt64(shape.form.rawValue)) >> 1
    }
    let place: Int
    if let met = known[hash], entries[met].form == shape.form,
      bytes.areSame(entries[met].span, shape.words)
    {
      place = met
    } else {
      place = entries.count
      entries.append(read(shape, bytes))
      known.update(hash, to: place)
    }
    guard var label = entries[place].label else { return nil }
    label.takeMarks(of: shape)
    return label
  }

  private mutating func read(_ shape: LabelShape, _ bytes: [UInt8]) -> Entry {
    var entry = Entry(span: shape.words, form: shape.form)
    if let words = LabelWords(shape.text(bytes), allowLowercase: shape.allowLowercase) {
      entry.label = SpeakerLabel(shape, words)
      entry.label?.number = number(words.key)
    }
    return entry
  }

  /// The label that a heading of these words is, if it can be one; `contentStart` is its end.
  mutating func heading(_ text: String, contentStart: Int) -> SpeakerLabel? {
    guard HeadingLabel.mayBe(text) else { return nil }
    let hash = text.utf8.withBytes { XXHash64.hash(UnsafeRawBufferPointer($0)) >> 1 }
    if let met = knownHeadings[hash], headings[met].text == text {
      headings[met].label?.contentStart = contentStart
      return headings[met].label
    }
    var label = HeadingLabel.label(text, contentStart: contentStart)
    if let key = label?.key { label?.number = number(key) }
    knownHeadings.update(hash, to: headings.count)
    headings.append((text, label))
    return label
  }

  private mutating func number(_ key: String) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }
}
