import DictumModel

/// Every place of a document where a label could stand, outside lists, quotes and code, found
/// without reading a word.
struct LabelPlaces {
  /// A line, and a shape that a label on it would have; a line may have several, the likeliest first.
  struct Place {
    /// The leaf, an index.
    var leaf: Int
    /// The line of the leaf, from 0.
    var line: Int
    /// How many lines the label takes before the one on which its words may begin.
    var labelLines = 0
    /// The shape; `nil` for a heading.
    var shape: LabelShape?
  }

  private(set) var all: [Place] = []

  /// The places of names with a title, which are looked at beside the others.
  private(set) var titled: [(label: TitledLabel, place: Place)] = []

  /// The places of labels within items of an outline, looked at where those outside make no dialogue.
  var nested: [Place] = []

  /// How many places there are for each form, which is at least as many as labels.
  private(set) var counts = FormCounts()

  /// How many lines the document has, but for those between paragraphs.
  private(set) var lineCount = 0

  /// The places in `leaves`, which are of the file with these `bytes`.
  init(_ bytes: [UInt8], _ leaves: [Leaf]) {
    bytes.withUnsafeBufferPointer { buffer in
      for leaf in leaves.indices {
        if leaves[leaf].kind != .rule { lineCount += leaves[leaf].lines.count }
        guard leaves[leaf].topItem == nil, !leaves[leaf].isQuoted else { continue }
        switch leaves[leaf].kind {
        case .heading:
          guard HeadingLabel.mayBe(leaves[leaf].text) else { continue }
          addHeading(Place(leaf: leaf, line: 0))
        case .block(.paragraph):
          for line in leaves[leaf].lines.indices {
            let isLast = line + 1 == leaves[leaf].lines.count
            add(
              leaf, line, leaves[leaf].lines[line],
              next: isLast ? nil : leaves[leaf].lines[line + 1], bytes, buffer)
          }
        default: break
        }
      }
    }
  }

  /// Adds the shapes of one line, which lies at `span`; `next` is the line below it in the paragraph.
  private mutating func add(
    _ leaf: Int, _ line: Int, _ span: ByteSpan, next: ByteSpan?, _ bytes: [UInt8],
    _ buffer: UnsafeBufferPointer<UInt8>
  ) {
    guard LabelScan.mayBegin(buffer, span), let scan = LabelScan(bytes, span) else {
      addPrinted(leaf, line, span, next: next, bytes, buffer)
      return
    }
    if let shape = MarkedLabel.shape(scan) ?? PlainLabel.shape(scan) ?? TimedLabel.shape(scan) {
      add(Place(leaf: leaf, line: line, shape: shape))
    }
    addPrinted(leaf, line, span, next: next, bytes, buffer)
    if line == 0, let shape = LoneLabel.shape(scan, bytes, span) {
      add(Place(leaf: leaf, line: line, shape: shape))
    }
  }

  /// Adds the shapes of one line that need no scan: few lines are any of them.
  private mutating func addPrinted(
    _ leaf: Int, _ line: Int, _ span: ByteSpan, next: ByteSpan?, _ bytes: [UInt8],
    _ buffer: UnsafeBufferPointer<UInt8>
  ) {
    if line == 0 || isBelowCapitals(leaf), let shape = CapitalsLabel.shape(buffer, span) {
      add(Place(leaf: leaf, line: line, shape: shape))
    }
    if let next, TimedLabel.mayBe(buffer, span, timeOn: next),
      let split = TimedLabel.shape(bytes, span, timeOn: next)
    {
      add(Place(leaf: leaf, line: line, labelLines: 1, shape: split))
    }
    if let label = TitledLabel(buffer, span) {
      titled.append((label, Place(leaf: leaf, line: line, shape: label.shape)))
    }
  }

  /// Whether the last label found is one in capitals, in the same paragraph: plays are printed without
  /// blank lines between their speeches as well.
  private func isBelowCapitals(_ leaf: Int) -> Bool {
    guard counts[.capitals] > 0, let last = all.indices.last else { return false }
    return all[last].leaf == leaf && all[last].shape?.form == .capitals
  }

  /// No places yet, of a document with so many lines.
  init(lineCount: Int) { self.lineCount = lineCount }

  /// Adds the place of a heading and counts it.
  mutating func addHeading(_ place: Place) {
    counts[.heading] += 1
    append(place)
  }

  /// Adds a place and counts it.
  mutating func add(_ place: Place) {
    if let form = place.shape?.form { counts[form] += 1 }
    append(place)
  }

  private mutating func append(_ place: Place) {
    if all.isEmpty { all.reserveCapacity(16) }
    all.append(place)
  }
}

/// A number for each form of label.
struct FormCounts {
  /// A lane for each form; there are fewer than sixteen.
  private var counts = SIMD16<UInt32>()

  subscript(form: SpeakerLabel.Form) -> Int {
    get { Int(counts[form.rawValue]) }
    set { counts[form.rawValue] = UInt32(newValue) }
  }

  /// How many labels may begin the turns of a dialogue of `form`: in one of plain labels, a time may
  /// stand for the colon.
  func count(for form: SpeakerLabel.Form) -> Int {
    self[form] + (form == .plain ? self[.timed] : 0)
  }
}
