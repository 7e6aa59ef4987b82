import DictumModel

/// Makes passages of the segments of leaves: strips labels, fields and block ids, and keeps the
/// count of lines, so that a place in a passage's text is a line of the file.
struct PassageBuilder {
  private let bytes: [UInt8]
  private let leaves: [Leaf]
  private let lineTable: LineTable

  /// The passages so far; their anchors are set by `finish`.
  private(set) var passages: [Passage] = []

  /// For each passage, the leaf it comes from, an index.
  private(set) var leafOf: [Int] = []

  /// The callouts met, each with the passage that stands for it.
  private(set) var callouts: [(callout: Callout, passage: Int)] = []

  /// The lines of the leaf whose segments are being added; a leaf may hold very many turns.
  private var current: (leaf: Int, lines: [Substring]) = (-1, [])

  /// The leaves at which a turn begins.
  private var labels: Set<Int> = []

  /// Of those, the ones where a contribution of a record begins, under no heading but its own.
  private var records: Set<Int> = []

  /// The lines, from 1, of paragraphs of fields alone.
  private var orphanedFields: [Int] = []

  /// Whether anything in the file looks like a field, a tag or an attribute; most files have none, and
  /// their passages need not be asked.
  private let mayDeclare: Bool

  private var headings: [(level: Int, text: String)] = []
  private var headingPath: [String] = []
  private var nextLeaf = 0

  init(bytes: [UInt8], leaves: [Leaf], lineTable: LineTable) {
    self.bytes = bytes
    self.leaves = leaves
    self.lineTable = lineTable
    mayDeclare = ClaimFinder.mayDeclare(bytes)
    passages.reserveCapacity(leaves.count)
    leafOf.reserveCapacity(leaves.count)
  }

  /// Adds the passages of `segments`, which are in the order of the leaves.
  ///
  /// The leaves in `starts` that are headings are labels of speakers: no passage stands under them.
  mutating func add(_ segments: [Utterances.Segment], starts: [TurnStart], title: String) {
    labels = Set(starts.map(\.leaf))
    records = Set(starts.lazy.filter { $0.record != nil }.map(\.leaf))
    let callouts = Callout.all(in: leaves, bytes: bytes)
    for segment in segments {
      passHeadings(before: segment.leaf, title: title)
      let leaf = leaves[segment.leaf]
      if let quote = leaf.quote, let callout = callouts[quote] {
        add(callout, segment)
      } else if leaf.kind == .block(.table) {
        addRows(segment, leaf)
      } else {
        add(segment, leaf)
      }
    }
  }

