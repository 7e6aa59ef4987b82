import DictumMarkdown
import DictumModel

/// Finds every pointer of a source: links, images, wiki-links, footnotes, bare URLs, works by DOI or
/// arXiv identifier, citations and mentions.
///
/// What Markdown has found comes from the inline elements of a leaf; the rest is looked for in the
/// bytes between them, stopping only where a pointer can begin.
struct ReferenceFinder {
  let bytes: [UInt8]
  private let lineTable: LineTable

  /// Whether `[id text]` is a link here.
  let hasBracketLinks: Bool

  private(set) var references: [Reference] = []

  /// The bytes of the leaf that are already a pointer, or code.
  private var taken: [ByteSpan] = []

  /// Before this byte nothing is looked for any more.
  private var floor = 0

  init(bytes: [UInt8], lineTable: LineTable, hasBracketLinks: Bool = false) {
    self.bytes = bytes
    self.lineTable = lineTable
    self.hasBracketLinks = hasBracketLinks
  }

  /// Adds the references of the leaves; the passages they belong to are set later.
  mutating func add(_ leaves: [Leaf]) {
    var trigger = 0
    for index in leaves.indices {
      switch leaves[index].kind {
      case .block(.code), .block(.html), .rule: continue
      default: break
      }
      let span = leaves[index].span
      // Most leaves point nowhere: one search passes over many of them.
      if trigger < span.start {
        trigger = Trigger.next(in: bytes, from: span.start, to: bytes.count) ?? bytes.count
      }
      if trigger < span.end {
        add(leaves[index].inlines, leaves[index].lines, span, from: trigger)
      }
    }
  }

  /// Adds the references of a leaf, of which `trigger` is the first byte that may be of one.
  private mutating func add(
    _ inlines: InlineList, _ lines: LeafLines, _ span: ByteSpan, from trigger: Int
  ) {
    let first = references.count
    if !taken.isEmpty { taken.removeAll(keepingCapacity: true) }
    floor = span.start
    var position = inlines.startIndex
    while let next = inlines.nextMarked(from: position) {
      let inline = inlines[next]
      add(inline)
      taken.append(inline.span)
      position = next + 1
    }
    let ofProse = references.count
    addProse(lines, from: trigger, leafEnd: span.end, isPlain: inlines.isEmpty)
    // Each of the two is in order.
    if first < ofProse, ofProse < references.count {
      references[first...].sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }
  }

  /// The bare URLs, wiki-links, citations and mentions in lines of plain text, in their order.
  func references(in lines: [ByteSpan]) -> [Reference] {
    var finder = self
    finder.references = []
    finder.taken = []
    for line in lines {
      finder.floor = line.start
      finder.addProse(LeafLines([line]), from: line.start, leafEnd: line.end, isPlain: true)
    }
    return finder.references
  }

  /// Adds the references of the front matter, which belong to no passage.
  mutating func add(_ frontMatter: FrontMatter) {
    let links = FrontMatterLinks(
      bytes, from: frontMatter.textStart, to: frontMatter.bodyStart, values: frontMatter.values)
    for link in links.found {
      if link.kind == .wiki {
        let pointer = FieldValue.pointer(link.inner, line: 0)
        let bar = link.inner.split(separator: "|", maxSplits: 1).dropFirst().first
        addWiki(pointer.target, pointer.fragment, bar?.trimmingSpaces, false, link.span)
      } else {
        appendLink(link.inner, link.span, text: link.inner)
      }
    }
  }

  /// Sets the passage of each reference, the one whose bytes hold it, and of each footnote's
  /// reference the passage of the note; `label` gives a passage's footnote, if it is of one.
  ///
  /// References and passages are both in the order of the file.
  mutating func assign(_ passages: [Passage], footnote label: (Int) -> String?) {
    var notes: [String: Int] = [:]
    if references.indices.contains(where: { references[$0].kind == .footnote }) {
      for index in passages.indices {
        if let label = label(index)?.lowercased(), notes[label] == nil { notes[label] = index }
      }
    }
    var next = 0
    for index in references.indices {
      let start = references[index].span.start
      while next < passages.count, passages[next].span.end <= start { next += 1 }
      // A link over several rows of a table is of none of them.
      if next < passages.count, passages[next].span.contains(references[index].span) {
        references[index].passage = next
      }
      if references[index].kind == .footnote {
        references[index].footnote = notes[references[index].target.lowercased()]
      }
    }
  }

