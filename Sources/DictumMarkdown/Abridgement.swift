import DictumModel

/// The words of a document that libcmark need not see, because no markup can lie in them.
///
/// They are most of its bytes. libcmark, which only has to say which blocks and inlines there are, is
/// given one letter for each run of them, and the builders take the words from the source.
///
/// A document is looked at in stretches, from blank line to blank line or block of code. Those of prose
/// are left out whole, with the blank lines between them; in others without markup but at the heads of
/// their lines, the words of each line; in others what `InlineRuns` finds. Nothing is left out from the
/// first line on that may begin a block that goes on over blank lines and whose end is not certain.
struct Abridgement {
  /// The lines that libcmark is given; one for a passage of prose.
  private(set) var lines: [ByteSpan] = []

  /// How many of the document's lines it is given so far, or one for them.
  private var given = 0

  /// The passages of prose, in order.
  private(set) var prose: [Prose] = []

  /// Whether there is nothing but prose, and no more than one passage.
  private(set) var isProse = true

  /// The other stretches that hold words alone, each from the beginning of its first line to the end
  /// of its last, in order.
  private(set) var plain: [ByteSpan] = []

  /// Where something may have to be masked, in order; the last may begin in the one before it.
  private(set) var maskable: [ByteSpan] = []

  /// What is left out, in order, each on one line or a passage of prose.
  private(set) var omitted: [ByteSpan] = []

  /// The abridgement that leaves nothing out of the lines of `bytes` from number `first` on.
  init(nothingOf all: [ByteSpan], from first: Int, _ bytes: [UInt8]) {
    lines = Array(all[first...])
    isProse = false
    maskable = [ByteSpan(0, bytes.count)]
  }

