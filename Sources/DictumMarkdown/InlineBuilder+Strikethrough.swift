import DictumModel

extension InlineBuilder {
  /// Turns `~~…~~` and `~…~` in the text of a block into strikethroughs (GitHub Flavored Markdown
  /// 6.5); its inlines begin at number `first`, its text at `firstByte`.
  ///
  /// libcmark leaves the tildes in the text. The block's records are written anew, with the text
  /// records divided where tildes are taken out.
  mutating func strike(from first: Int, firstByte: Int) {
    let old = Array(buffers.inlines.slice(first..<buffers.inlines.count))
    var matching = TildeMatching()
    for (index, record) in old.enumerated() {
      matching.enter(index + first, record)
      guard record.form == .text else { continue }
      matching.add(
        TildeRun.runs(
          in: buffers.text.slice(record.text), firstByte: record.text.lowerBound,
          span: record.span, source.masked))
    }
    guard !matching.found.isEmpty else { return }
    let text = Array(buffers.text.slice(firstByte..<buffers.text.count))
    buffers.inlines.truncate(to: first)
    buffers.text.truncate(to: firstByte)
    var rewriting = Rewriting(runs: matching.found.sorted { $0.position < $1.position }[...])
    for (index, record) in old.enumerated() {
      close(&rewriting, before: index + first)
      copy(text, upTo: record.text.lowerBound - firstByte, &rewriting)
      let new = buffers.inlines.count
      if record.form == .text {
        divide(record, text, firstByte, &rewriting)
        continue
      }
      var moved = record
      moved.end = new + 1
      moved.text = buffers.text.count..<(buffers.text.count + record.text.count)
      buffers.inlines.append(moved)
      if record.end > index + first + 1 {
        rewriting.open.append((new, record.end))
      } else {
        copy(text, upTo: record.text.upperBound - firstByte, &rewriting)
      }
    }
    close(&rewriting, before: Int.max)
    copy(text, upTo: text.count, &rewriting)
  }

  /// How far the records of a block have been written anew.
  private struct Rewriting {
    /// The tildes that are still to come.
    var runs: ArraySlice<TildeRun>
    /// How much of the old text is used up.
    var used = 0
    /// The containers that are open: their new numbers, and their old ends.
    var open: [(record: Int, end: Int)] = []
    /// The strikethroughs that are open, by their numbers.
    var struck: [Int] = []
  }

  private mutating func copy(_ text: [UInt8], upTo end: Int, _ rewriting: inout Rewriting) {
    guard end > rewriting.used else { return }
    text[rewriting.used..<end].withUnsafeBufferPointer { buffers.text.append(contentsOf: $0) }
    rewriting.used = end
  }

  private mutating func close(_ rewriting: inout Rewriting, before index: Int) {
    while let last = rewriting.open.last, last.end <= index {
      rewriting.open.removeLast()
      end(last.record)
    }
  }

  /// Ends a container here, in records and text.
  private mutating func end(_ record: Int) {
    let (next, end) = (buffers.inlines.count, buffers.text.count)
    buffers.inlines.update(record) {
      $0.end = next
      $0.text = $0.text.lowerBound..<end
    }
  }

  /// Adds a text record without the tildes that strike through, in as many parts as are left.
  private mutating func divide(
    _ record: InlineRecord, _ text: [UInt8], _ firstByte: Int, _ rewriting: inout Rewriting
  ) {
    var start = record.span.start
    while let run = rewriting.runs.first, run.position < record.text.upperBound {
      rewriting.runs.removeFirst()
      addPart(text, upTo: run.position - firstByte, ByteSpan(start, run.offset), &rewriting)
      start = run.offset + run.count
      rewriting.used += run.count
      if run.isOpening {
        rewriting.struck.append(buffers.inlines.count)
        let here = buffers.text.count
        add(.strikethrough, ByteSpan(run.offset, start), text: here..<here)
      } else if let opening = rewriting.struck.popLast() {
        end(opening)
        buffers.inlines.update(opening) { $0.span = ByteSpan($0.span.start, start) }
      }
    }
    addPart(
      text, upTo: record.text.upperBound - firstByte, ByteSpan(start, record.span.end), &rewriting)
  }

  private mutating func addPart(
    _ text: [UInt8], upTo end: Int, _ span: ByteSpan, _ rewriting: inout Rewriting
  ) {
    guard !span.isEmpty else { return }
    let start = buffers.text.count
    copy(text, upTo: end, &rewriting)
    add(.text, span, text: start..<buffers.text.count)
  }
}
