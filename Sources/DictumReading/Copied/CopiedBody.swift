import DictumModel

/// The words below a head, without what the page put around them.
struct CopiedBody {
  private(set) var paragraphs: [Message.Paragraph] = []

  /// Whom they answer, where the page says so.
  private(set) var addressee: String?

  /// The stamp below them, where the page puts it there.
  private(set) var stamp: CopiedStamp?

  /// The day that the page names below them, for what comes next.
  private(set) var day: String?

  private let page: CopiedPage
  private let kind: CopiedShape.Kind

  /// The words of `places`, places in `CopiedPage.filled`, behind `first`, words on the head's line;
  /// `depth` marks of quotation before each line are the page's.
  init(
    _ page: CopiedPage, _ places: Range<Int>, first: ByteSpan?, depth: Int,
    kind: CopiedShape.Kind, names: Set<String>
  ) {
    self.page = page
    self.kind = kind
    var (start, end) = (places.lowerBound, places.upperBound)
    while first == nil, start < end, isLeading(page.text(start)) { start += 1 }
    while end > start, isTrailing(end - 1, from: start, names) { end -= 1 }
    dropReactions(from: start, &end, hasFirst: first != nil)
    // A message of nothing but what pages put around others is somebody's all the same.
    if start == end, first == nil, kind == .chat {
      (start, end) = (places.lowerBound, places.upperBound)
    }
    var lines = first.map { [$0] } ?? []
    if start < end {
      let last = page.filled[end - 1]
      // Behind words on the head's line come all lines below it, the empty ones as well.
      let next = first == nil ? page.filled[start] : page.filled[places.lowerBound - 1] + 1
      lines += page.all[next...last].map { line in
        isTime(line) ? ByteSpan(line.end, line.end) : undepthed(line, depth)
      }
    }
    paragraphs = CopiedBody.paragraphs(page.bytes, lines)
  }

  /// Takes a line off the beginning that says whom the words answer or is the page's.
  private mutating func isLeading(_ text: String) -> Bool {
    if let name = CopiedFurniture.addressee(text) {
      addressee = addressee ?? name
      return true
    }
    return kind == .comments && CopiedFurniture.isOne(text)
  }

  /// Whether the last line of the words is the page's, or tells of what somebody did there.
  private mutating func isTrailing(_ place: Int, from start: Int, _ names: Set<String>) -> Bool {
    let text = page.text(place)
    if text.isEmpty { return false }
    if let day = CopiedBody.day(text) {
      self.day = day
      return true
    }
    if kind != .comments {
      return text.utf8.count > 4 && !CopiedText.isCount(text)
        && CopiedFurniture.isOne(text) && place > start || text.hasPrefix("Exported ")
    }
    if CopiedFurniture.isOne(text) { return true }
    if stamp == nil, let below = CopiedStamp(text), below.hasDay {
      stamp = below
      return true
    }
    // `mira closed this as completed on Mar 4`
    let words = text.split(separator: " ").map(String.init)
    return words.count > 3 && words.first.map(names.contains) == true
      && words.indices.dropFirst(2).contains { CopiedStamp(words: words[$0...]) != nil }
  }

  /// Takes off pictures with their counts: `:tada:` above `1`, and what exporters call reactions.
  private func dropReactions(from start: Int, _ end: inout Int, hasFirst: Bool) {
    guard kind == .chat else { return }
    if let mark = (start..<end).first(where: { page.text($0) == "{Reactions}" }) { end = mark }
    while end - start >= (hasFirst ? 2 : 3), CopiedText.isCount(page.text(end - 1)) {
      let text = page.text(end - 2)
      let isPicture =
        text.hasPrefix(":") && text.hasSuffix(":") && !text.contains(" ")
        || !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.isASCII }
      guard isPicture, !text.isEmpty else { return }
      end -= 2
    }
  }

  /// Whether a line of a chat is a time alone, as it stands beside what somebody goes on to say.
  private func isTime(_ line: ByteSpan) -> Bool {
    guard kind == .chat, (4...14).contains(line.count) else { return false }
    var text = String(decoding: page.bytes[line.range], as: UTF8.self).trimmingSpaces
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    return CopiedStamp(text).map { $0.time != nil && !$0.hasDay } ?? false
  }

  private func undepthed(_ line: ByteSpan, _ depth: Int) -> ByteSpan {
    var scanner = ByteScanner(page.bytes, line)
    for _ in 0..<depth {
      scanner.skipSpaces()
      if !scanner.skip(">") { break }
    }
    return ByteSpan(scanner.position, line.end)
  }

  /// The day in a line that parts days: `--- March 12, 2025 ---`; `nil` when the line is another.
  static func day(_ text: String) -> String? {
    let words = text.trimming { " -—–=".contains($0) }
    let bytes = Array(words.utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    if let numbers = TimeStamp.spelledDate(&scanner), bytes.count <= 40 {
      return DateOrder.yearFirst.date(TimeStamp(time: "", date: numbers, clock: 0))
    }
    guard let stamp = CopiedStamp(words), stamp.time == nil, !stamp.isRelative else { return nil }
    return stamp.date
  }

  /// Paragraphs, of which those between `[quote]` and `[/quote]` are quoted.
  private static func paragraphs(
    _ bytes: [UInt8], _ lines: [ByteSpan]
  ) -> [Message.Paragraph] {
    var all: [Message.Paragraph] = []
    var part: [ByteSpan] = []
    var isQuoted = false
    func close() {
      all += LineParagraphs.paragraphs(bytes, part).map { paragraph in
        guard isQuoted else { return paragraph }
        return Message.Paragraph(
          .quote, lines: paragraph.lines, text: paragraph.text, voice: .quoted)
      }
      part = []
    }
    for line in lines {
      let words = bytes[line.range].drop { $0 <= 0x20 }
      let opens = words.starts(with: "[quote".utf8) && words.last == UInt8(ascii: "]")
      let closes = words.starts(with: "[/quote]".utf8)
      if opens || closes {
        close()
        isQuoted = opens
      } else {
        part.append(line)
      }
    }
    close()
    return all
  }
}

extension String {
  /// The text without characters at its ends of which `isDropped` says so.
  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
    var rest = self[...].drop(while: isDropped)
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return String(rest)
  }
}
