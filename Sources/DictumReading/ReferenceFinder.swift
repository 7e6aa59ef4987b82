import DictumMarkdown
import DictumModel

/// Finds every pointer of a source: links, images, wiki-links, footnotes, bare URLs, citations and
/// mentions.
struct ReferenceFinder {
  private let bytes: [UInt8]
  private let lineTable: LineTable

  private(set) var references: [Reference] = []

  init(bytes: [UInt8], lineTable: LineTable) {
    self.bytes = bytes
    self.lineTable = lineTable
  }

  /// Adds the references of one leaf; the passages they belong to are set later.
  mutating func add(_ leaf: Leaf) {
    if leaf.kind == .block(.code) || leaf.kind == .block(.html) { return }
    let first = references.count
    var taken: [ByteSpan] = []
    for inline in leaf.inlines.marked {
      if let reference = reference(inline) { references.append(reference) }
      taken.append(inline.span)
    }
    let isPlain = leaf.inlines.isEmpty
    taken.sort { $0.start < $1.start }
    for line in leaf.lines {
      for piece in ReferenceFinder.pieces(of: line, without: taken) {
        add(in: piece, wiki: isPlain)
      }
    }
    references[first...].sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// The bare URLs, wiki-links, citations and mentions in lines of plain text, in their order.
  func references(in lines: [ByteSpan]) -> [Reference] {
    var finder = self
    finder.references = []
    for line in lines { finder.add(in: line, wiki: true) }
    return finder.references
  }

  /// Sets the passage of each reference: the one whose bytes hold it.
  ///
  /// Both lists are in the order of the file.
  mutating func assign(_ passages: [Passage]) {
    var next = 0
    for index in references.indices {
      let start = references[index].span.start
      while next < passages.count, passages[next].span.end <= start { next += 1 }
      if next < passages.count, passages[next].span.start <= start {
        references[index].passage = next
      }
    }
  }

  private func reference(_ inline: Inline) -> Reference? {
    switch inline.kind {
    case .link(let destination, _):
      return make(.link, destination, inline.span, text: inline.plainText)
    case .image(let destination, _):
      return make(.image, destination, inline.span, text: inline.plainText)
    case .autolink(let destination):
      return make(.link, destination, inline.span, text: destination)
    case .footnoteReference(let label):
      return make(.footnote, label, inline.span, text: label)
    case .wikiLink(let target, let fragment, let alias, let isEmbed):
      return make(
        isEmbed ? .embed : .wiki, target, inline.span, fragment: fragment, text: alias ?? target)
    default: return nil
    }
  }

  private func make(
    _ kind: Reference.Kind, _ target: String, _ span: ByteSpan, fragment: String? = nil,
    text: String
  ) -> Reference {
    var target = target
    var fragment = fragment
    if kind == .link, fragment == nil, let hash = target.firstIndex(of: "#"),
      !target.contains("://")
    {
      fragment = String(target[target.index(after: hash)...])
      target = String(target[..<hash])
    }
    return Reference(
      kind: kind, target: target, fragment: fragment, text: text, span: span,
      line: lineTable.line(at: span.start), column: lineTable.column(at: span.start))
  }

  /// What of a line is not inside one of `taken`, which are in order.
  private static func pieces(of line: ByteSpan, without taken: [ByteSpan]) -> [ByteSpan] {
    var pieces: [ByteSpan] = []
    var start = line.start
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].end <= line.start { low = middle + 1 } else { high = middle }
    }
    while low < taken.count, taken[low].start < line.end {
      if taken[low].start > start { pieces.append(ByteSpan(start, taken[low].start)) }
      start = max(start, taken[low].end)
      low += 1
    }
    if start < line.end { pieces.append(ByteSpan(start, line.end)) }
    return pieces
  }

  /// Adds the bare URLs, citations and mentions in a stretch of prose; wiki-links too in plain text,
  /// where no Markdown parser has found them.
  private mutating func add(in piece: ByteSpan, wiki: Bool) {
    var at = piece.start
    while at < piece.end {
      switch bytes[at] {
      case UInt8(ascii: "h"):
        if let end = URLScanner.end(in: bytes, ByteSpan(at, piece.end)) {
          let span = ByteSpan(at, end)
          let url = String(decoding: bytes[span.range], as: UTF8.self)
          references.append(make(.link, url, span, text: url))
          at = end
          continue
        }
      case UInt8(ascii: "["):
        if wiki, let end = ReferenceFinder.wikiEnd(bytes, ByteSpan(at, piece.end)) {
          let inner = String(decoding: bytes[(at + 2)..<(end - 2)], as: UTF8.self)
          let pointer = FieldValue.pointer(inner, line: 0)
          references.append(
            make(
              .wiki, pointer.target, ByteSpan(at, end), fragment: pointer.fragment, text: inner))
          at = end
          continue
        }
        if let (found, end) = CitationScanner.citations(in: bytes, ByteSpan(at, piece.end)) {
          for citation in found {
            references.append(
              make(
                .citation, citation.key, citation.span, fragment: citation.locator,
                text: citation.key))
          }
          at = end
          continue
        }
      case UInt8(ascii: "@"):
        let isWordBefore = at > piece.start && CitationScanner.isWordByte(bytes[at - 1])
        if !isWordBefore, let end = MentionScanner.end(in: bytes, ByteSpan(at, piece.end)) {
          let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
          references.append(make(.mention, name, ByteSpan(at, end), text: name))
          at = end
          continue
        }
      default: break
      }
      at += 1
    }
  }

  private static func wikiEnd(_ bytes: [UInt8], _ span: ByteSpan) -> Int? {
    guard span.count > 4, bytes[span.start + 1] == UInt8(ascii: "[") else { return nil }
    var at = span.start + 2
    while at + 1 < span.end {
      if bytes[at] == UInt8(ascii: "["), at > span.start + 1 { return nil }
      if bytes[at] == UInt8(ascii: "]"), bytes[at + 1] == UInt8(ascii: "]") {
        return at > span.start + 2 ? at + 2 : nil
      }
      at += 1
    }
    return nil
  }
}