  /// Gives every passage its anchor; returns what is wrong with the author's own.
  mutating func finish(path: String) -> [Diagnostic] {
    var anchors = Anchors(count: passages.count)
    var diagnostics = orphanedFields.map { line in
      Diagnostic(
        .warning, at: Place(path, line: line), "a field stands alone, with no words to say it of",
        remedy: "put it at the end of the paragraph it belongs to")
    }
    var seen: [String: Int] = [:]
    for index in passages.indices where passages[index].hasBlockID {
      let passage = passages[index]
      if let line = seen[passage.anchor] {
        passages[index].hasBlockID = false
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: passage.line),
            "the block id ^\(passage.anchor) is already that of line \(line)",
            remedy: "give one of them another id"))
      } else {
        seen[passage.anchor] = passage.line
      }
    }
    for index in passages.indices where !passages[index].hasBlockID {
      passages[index].anchor = anchors.anchor(for: passages[index].text)
    }
    return diagnostics
  }

  private mutating func passHeadings(before leaf: Int, title: String) {
    while nextLeaf <= leaf {
      if case .heading(let level) = leaves[nextLeaf].kind, !labels.contains(nextLeaf) {
        headings.removeAll { $0.level >= level }
        let text = leaves[nextLeaf].text.onOneLine
        // The title is shown for itself; as a heading it would only be said twice.
        if text != title { headings.append((level, text)) }
        headingPath = headings.map(\.text)
      } else if leaves[nextLeaf].isHeading, records.contains(nextLeaf) {
        headings = []
        headingPath = []
      }
      nextLeaf += 1
    }
  }

  private mutating func add(_ segment: Utterances.Segment, _ leaf: Leaf) {
    guard case .block(let kind) = leaf.kind else { return }
    var (text, blockID) = words(of: segment, leaf)
    var firstLine = segment.lines.lowerBound
    // Fences are no lines of the code, and what comes before another segment is not of this one.
    let isCode = leaf.kind == .block(.code)
    var start =
      segment.contentStart
      ?? (firstLine == 0 && !isCode ? leaf.span.start : leaf.lines[firstLine].start)
    // Lines of markup alone, such as fields or footnote references, leave nothing but their breaks.
    if text.utf8.allSatisfy({ $0 == 0x0A }) {
      if leaf.text.utf8.holds("::") { orphanedFields.append(lineTable.line(at: start)) }
      guard let blockID else { return }
      return setBlockID(blockID)
    }
    // A label alone on its line is no part of the words below it.
    while text.utf8.first == 0x0A, firstLine + 1 < segment.lines.upperBound {
      text.removeFirst()
      firstLine += 1
      start = leaf.lines[firstLine].start
    }
    let isWhole = segment.lines.upperBound == leaf.lines.count && !isCode
    let end = isWhole ? leaf.span.end : leaf.lines[segment.lines.upperBound - 1].end
    passages.append(
      Passage(
        kind: kind, span: ByteSpan(start, end), line: lineTable.line(at: start),
        headings: headingPath, text: text, anchor: blockID ?? "",
        hasBlockID: blockID != nil, voice: leaf.isQuoted ? .quoted : .own,
        utterance: segment.utterance))
    leafOf.append(segment.leaf)
  }

  /// Adds a passage for each row of a table but the one of hyphens; cells are parted by ` | `.
  private mutating func addRows(_ segment: Utterances.Segment, _ leaf: Leaf) {
    let texts = leaf.text.lines
    guard texts.count == leaf.lines.count else { return }
    for (number, text) in texts.enumerated() where number != 1 {
      let cells = PassageBuilder.cells(of: text)
      guard !cells.isEmpty else { continue }
      passages.append(
        Passage(
          kind: .table, span: leaf.lines[number],
          line: lineTable.line(at: leaf.lines[number].start), headings: headingPath,
          text: cells, voice: leaf.isQuoted ? .quoted : .own, utterance: segment.utterance))
      leafOf.append(segment.leaf)
    }
  }

  /// The cells of a row that are not empty, with ` | ` between them.
  private static func cells(of row: Substring) -> String {
    var row = row
    return row.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: 3 * bytes.count) { text in
        var length = 0
        for cell in bytes.split(separator: UInt8(ascii: "|")) {
          var (start, end) = (cell.startIndex, cell.endIndex)
          while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
          while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
          guard start < end else { continue }
          if length > 0 {
            for byte in " | ".utf8 {
              text[length] = byte
              length += 1
            }
          }
          for byte in bytes[start..<end] {
            text[length] = byte
            length += 1
          }
        }
        return length
      }
    }
  }

  /// The words of a segment, without its label, its fields and its block id.
  private mutating func words(of segment: Utterances.Segment, _ leaf: Leaf) -> (String, String?) {
    let isVerbatim = leaf.kind == .block(.code) || leaf.kind == .block(.html)
    if isVerbatim { return (leaf.text, nil) }
    guard
      segment.contentStart != nil || segment.lines.count < leaf.lines.count
        || (mayDeclare && ClaimFinder.mayDeclare(leaf.text.utf8))
    else { return BlockID.split(leaf.text) }
    if current.leaf != segment.leaf { current = (segment.leaf, leaf.text.lines) }
    var lines = current.lines
    // Text and source agree in their lines; if a reader broke that, whole words beat right lines.
    if lines.count == leaf.lines.count { lines = Array(lines[segment.lines]) }
    var cleaned = lines.map(String.init)
    if let start = segment.contentStart, let first = lines.first {
      // Plain text is its own rendering; in Markdown the label's markup is gone from the words.
      cleaned[0] =
        leaf.inlines.isEmpty
        ? String(
          decoding: bytes[start..<max(start, leaf.lines[segment.lines.lowerBound].end)],
          as: UTF8.self)
        : SpeakerLabel.words(
          of: first, after: bytes[leaf.lines[segment.lines.lowerBound].start..<start])
    }
    if mayDeclare { cleaned = cleaned.map(PassageBuilder.withoutFields) }
    var (text, blockID) = BlockID.split(cleaned.joined(separator: "\n"))
    if let span = PandocSpan.first(in: text) {
      text.replaceSubrange(span.range, with: span.text)
      blockID = blockID ?? span.id
    }
    return (text, blockID)
  }

  /// A line without the inline fields in brackets and the `#claim` tag, which say something about
  /// the words and are none of them.
  static func withoutFields(_ line: String) -> String {
    guard line.utf8.holds("::") || line.utf8.holds("#claim") else { return line }
    var bytes = Array(line.utf8)
    for field in Field.fields(in: bytes).reversed() where field.isBracketed {
      bytes.removeSubrange(field.span.range)
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if let tag = ClaimTag.range(in: text) { text.removeSubrange(tag) }
    while text.contains("  ") { text = text.replacing("  ", with: " ") }
    for mark in [".", ",", ";", ":", "!", "?"] { text = text.replacing(" " + mark, with: mark) }
    return text.trimmingSpaces
  }

  private mutating func add(_ callout: Callout, _ segment: Utterances.Segment) {
    if callout.leaves.first == segment.leaf {
      let start = lineTable.span(ofLine: lineTable.line(at: callout.span.start)).start
      passages.append(
        Passage(
          kind: .claim, span: ByteSpan(start, callout.span.end),
          line: lineTable.line(at: start), headings: headingPath, text: callout.text,
          anchor: callout.blockID ?? "", hasBlockID: callout.blockID != nil,
          utterance: segment.utterance))
      leafOf.append(segment.leaf)
      callouts.append((callout, passages.count - 1))
    }
  }

  /// A block id that stands alone names the passage before it.
  private mutating func setBlockID(_ id: String) {
    guard let last = passages.indices.last, !passages[last].hasBlockID else { return }
    passages[last].anchor = id
    passages[last].hasBlockID = true
  }
}
