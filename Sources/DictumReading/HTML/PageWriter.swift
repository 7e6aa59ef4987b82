import DictumHTML
import DictumModel

/// Writes part of a page as the Markdown it could have been written in, and keeps for each byte
/// where it comes from.
///
/// So everything that is known of Markdown holds of pages: labels of speakers, quotations, tables,
/// claims, references. Only what changes the meaning is marked up; slanted words are words.
struct PageWriter {
  /// What one line of the text is inside of.
  private struct Container {
    /// Before its first line, and before the others.
    var first: String
    var other: String
    var isBegun = false
  }

  /// Deeper lists and quotations than this are written as those around them.
  private static let maximumContainers = 12

  /// The page as stored.
  let source: [UInt8]

  let page: HTMLDocument
  let facts: PageFacts

  /// The notes that links point down to, by the element that holds each.
  let notes: PageNotes

  /// The Markdown so far.
  private(set) var bytes: [UInt8] = []

  private(set) var map = SourceMap()

  /// The heading that stands for the beginning of each contribution, by its place in the text.
  private(set) var marks: [Int: TurnRecord] = [:]

  private var containers: [Container] = []

  /// How the block being written began: none is, words may follow on more lines, or on one only.
  enum BlockState { case none, paragraph, oneLine }
  private(set) var block = BlockState.none

  /// The white space read since the last word, if any.
  private var space: ByteSpan?

  /// Whether the file has a line break since the last one written.
  private var owesBreak = false
  private var forcesBreak = false

  /// Whether nothing was written on this line yet but the marks of containers, or digits alone.
  private var isAtLineStart = false
  private var digitsAtStart = 0

  /// Line breaks of code that are written when more code follows.
  var waitingLines = 0

  /// The level of the heading that is being written, inside which no block begins; 0 outside.
  var heading = 0

  /// A contribution that was begun and has no words yet.
  private var waitingTurn: (node: Int, record: TurnRecord)?

  /// The element whose words are a machine's, while they are being written.
  var machine: Int?

  /// How many lists each element has had so far.
  var lists: [Int: Int] = [:]

  /// The mark of the items of each list.
  var markers: [Int: String] = [:]

  /// Links, bold words and the like that are open, outermost first.
  private var inlines: [InlineMark] = []
  private var endedStrong = false

  /// How far the page is written; bytes of the file.
  private(set) var anchor = 0

  init(_ source: [UInt8], _ page: HTMLDocument, facts: PageFacts, notes: PageNotes) {
    self.source = source
    self.page = page
    self.facts = facts
    self.notes = notes
  }
}

/// A pair of marks around words: `**` and `**`, `[` and `](<…>)`.
struct InlineMark {
  var node: Int
  var opener: String
  var closer: String
  var isStrong = false
  var isOpen = false
}

// MARK: - Blocks

extension PageWriter {
  /// Writes text that no reader of the page sees: the front matter.
  mutating func preamble(_ text: String) {
    map.add(bytes.count, ByteSpan(0, 0), .glue)
    bytes += Array(text.utf8)
  }

  /// Remembers that a contribution begins at an element; it is marked when words follow.
  mutating func beginTurn(_ record: TurnRecord, at node: Int) {
    endBlock()
    waitingTurn = (node, record)
  }

  /// Ends the contribution that began at an element, if anything was said in it.
  mutating func endTurn() {
    endBlock()
    if waitingTurn == nil { mark(.end) } else { waitingTurn = nil }
  }

  private mutating func mark(_ record: TurnRecord) {
    if !bytes.isEmpty { glue("\n") }
    marks[bytes.count] = record
    // A contribution is never without bytes: it has at least the first one of its element.
    glue("### turn\n", at: ByteSpan(anchor, min(anchor + 1, source.count)))
  }

  /// Ends the paragraph, heading or row that is being written, if one is.
  mutating func endBlock() {
    for index in inlines.indices.reversed() where inlines[index].isOpen { close(index, at: anchor) }
    if block != .none { glue("\n") }
    block = .none
    space = nil
    forcesBreak = false
    endedStrong = false
  }

  /// Begins a block: a blank line, and the marks of what it is inside of.
  mutating func begin(_ state: BlockState, glue opening: String = "") {
    endBlock()
    if let (node, record) = waitingTurn {
      waitingTurn = nil
      advance(to: node)
      mark(record)
    }
    if !bytes.isEmpty { glue("\n") }
    writePrefix()
    if !opening.isEmpty { glue(opening) }
    block = state
    owesBreak = false
    isAtLineStart = true
    digitsAtStart = 0
  }

