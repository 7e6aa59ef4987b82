import DictumModel

/// A recording's words under their times, mostly without a word on who speaks: what is copied from a page
/// that plays a film.
///
///     0:00
///     welcome back everybody today we
///     0:04
///     talk about long tasks
///
///     [0:00] welcome back everybody today we      the same on one line, in brackets
///     [0:04] talk about long tasks
///
///     0:12                                        and a name, of which `CueNames` has the rule
///     Ada Okafor
///     talk about long tasks
///
/// A plan of a day looks so too, but does not begin at its beginning.
enum TimeLines {
  /// The record in a file, or `nil` when it is none: at least five times that grow from the first
  /// minute on, each with words, and nearly all of the file under them.
  static func record(_ input: RecordInput) -> Record? {
    var lines: [ByteSpan] = []
    var times: [(line: Int, stamp: TimeStamp, words: ByteSpan)] = []
    var cursor = LineCursor(input.bytes, from: input.start)
    while let line = cursor.next() {
      if let (stamp, words) = head(input.bytes, line) { times.append((lines.count, stamp, words)) }
      lines.append(line)
      if lines.count == 40, times.count < 3 { return nil }
    }
    guard times.count >= 5, let first = times.first, first.stamp.clock < 60, first.line <= 10,
      zip(times, times.dropFirst()).allSatisfy({ $0.stamp.clock <= $1.stamp.clock })
    else { return nil }
    let blocks = times.indices.map { index in
      let (line, _, words) = times[index]
      let end = index + 1 < times.count ? times[index + 1].line : lines.count
      return ((words.isEmpty ? [] : [words]) + lines[(line + 1)..<end]).filter { !$0.isEmpty }
    }
    let names = CueNames.names(input.bytes, blocks)
    var messages: [Message] = []
    for (index, (line, stamp, words)) in times.enumerated() {
      let end = index + 1 < times.count ? times[index + 1].line : lines.count
      var under = (words.isEmpty ? [] : [words]) + lines[(line + 1)..<end]
      let name = names?[index]
      if name != nil, let first = blocks[index].first {
        under.removeAll { $0.start <= first.start }
      }
      let paragraphs = LineParagraphs.paragraphs(input.bytes, under).map { paragraph in
        Message.Paragraph(.cue, lines: paragraph.lines, text: paragraph.text)
      }
      // What goes on for longer than anybody says in a breath is an article with times in it.
      guard names != nil || (paragraphs.count == 1 && paragraphs[0].lines.count <= 4) else {
        return nil
      }
      let (attribution, label) = RecordedName.attribution(name ?? nil, input.registry)
      messages.append(
        Message(
          attribution, label: label, time: stamp.time,
          span: ByteSpan(lines[line].start, lines[end - 1].end), paragraphs: paragraphs))
    }
    let asides = LineParagraphs.asides(input.bytes, Array(lines[..<first.line]))
    return Record(.transcript, asides + messages, .sentences)
  }

  /// The time that a line begins with and the words after it; without brackets it stands alone.
  private static func head(
    _ bytes: [UInt8], _ line: ByteSpan
  ) -> (stamp: TimeStamp, words: ByteSpan)? {
    var scanner = ByteScanner(bytes, line)
    scanner.skipSpaces()
    let isBracketed = scanner.skip("[") || scanner.skip("(")
    guard let stamp = TimeStamp(&scanner), stamp.date == nil else { return nil }
    if isBracketed {
      guard scanner.skip("]") || scanner.skip(")") else { return nil }
    }
    scanner.skipSpaces()
    guard isBracketed || scanner.isAtEnd else { return nil }
    return (stamp, ByteSpan(scanner.position, line.end))
  }
}