  /// Adds a reference that was found elsewhere than in a leaf.
  mutating func append(
    _ kind: Reference.Kind, _ target: String, _ span: ByteSpan, fragment: String? = nil,
    text: String
  ) {
    let line = lineTable.line(at: span.start, from: references.last?.line ?? 1)
    references.append(
      Reference(
        kind: kind, target: target, fragment: fragment, text: text, span: span, line: line,
        column: span.start - lineTable.span(ofLine: line).start + 1))
  }

  /// Adds a link to a web address, as the work it names if it names one, or to a note.
  mutating func appendLink(_ destination: String, _ span: ByteSpan, text: String) {
    if let work = Work(url: destination) {
      append(.work, work.target, span, fragment: work.version, text: text)
    } else if destination.utf8.holds("#"), !destination.utf8.holds("://"),
      let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
    {
      append(
        .link, String(destination[..<hash]), span,
        fragment: String(destination[destination.utf8.index(after: hash)...]), text: text)
    } else {
      append(.link, destination, span, text: text)
    }
  }

  /// Adds the reference that an inline element is, if it is one.
  private mutating func add(_ inline: Inline) {
    switch inline.form {
    case .link: appendLink(inline.destination, inline.span, text: inline.plainText)
    case .image: append(.image, inline.destination, inline.span, text: inline.plainText)
    case .autolink:
      let destination = inline.destination
      appendLink(destination, inline.span, text: destination)
    case .footnoteReference, .wikiLink:
      if case .footnoteReference(let label) = inline.kind {
        append(.footnote, label, inline.span, text: label)
      } else if case .wikiLink(let target, let fragment, let alias, let isEmbed) = inline.kind {
        addWiki(target, fragment, alias, isEmbed, inline.span)
      }
    // The words of a formula or of code are made into strings only when they are asked for.
    default: break
    }
  }

  /// Adds a wiki-link, unless its shape says that it is something else in double brackets.
  mutating func addWiki(
    _ target: String, _ fragment: String?, _ alias: String?, _ isEmbed: Bool, _ span: ByteSpan
  ) {
    if target.utf8.holds("://") {
      let url = fragment.map { "\(target)#\($0)" } ?? target
      if isEmbed {
        append(.image, url, span, text: alias ?? "")
      } else {
        appendLink(url, span, text: alias ?? url)
      }
    } else if WikiShape.isLink(target, in: bytes, span) {
      append(
        isEmbed ? .embed : .wiki, target, span, fragment: fragment.flatMap(WikiShape.fragment),
        text: alias ?? target)
    }
  }

  /// Adds the pointers in lines of prose from `start` on, between what Markdown has found.
  private mutating func addProse(
    _ lines: LeafLines, from start: Int, leafEnd: Int, isPlain: Bool
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    var line = 0
    var nextTaken = 0
    var takenEnd = first.start
    var at = max(first.start, start)
    while let place = Trigger.next(in: bytes, from: at, to: last.end) {
      while lines[line].end <= place { line += 1 }
      while nextTaken < taken.count, taken[nextTaken].start <= place {
        takenEnd = max(takenEnd, taken[nextTaken].end)
        nextTaken += 1
      }
      let start = max(lines[line].start, takenEnd)
      guard start <= place else {
        at = start
        continue
      }
      floor = max(floor, start)
      let end = nextTaken < taken.count ? taken[nextTaken].start : last.end
      let stretch = Stretch(
        bytes: bytes, floor: floor, at: place, end: min(lines[line].end, end), leafEnd: leafEnd)
      if let end = addPointer(in: stretch, isPlain: isPlain) {
        floor = max(floor, end)
        at = end
      } else {
        at = place + 1
      }
    }
  }
}
