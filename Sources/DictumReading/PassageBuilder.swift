import DictumModel

/// Makes passages of the segments of leaves: strips labels, fields and block ids, and keeps the
/// count of lines, so that a place in a passage's text is a line of the file.
struct PassageBuilder {
  private let bytes: [UInt8]
  private let leaves: [Leaf]
  private let lineTable: LineTable

  /// The passages so far; the last of them has no anchor yet but an author's.
  private(set) var passages: [Passage] = []

  /// For each passage, the leaf it comes from, an index.
  private(set) var leafOf: [Int] = []

  /// Whether any passage stands in a block quote.
  private(set) var holdsQuotes = false

  /// The callouts met, each with the passage that stands for it.
  private(set) var callouts: [(callout: Callout, passage: Int)] = []

  /// The lines of the leaf whose segments are being added, in bytes of its text; a leaf may hold very
  /// many turns.
  private var current: (leaf: Int, lines: [Range<Int>]) = (-1, [])

  /// Where turns begin, and the first of them that has not been passed.
  private var starts: [TurnStart] = []
  private var nextStart = 0

  /// The line of the passage added last, from 1.
  private var line = 1

  /// The lines, from 1, of paragraphs of fields alone.
  private var orphanedFields: [Int] = []

  /// Whether anything in the file looks like a field, a tag or an attribute; most files have none, and
  /// their passages need not be asked.
  private let mayDeclare: Bool

  /// The headings above the next leaf, outermost first, and the level of each.
  private var headings: [String] = []
  private var levels: [Int] = []
  private var nextLeaf = 0

  private var anchors: Anchors

  /// The hash of the words of the passage added last.
  private var hash: UInt64 = 0

  /// The line of each block id, and those that a passage has which are another's already.
  private var blockIDs: [String: Int] = [:]
  private var repeatedIDs: [(id: String, line: Int)] = []

  init(bytes: [UInt8], leaves: [Leaf], lineTable: LineTable, mayDeclare: Bool) {
    self.bytes = bytes
    self.leaves = leaves
    self.lineTable = lineTable
    self.mayDeclare = mayDeclare
    anchors = Anchors(count: leaves.count)
    passages.reserveCapacity(leaves.count)
    leafOf.reserveCapacity(leaves.count)
  }

  /// Adds the passages of `segments`, which are in the order of the leaves.
  ///
  /// The leaves in `starts` that are headings are labels of speakers: no passage stands under them.
  mutating func add(_ segments: [Utterances.Segment], starts: [TurnStart], title: String) {
    self.starts = starts
    let callouts = Callout.all(in: leaves, bytes: bytes)
    for segment in segments {
      passHeadings(before: segment.leaf, title: title)
      if let quote = leaves[segment.leaf].quote, let callout = callouts[quote] {
        add(callout, segment)
      } else if case .block(.table) = leaves[segment.leaf].kind {
        addRows(segment)
      } else {
        addWords(segment)
      }
    }
  }

  /// Hands the passages over, with what is wrong with the author's own anchors.
  mutating func finish(path: String, _ reading: inout SourceReading) {
    settleAnchor()
    for line in orphanedFields {
      reading.diagnostics.append(
        Diagnostic(
          .warning, at: Place(path, line: line), "a field stands alone, with no words to say it of",
          remedy: "put it at the end of the paragraph it belongs to"))
    }
    for (id, line) in repeatedIDs {
      reading.diagnostics.append(
        Diagnostic(
          .warning, at: Place(path, line: line),
          "the block id ^\(id) is already that of line \(blockIDs[id] ?? line)",
          remedy: "give one of them another id"))
    }
    swap(&reading.passages, &passages)
  }

  /// Gives the passage added last its anchor, when no block id can follow that names it.
  private mutating func settleAnchor() {
    guard let last = passages.indices.last else { return }
    if passages[last].hasBlockID {
      let (id, line) = (passages[last].anchor, passages[last].line)
      guard blockIDs[id] != nil else {
        blockIDs[id] = line
        return
      }
      repeatedIDs.append((id, line))
      passages[last].hasBlockID = false
    }
    passages[last].anchor =
      anchors.anchor(ofFirst: hash) ?? anchors.anchor(for: passages[last].text, hash)
  }