  /// What can be left out of `all`, the lines of `bytes`, from number `first` on.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ all: [ByteSpan], from first: Int) {
    lines.reserveCapacity(all.count - first)
    omitted.reserveCapacity(all.count - first)
    let mayNameLinks = bytes.mayDefineLinks
    var stretch = Stretch(at: first, mayNameLinks)
    given = first
    var index = first
    while index < all.count {
      let line = all[index]
      index += 1
      guard let head = bytes.firstNonblank(of: line) else {
        close(stretch, all)
        stretch = Stretch(at: index, mayNameLinks)
        continue
      }
      let mark = bytes.markup(from: line.start, to: line.end)
      if mark == line.end {
        addPlain(line, all, bytes, to: &stretch)
        continue
      }
      let text = bytes.text(of: line, from: head)
      if bytes.mayBeginCode(text, line.end) {
        guard !stretch.isHTML, let fence = CodeFence(line, text, bytes),
          stretch.isEmpty || fence.indent(bytes) <= 3,
          let end = fence.end(in: all, from: index, bytes)
        else {
          if stretch.isProse { endProse(of: &stretch, all, bytes) }
          stretch.isWhole = true
          index -= 1
          break
        }
        let isInProse =
          stretch.isProse && fence.plainInfo(bytes) != nil && end > index
          && fence.isClosed(by: all[end - 1], bytes)
          && (end == all.count || bytes.firstNonblank(of: all[end]) == nil)
        close(stretch, all)
        if isInProse {
          addProse((index - 1)..<end, all)
        } else {
          give(all, upTo: end)
          maskable.append(line)
          isProse = false
        }
        index = end
        stretch = Stretch(at: index, mayNameLinks)
        continue
      }
      addMarked(line, text, mark, all, bytes, to: &stretch)
      if text < line.end, bytes[text] == 0x3C, bytes.mayGoOn(text, line.end) { break }
    }
    close(stretch, all)
    if index < all.count {
      maskable.append(ByteSpan(all[index].start, bytes.count))
      isProse = false
    }
    give(all, upTo: all.count)
  }

  /// Keeps what is masked: what would be left out within a mask is not.
  mutating func keep(_ masks: [SourceMask]) {
    guard !masks.isEmpty else { return }
    var next = 0
    omitted.removeAll { run in
      while next < masks.count, masks[next].span.end <= run.start { next += 1 }
      return next < masks.count && masks[next].span.start < run.end
    }
  }

  /// What libcmark is given of `bytes` from `start` on.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [UInt8] {
    let source = UnsafeRawBufferPointer(bytes)
    let size = omitted.reduce(bytes.count - start) { $0 - $1.count + 1 }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let text = UnsafeMutableRawBufferPointer(buffer)
      func add(_ range: Range<Int>) {
        UnsafeMutableRawBufferPointer(rebasing: text[count..<(count + range.count)])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
        count += range.count
      }
      var position = start
      for span in omitted {
        add(position..<span.start)
        text[count] = UInt8(ascii: "a")
        count += 1
        position = span.end
      }
      add(position..<bytes.count)
    }
  }

  /// Lines one after another that are not blank.
  private struct Stretch {
    var span = ByteSpan(0, 0)
    /// The numbers of its lines in the document.
    var lines: Range<Int>
    /// Whether it is prose so far, of which nothing is left out before its end.
    var isProse = true
    /// How much was left out before it.
    var omitted = 0
    /// Whether it holds words alone.
    var isPlain = true
    /// Whether a line in it may begin HTML.
    var isHTML = false
    /// Whether nothing more may be left out of it.
    var isWhole = false
    var runs: InlineRuns

    init(at line: Int, _ mayNameLinks: Bool) {
      lines = line..<line
      runs = InlineRuns(mayNameLinks: mayNameLinks)
    }

    var isEmpty: Bool { lines.isEmpty }

    mutating func add(_ line: ByteSpan) {
      span = ByteSpan(isEmpty ? line.start : span.start, line.end)
      lines = lines.lowerBound..<(lines.upperBound + 1)
    }
  }

  /// Adds a line without markup but at its head.
  private mutating func addPlain(
    _ line: ByteSpan, _ all: [ByteSpan], _ bytes: UnsafeBufferPointer<UInt8>,
    to stretch: inout Stretch
  ) {
    if stretch.isProse, !bytes[line.start].beginsProse, !stretch.isEmpty || !bytes.isRule(line) {
      endProse(of: &stretch, all, bytes)
    }
    if !stretch.isProse { omitWords(of: line, bytes, in: &stretch) }
    stretch.add(line)
  }

  /// Leaves out the words of each line of what has been prose so far.
  private mutating func endProse(
    of stretch: inout Stretch, _ all: [ByteSpan], _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    stretch.isProse = false
    stretch.omitted = omitted.count
    for index in stretch.lines { omitWords(of: all[index], bytes, in: &stretch) }
  }

  private mutating func omitWords(
    of line: ByteSpan, _ bytes: UnsafeBufferPointer<UInt8>, in stretch: inout Stretch
  ) {
    guard !stretch.isWhole, stretch.runs.isOutside, let start = bytes.firstLetter(of: line) else {
      stretch.isPlain = false
      return
    }
    let end = bytes.lastNonblank(from: start, to: line.end)
    if start < end { omitted.append(ByteSpan(start, end)) }
  }

  /// Adds a line with markup, the first of which is `mark`; its text begins at `text` behind the
  /// markers of containers.
  private mutating func addMarked(
    _ line: ByteSpan, _ text: Int, _ mark: Int, _ all: [ByteSpan],
    _ bytes: UnsafeBufferPointer<UInt8>, to stretch: inout Stretch
  ) {
    if stretch.isProse { endProse(of: &stretch, all, bytes) }
    stretch.add(line)
    stretch.isPlain = false
    if text < line.end, bytes[text] == 0x3C {
      stretch.isHTML = true
      stretch.isWhole = true
    }
    if !stretch.isWhole, !stretch.runs.add(line, mark, bytes, to: &omitted) {
      stretch.isWhole = true
    }
  }

  private mutating func close(_ stretch: Stretch, _ all: [ByteSpan]) {
    if stretch.isEmpty { return }
    if stretch.isProse { return addProse(stretch.lines, all) }
    isProse = false
    give(all, upTo: stretch.lines.upperBound)
    // Without labels nothing that comes later changes what stands before it.
    if stretch.isWhole, stretch.runs.mayNameLinks {
      omitted.removeLast(omitted.count - stretch.omitted)
    }
    if stretch.isPlain, !stretch.isWhole { plain.append(stretch.span) }
    if stretch.isWhole || stretch.runs.mayBeMasked { maskable.append(stretch.span) }
  }

  /// Leaves lines of prose out, or lets the passage before them reach to their end.
  private mutating func addProse(_ range: Range<Int>, _ all: [ByteSpan]) {
    if let last = prose.last, last.lines.upperBound == given {
      prose[prose.count - 1].lines = last.lines.lowerBound..<range.upperBound
      omitted[omitted.count - 1].end = all[range.upperBound - 1].end
    } else {
      give(all, upTo: range.lowerBound + 1)
      prose.append(Prose(line: lines.count - 1, lines: range))
      omitted.append(ByteSpan(all[range.lowerBound].start, all[range.upperBound - 1].end))
    }
    given = range.upperBound
  }

  private mutating func give(_ all: [ByteSpan], upTo end: Int) {
    lines += all[given..<end]
    given = end
  }
}

