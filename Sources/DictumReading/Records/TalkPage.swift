import DictumModel

/// Pages of a wiki on which people talk: each signs below what he writes.
///
///     == The gauge ==
///     Does it drift? [[User:Ada|Ada]] ([[User talk:Ada|talk]]) 09:12, 12 March 2024 (UTC)
///     :I think so. --[[User:Bram|Bram]] ([[User talk:Bram|talk]]) 09:14, 12 March 2024 (UTC)
///
///     Does it drift? —Ada Okafor (talk) 09:12, 12 March 2024 (UTC)[reply]          as it is copied
///
/// A signature is a name, what stands in brackets behind it, and a time, a year and a zone at the end
/// of a line; in what language, it does not matter. Colons, stars and hashes before the words say how
/// deep they answer. Words that lie less deep than the signature below them, or deeper with nothing of
/// its own depth before them, are of somebody who did not sign.
enum TalkPage {
  /// How many lines with words people write at most, on average, above one signature.
  private static let longestWords = 8

  /// How many signatures a page has at least: as they are written, and as they are copied, when a post
  /// may quote some.
  private static let fewest = (linked: 2, copied: 3)

  /// One line with words.
  private struct Line {
    var span: ByteSpan
    /// Where the words begin, behind the signs of depth.
    var start: Int
    var depth: Int
    var isAfterGap: Bool
    var signature: TalkSignature?
    var heading: String?
  }

  /// The record in a file, or `nil` when not enough of its lines are signed.
  static func record(_ input: RecordInput) -> Record? {
    let lines = lines(input)
    let signatures = lines.compactMap(\.signature)
    let isLinked = signatures.allSatisfy(\.isLinked)
    guard signatures.count >= (isLinked ? fewest.linked : fewest.copied),
      signatures.count * longestWords >= lines.count
    else { return nil }
    var messages: [Message] = []
    var headings: [String] = []
    // By depth, the message that lies there last.
    var above: [Int?] = []
    var first = 0
    for (index, line) in lines.enumerated() {
      if let heading = line.heading {
        messages += asides(Array(lines[first..<index]), input)
        (headings, above, first) = ([heading], [], index + 1)
      }
      guard let signature = line.signature else { continue }
      let isOpen = headings.isEmpty && !messages.contains { !$0.isAside }
      let start = beginning(of: lines, first...index, isOpen: isOpen)
      messages += asides(Array(lines[first..<start]), input)
      if var message = message(Array(lines[start...index]), signature, input) {
        message.headings = headings
        while above.count > line.depth { above.removeLast() }
        if let parent = above.last(where: { $0 != nil }) ?? nil {
          message.answer = Message.Answer(to: parent, method: .nesting, confidence: 0.9)
        }
        while above.count < line.depth { above.append(nil) }
        above.append(messages.count)
        messages.append(message)
      }
      first = index + 1
    }
    messages += asides(Array(lines[first...]), input)
    var record = Record(.comments, messages, .none)
    record.date = messages.lazy.compactMap(\.date).min()
    return record
  }

  private static func lines(_ input: RecordInput) -> [Line] {
    var lines: [Line] = []
    var isAfterGap = true
    for span in input.lineTable.spans(from: input.start) {
      var start = span.start
      var depth = 0
      while start < span.end, ":*# \t".utf8.contains(input.bytes[start]) {
        if input.bytes[start] > 0x20 { depth += 1 }
        start += 1
      }
      guard start < span.end else {
        isAfterGap = true
        continue
      }
      var line = Line(span: span, start: start, depth: depth, isAfterGap: isAfterGap)
      isAfterGap = false
      // What a block quote holds is somebody's who quotes it.
      if input.bytes[start] != UInt8(ascii: ">") {
        line.signature = TalkSignature(input.bytes, ByteSpan(start, span.end))
      }
      if line.signature == nil { line.heading = heading(input.bytes[span.range]) }
      lines.append(line)
    }
    return lines
  }

  /// The words of `== Words ==`, `## Words` and `Words[edit]`.
  private static func heading(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count <= 200, let first = line.first else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmingSpaces
    if first == UInt8(ascii: "=") {
      return text.hasSuffix("=") ? text.trimming("=") : nil
    }
    for mark in ["[edit]", "[ edit ]", "[edit source]"] where text.hasSuffix(mark) {
      return text.dropLast(mark.count).trimmingSpaces
    }
    return text.hasPrefix("## ") ? text.trimming("#") : nil
  }

  /// Where what is signed at the end of some lines begins.
  private static func beginning(
    of lines: [Line], _ range: ClosedRange<Int>, isOpen: Bool
  ) -> Int {
    let depth = lines[range.upperBound].depth
    var start = range.upperBound
    var found = start
    while start > range.lowerBound, lines[start - 1].depth >= depth {
      // Of what stands above the first signature of a page only the last paragraph is surely signed.
      if isOpen, lines[start].isAfterGap { break }
      start -= 1
      if lines[start].depth == depth { found = start }
    }
    return found
  }

  private static func message(
    _ lines: [Line], _ signature: TalkSignature, _ input: RecordInput
  ) -> Message? {
    var spans = spans(lines, input)
    guard let last = spans.last, let line = lines.first else { return nil }
    spans[spans.count - 1] = ByteSpan(last.start, max(last.start, signature.start))
    let paragraphs = LineParagraphs.paragraphs(input.bytes, spans)
    guard !paragraphs.isEmpty else { return nil }
    let (attribution, label) = RecordedName.attribution(signature.name, input.registry)
    var message = Message(
      attribution, label: label, span: ByteSpan(line.span.start, lines[lines.count - 1].span.end),
      paragraphs: paragraphs)
    message.date = signature.date
    return message
  }

  private static func asides(_ lines: [Line], _ input: RecordInput) -> [Message] {
    lines.isEmpty ? [] : LineParagraphs.asides(input.bytes, spans(lines, input))
  }

  /// The words of lines, with an empty one where one stood between or where the depth is another.
  private static func spans(_ lines: [Line], _ input: RecordInput) -> [ByteSpan] {
    var spans: [ByteSpan] = []
    for (index, line) in lines.enumerated() {
      if index > 0, line.isAfterGap || line.depth > 0 || lines[index - 1].depth > 0 {
        spans.append(ByteSpan(line.start, line.start))
      }
      spans.append(ByteSpan(line.start, line.span.end))
    }
    return spans
  }
}

extension String {
  /// The text without `mark` and spaces at its ends.
  fileprivate func trimming(_ mark: Character) -> String {
    var rest = self[...].drop { $0 == mark }
    while rest.last == mark { rest.removeLast() }
    return rest.trimmingSpaces
  }
}