  private mutating func passHeadings(before leaf: Int, title: String) {
    while nextLeaf <= leaf {
      if case .heading(let level) = leaves[nextLeaf].kind {
        while nextStart < starts.count, starts[nextStart].leaf < nextLeaf { nextStart += 1 }
        var labels = nextStart..<nextStart
        while labels.upperBound < starts.count, starts[labels.upperBound].leaf == nextLeaf {
          labels = nextStart..<labels.upperBound + 1
        }
        if labels.isEmpty {
          while let last = levels.last, last >= level {
            levels.removeLast()
            headings.removeLast()
          }
          let text = leaves[nextLeaf].text.onOneLine
          // The title is shown for itself; as a heading it would only be said twice.
          if text != title {
            levels.append(level)
            headings.append(text)
          }
        } else if labels.contains(where: { starts[$0].isRecord }) {
          // A contribution of a record stands under no heading but its own.
          levels = []
          headings = []
        }
      }
      nextLeaf += 1
    }
  }

  private mutating func addWords(_ segment: Utterances.Segment) {
    guard case .block(let kind) = leaves[segment.leaf].kind else { return }
    let isCode = if case .code = kind { true } else { false }
    let span = leaves[segment.leaf].span
    let (words, blockID) = self.words(of: segment)
    var firstLine = segment.lines.lowerBound
    // Fences are no lines of the code, and what comes before another segment is not of this one.
    var start =
      segment.contentStart
      ?? (firstLine == 0 && !isCode ? span.start : leaves[segment.leaf].lines[firstLine].start)
    let breaks = words.utf8.withBytes { $0.firstIndex { $0 != 0x0A } }
    // Lines of markup alone, such as fields or footnote references, leave nothing but their breaks.
    guard let breaks else {
      if leaves[segment.leaf].text.utf8.holds("::") {
        orphanedFields.append(lineTable.line(at: start))
      }
      guard let blockID else { return }
      return setBlockID(blockID)
    }
    // A label alone on its line is no part of the words below it.
    let passed = min(breaks, segment.lines.count - 1)
    if passed > 0 {
      firstLine += passed
      start = leaves[segment.leaf].lines[firstLine].start
    }
    let isWhole = segment.lines.upperBound == leaves[segment.leaf].lines.count && !isCode
    let end = isWhole ? span.end : leaves[segment.leaf].lines[segment.lines.upperBound - 1].end
    append(
      segment, kind, ByteSpan(start, end), passed > 0 ? String(words.dropFirst(passed)) : words,
      blockID: blockID)
  }

  /// Adds a passage; what stands in a fence of a machine's output is the machine's.
  private mutating func append(
    _ segment: Utterances.Segment, _ kind: Passage.Kind, _ span: ByteSpan,
    _ text: consuming String, blockID: String? = nil
  ) {
    settleAnchor()
    hash = Anchors.hash(of: text)
    let machine = leaves[segment.leaf].machine
    let isQuoted = kind != .claim && leaves[segment.leaf].isQuoted
    if isQuoted { holdsQuotes = true }
    line = lineTable.line(at: span.start, from: line)
    passages.append(
      Passage(
        kind: kind, span: span, line: line, headings: headings, text: text, anchor: blockID ?? "",
        hasBlockID: blockID != nil, voice: machine != nil ? .machine : isQuoted ? .quoted : .own,
        attribution: machine, utterance: segment.utterance))
    leafOf.append(segment.leaf)
  }

  /// Adds a passage for each row of a table but the one of hyphens; cells are parted by ` | `.
  ///
  /// Of a row that is a turn, the cells before its words are the label.
  private mutating func addRows(_ segment: Utterances.Segment) {
    let lines = leaves[segment.leaf].lines
    readLines(of: segment.leaf)
    guard current.lines.count == lines.count else { return }
    for number in segment.lines where number != 1 {
      var row = current.lines[number]
      var span = lines[number]
      if let start = segment.contentStart, number == segment.lines.lowerBound {
        row = leaves[segment.leaf].text.utf8.withBytes { text in
          let end = SpeakerLabel.end(
            in: UnsafeBufferPointer(rebasing: text[..<row.upperBound]), from: row.lowerBound,
            after: bytes[span.start..<start])
          return end..<row.upperBound
        }
        span = ByteSpan(start, span.end)
      }
      let cells = PassageBuilder.cells(of: leaves[segment.leaf].text.utf8, row)
      guard !cells.isEmpty else { continue }
      append(segment, .table, span, String(decoding: cells, as: UTF8.self))
    }
  }