extension UInt8 {
  /// An ASCII letter, or part of a character beyond ASCII.
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) || self >= 0x80 }

  /// A blank, `>`, or part of the marker of a list's item.
  fileprivate var isContainerMark: Bool {
    switch self {
    case 0x09, 0x20, 0x29, 0x2A, 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x3E: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `]:` stands somewhere, without which no brackets name a link that is defined elsewhere.
  fileprivate var mayDefineLinks: Bool {
    var rest = self[...]
    while let end = UnsafeBufferPointer(rebasing: rest).place(of: 0x5D) {
      rest = rest[(rest.startIndex + end + 1)...]
      if rest.first == 0x3A { return true }
    }
    return false
  }

  /// Where the text of a line begins behind the markers of containers.
  fileprivate func text(of line: ByteSpan, from head: Int) -> Int {
    var start = head
    while start < line.end, self[start].isContainerMark { start += 1 }
    return start
  }

  /// Whether fenced code may begin at `start`.
  fileprivate func mayBeginCode(_ start: Int, _ end: Int) -> Bool {
    guard start + 2 < end, self[start] == 0x60 || self[start] == 0x7E else { return false }
    return self[start + 1] == self[start] && self[start + 2] == self[start]
  }

  /// Whether HTML that blank lines do not end may begin with the `<` at `start`, and not end on its
  /// line: of the first five kinds (CommonMark 4.6).
  fileprivate func mayGoOn(_ start: Int, _ end: Int) -> Bool {
    let tag = UnsafeBufferPointer(rebasing: self[(start + 1)..<end])
    switch tag.first {
    case 0x21 where tag.starts(with: "!--".utf8):
      return !(3..<Swift.max(tag.count - 2, 3)).contains { tag[$0...].starts(with: "-->".utf8) }
    case 0x21, 0x3F: return true
    default:
      return ["script", "pre", "style", "textarea"].contains { name in
        tag.count >= name.utf8.count
          && zip(tag, name.utf8).allSatisfy { $0 | 0x20 == $1 }
      }
    }
  }

  /// Where the first letter of a line stands; `nil` where what stands before it may be the
  /// indentation of code.
  func firstLetter(of line: ByteSpan) -> Int? {
    var start = line.start
    var blanks = 0
    while start < line.end, !self[start].isLetter {
      blanks = self[start] == 0x20 ? blanks + 1 : 0
      if blanks == 4 { return nil }
      start += 1
    }
    return start
  }

  /// The end of a line, from `start` on, without the spaces and tabs there.
  fileprivate func lastNonblank(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The first byte of a line that is neither space nor tab; `nil` for a blank line.
  fileprivate func firstNonblank(of line: ByteSpan) -> Int? {
    var start = line.start
    while start < line.end, self[start].isBlank { start += 1 }
    return start < line.end ? start : nil
  }
}