  /// Goes on to an element of the page, whose marks stand where it begins.
  mutating func advance(to node: Int) { anchor = max(anchor, page.nodes[node].span.start) }

  /// Whether what is written next stands in a block quote.
  var isQuoting: Bool { containers.contains { $0.first == "> " } }

  /// Enters a list item, a quotation or a note; too deep a one has no marks of its own.
  mutating func enterContainer(first: String, other: String) {
    endBlock()
    let isDeep = containers.count >= PageWriter.maximumContainers
    containers.append(Container(first: isDeep ? "" : first, other: isDeep ? "" : other))
  }

  mutating func leaveContainer() {
    endBlock()
    _ = containers.popLast()
  }

  private mutating func writePrefix() {
    var prefix = ""
    for index in containers.indices {
      prefix += containers[index].isBegun ? containers[index].other : containers[index].first
      containers[index].isBegun = true
    }
    if !prefix.isEmpty { glue(prefix) }
  }

  /// Begins another line of the same block.
  mutating func newLine() {
    glue("\n")
    writePrefix()
    isAtLineStart = true
    digitsAtStart = 0
    owesBreak = false
  }

  /// A thematic break.
  mutating func rule() {
    endBlock()
    guard waitingTurn == nil else { return }
    begin(.oneLine, glue: "***")
    endBlock()
  }

  /// A line break that the page asks for; two end the paragraph.
  mutating func lineBreak() {
    if forcesBreak { return endBlock() }
    if block != .none { forcesBreak = true }
  }
}

// MARK: - Words

extension PageWriter {
  /// Writes marks of Markdown, which stand for nothing in the file.
  mutating func glue(_ text: String, at source: ByteSpan? = nil) {
    map.add(bytes.count, source ?? ByteSpan(anchor, anchor), .glue)
    bytes += Array(text.utf8)
  }