  /// The cells of a row that are not empty, with ` | ` between them.
  private static func cells(of text: String.UTF8View, _ row: Range<Int>) -> [UInt8] {
    var cells: [UInt8] = []
    text.withBytes { text in
      let bytes = UnsafeBufferPointer(rebasing: text[row])
      var start = 0
      while start <= bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "|") { end += 1 }
        let next = end + 1
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        if start < end {
          if !cells.isEmpty { cells += " | ".utf8 }
          cells += bytes[start..<end]
        }
        start = next
      }
    }
    return cells
  }

  /// Looks where the lines of a leaf's text are, unless that is known.
  private mutating func readLines(of leaf: Int) {
    guard current.leaf != leaf else { return }
    current.leaf = leaf
    current.lines.removeAll(keepingCapacity: true)
    leaves[leaf].text.utf8.withBytes { text in
      var start = 0
      while let feed = text.firstIndex(of: 0x0A, from: start) {
        current.lines.append(start..<feed)
        start = feed + 1
      }
      current.lines.append(start..<text.count)
    }
  }

  /// The words of a segment, without its label, its fields and its block id.
  private mutating func words(of segment: Utterances.Segment) -> (String, String?) {
    switch leaves[segment.leaf].kind {
    case .block(.code), .block(.html): return (leaves[segment.leaf].text, nil)
    default: break
    }
    guard
      segment.contentStart != nil || segment.lines.count < leaves[segment.leaf].lines.count
        || (mayDeclare && ClaimFinder.mayDeclare(leaves[segment.leaf].text.utf8))
    else { return BlockID.split(leaves[segment.leaf].text) }
    let (text, lines) = (leaves[segment.leaf].text, leaves[segment.leaf].lines)
    readLines(of: segment.leaf)
    // Text and source agree in their lines; if a reader broke that, whole words beat right lines.
    let own = current.lines.count == lines.count ? segment.lines : current.lines.indices
    var words = text.utf8.withBytes { text in
      var head: ArraySlice<UInt8> = []
      var start = current.lines[own.lowerBound].lowerBound
      if let contentStart = segment.contentStart {
        let first = current.lines[own.lowerBound]
        let source = lines[segment.lines.lowerBound]
        // Plain text is its own rendering; in Markdown the label's markup is gone from the words.
        if leaves[segment.leaf].inlines.isEmpty {
          head = bytes[contentStart..<max(contentStart, source.end)]
          start = first.upperBound
        } else {
          start = SpeakerLabel.end(
            in: UnsafeBufferPointer(rebasing: text[..<first.upperBound]), from: first.lowerBound,
            after: bytes[source.start..<contentStart])
        }
      }
      let rest = text[start..<current.lines[own.upperBound - 1].upperBound]
      if !head.isEmpty { return String(decoding: head + rest, as: UTF8.self) }
      // Unlike the words of a label, its source may end within a character.
      let isCut = rest.first.map { $0 & 0xC0 == 0x80 } ?? false
      return isCut
        ? String(decoding: rest, as: UTF8.self) : String(sure: UnsafeBufferPointer(rebasing: rest))
    }
    if mayDeclare, words.utf8.holds("::") || words.utf8.holds("#claim") {
      let lines = Array(words.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
      let kept = lines.map(PassageBuilder.withoutFields).joined(separator: [0x0A])
      words = String(decoding: Array(kept), as: UTF8.self)
    }
    var (cleaned, blockID) = BlockID.split(words)
    if mayDeclare, let span = PandocSpan.first(in: cleaned) {
      cleaned.replaceSubrange(span.range, with: span.text)
      blockID = blockID ?? span.id
    }
    return (cleaned, blockID)
  }

  /// A line without the inline fields in brackets and the `#claim` tag, which say something about
  /// the words and are none of them.
  private static func withoutFields(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(line)
    let hasTag = bytes.holds("#claim")
    guard hasTag || bytes.holds("::") else { return bytes }
    for field in Field.fields(in: bytes).reversed() where field.isBracketed {
      bytes.removeSubrange(field.span.range)
    }
    if hasTag {
      var text = String(decoding: bytes, as: UTF8.self)
      if let tag = ClaimTag.range(in: text) { text.removeSubrange(tag) }
      bytes = Array(text.utf8)
    }
    // What was taken out leaves two spaces between words, or one before a full stop.
    var kept: [UInt8] = []
    for byte in bytes {
      let isSpaced = kept.last == 0x20
      if isSpaced, byte == 0x20 { continue }
      if isSpaced, ".,;:!?".utf8.contains(byte) { kept.removeLast() }
      kept.append(byte)
    }
    return Array(String(decoding: kept, as: UTF8.self).trimmingSpaces.utf8)
  }

  private mutating func add(_ callout: Callout, _ segment: Utterances.Segment) {
    guard callout.leaves.first == segment.leaf else { return }
    let start = lineTable.span(ofLine: lineTable.line(at: callout.span.start)).start
    append(
      segment, .claim, ByteSpan(start, callout.span.end), callout.text, blockID: callout.blockID)
    callouts.append((callout, passages.count - 1))
  }

  /// A block id that stands alone names the passage before it.
  private mutating func setBlockID(_ id: String) {
    guard let last = passages.indices.last, !passages[last].hasBlockID else { return }
    passages[last].anchor = id
    passages[last].hasBlockID = true
  }
}