  /// Writes `text` for the bytes `source` of the file, without escapes.
  mutating func replaced(_ text: String, _ source: ByteSpan) {
    beginWords(at: source.start, isWord: true)
    map.add(bytes.count, source, .replaced)
    bytes += Array(text.utf8)
    anchor = max(anchor, source.end)
    isAtLineStart = false
    owesBreak = owesBreak || self.source[source.range].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Writes the characters of a text node: white space folded, what Markdown would take for markup
  /// escaped.
  mutating func words(_ index: Int) {
    let node = page.nodes[index]
    let text = Array((node.text ?? "").utf8)
    let isVerbatim = node.isVerbatim
    var runStart: Int?
    func bytes(_ from: Int, _ to: Int) -> ByteSpan {
      isVerbatim ? ByteSpan(node.span.start + from, node.span.start + to) : node.span
    }
    func flush(_ writer: inout PageWriter, _ end: Int) {
      guard let start = runStart, end > start else { return }
      let span = bytes(start, end)
      writer.map.add(writer.bytes.count, span, isVerbatim ? .verbatim : .replaced)
      writer.bytes += text[start..<end]
      writer.anchor = max(writer.anchor, span.end)
      runStart = nil
    }
    for (at, byte) in text.enumerated() {
      if PageWriter.isSpace(byte) {
        flush(&self, at)
        addSpace(bytes(at, at + 1))
        continue
      }
      if runStart == nil {
        beginWords(at: bytes(at, at).start, isWord: PageWriter.isAlphanumeric(byte))
        runStart = at
      }
      if byte == UInt8(ascii: "|"), block == .oneLine {
        // In a row of a table only a reference is no border.
        flush(&self, at)
        map.add(self.bytes.count, bytes(at, at + 1), .replaced)
        self.bytes += Array("&#124;".utf8)
        continue
      }
      if needsEscape(text, at, index) {
        flush(&self, at)
        glue("\\", at: ByteSpan(bytes(at, at).start, bytes(at, at).start))
        runStart = at
      }
      if isAtLineStart, (0x30...0x39).contains(byte), digitsAtStart < 10 {
        digitsAtStart += 1
      } else {
        isAtLineStart = false
      }
    }
    flush(&self, text.count)
  }

  /// Writes characters as they are, after the line breaks since the last: a line of code.
  mutating func verbatim(_ text: ArraySlice<UInt8>, _ source: ByteSpan, _ kind: SourceMap.Kind) {
    while waitingLines > 0 {
      newLine()
      waitingLines -= 1
    }
    map.add(bytes.count, source, kind)
    bytes += text
    anchor = max(anchor, source.end)
  }

  /// Forgets white space at the end of a cell.
  mutating func dropSpace() {
    space = nil
  }

  /// Remembers white space, which is written when a word follows in the same block.
  mutating func addSpace(_ source: ByteSpan) {
    guard block != .none else { return }
    space = ByteSpan(space?.start ?? source.start, source.end)
  }

  /// Makes ready for a word: a paragraph, the white space before it, the marks that open here.
  private mutating func beginWords(at start: Int, isWord: Bool) {
    if block != .none, !owesBreak, anchor < start {
      owesBreak = source[anchor..<start].contains { $0 == 0x0A || $0 == 0x0D }
    }
    if block == .none {
      anchor = max(anchor, inlines.first.map { page.nodes[$0.node].span.start } ?? start)
      anchor = min(anchor, start)
      if heading > 0 {
        begin(.oneLine, glue: String(repeating: "#", count: heading) + " ")
      } else {
        begin(.paragraph)
      }
    } else if forcesBreak || space != nil {
      if let space { anchor = max(anchor, space.start) }
      if block == .paragraph, forcesBreak || owesBreak { newLine() } else { glue(" ") }
    } else if endedStrong, isWord, bytes.dropLast(2).last.map(PageWriter.isAlphanumeric) == false {
      // `**Ada:**yes` would not be bold, as a closing mark between a colon and a letter opens.
      glue(" ")
    }
    space = nil
    forcesBreak = false
    endedStrong = false
    for index in inlines.indices where !inlines[index].isOpen {
      // One that was closed for the end of a block opens again where the words do.
      let start = max(anchor, page.nodes[inlines[index].node].span.start)
      glue(inlines[index].opener, at: ByteSpan(start, start))
      inlines[index].isOpen = true
      isAtLineStart = false
    }
  }

  /// Opens a pair of marks before the next word.
  mutating func open(_ mark: InlineMark) { inlines.append(mark) }

  /// Whether a mark that opens now would stand at the head of a line that the page itself begins.
  var isAtHead: Bool { block == .none || forcesBreak }

  /// Closes the pair of marks of an element; nothing is left of one without words.
  mutating func closeMark(of node: Int) {
    guard let index = inlines.lastIndex(where: { $0.node == node }) else { return }
    if inlines[index].isOpen { close(index, at: page.nodes[node].span.end) }
    inlines.remove(at: index)
  }

  private mutating func close(_ index: Int, at end: Int) {
    glue(inlines[index].closer, at: ByteSpan(end, end))
    if block == .paragraph, inlines[index].isStrong { endedStrong = true }
    inlines[index].isOpen = false
  }

  /// Whether the words being written are those of a link, in which there is no other.
  var isInLink: Bool { inlines.contains { $0.opener == "[" } }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// Whether Markdown would take the byte at `at` of a text for more than itself.
  private func needsEscape(_ text: [UInt8], _ at: Int, _ index: Int) -> Bool {
    let next = at + 1 < text.count ? text[at + 1] : nil
    switch text[at] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
      UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      return true
    case UInt8(ascii: "_"):
      return !(bytes.last.map(PageWriter.isAlphanumeric) ?? false)
        || !(next.map(PageWriter.isAlphanumeric) ?? false)
    case UInt8(ascii: "|"): return isAtLineStart
    case UInt8(ascii: "]"): return isInLink
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "="), UInt8(ascii: ":"):
      return isAtLineStart
    case UInt8(ascii: "."), UInt8(ascii: ")"): return isAtLineStart && digitsAtStart > 0
    case UInt8(ascii: "&"):
      let following =
        next == nil
        ? Array((textAfter(index) ?? "").utf8.prefix(40)) : Array(text[(at + 1)...].prefix(40))
      let name = following.prefix(34).prefix { PageWriter.isAlphanumeric($0) || $0 == 0x23 }
      return !name.isEmpty && following.dropFirst(name.count).first == UInt8(ascii: ";")
    default: return false
    }
  }

  /// The text that follows without an element between.
  private func textAfter(_ index: Int) -> String? {
    page.nodes.indices.contains(index + 1) ? page.nodes[index + 1].text : nil
  }
}
