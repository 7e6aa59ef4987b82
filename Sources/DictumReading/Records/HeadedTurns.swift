import DictumModel

/// Recordings in plain text whose turns stand under a line of name and time, without a colon.
///
///     Ada Okafor  0:12              Otter: two spaces
///     Ada Okafor   0:12             Teams and Meet
///     **Ada Okafor** 0:12           the same in Markdown, also with the time as code
///     [Ada Okafor] 10:15:02         Zoom
///     Ada Okafor (00:12)            Rev without its colon
///     Ada Okafor, [12.03.24 09:15]  Telegram, copied
///     Speaker 1  0:12               a voice that nobody named
///     0:12 Ada Okafor               the time first
///     ### @ada (2024-03-12 09:15)   a handle, as exports of forges print it
///     Welcome, everybody.
///
/// `Ada Okafor (00:12):` is a label, and `LabelledTurns` reads it.
enum HeadedTurns {
  /// A line of name and time.
  struct Header {
    var name: String
    var stamp: TimeStamp
  }

  /// The record in a file, or `nil` when it is none: at least three such lines near its beginning and
  /// through it, whose names come again, whose times grow, and which have words below.
  static func record(_ input: RecordInput) -> Record? {
    var lines: [ByteSpan] = []
    var headers: [(line: Int, header: Header)] = []
    var cursor = LineCursor(input.bytes, from: input.start)
    while let line = cursor.next() {
      if let header = header(input.bytes, line) { headers.append((lines.count, header)) }
      lines.append(line)
      if lines.count == 200, headers.isEmpty { return nil }
    }
    guard let first = headers.first, isConversation(headers.map(\.header)),
      first.line <= max(30, lines.count * 3 / 10)
    else { return nil }
    let preamble = LineParagraphs.asides(input.bytes, Array(lines[..<first.line]))
    var messages = preamble
    let order = DateOrder(headers.map(\.header.stamp))
    var empty = 0
    for (index, (line, header)) in headers.enumerated() {
      let end = index + 1 < headers.count ? headers[index + 1].line : lines.count
      var paragraphs = LineParagraphs.paragraphs(input.bytes, Array(lines[(line + 1)..<end]))
      var closing: [ByteSpan] = []
      while let last = paragraphs.last, ClosingLine.isOne(last.text) {
        closing = last.lines + closing
        paragraphs.removeLast()
      }
      if paragraphs.isEmpty { empty += 1 }
      let (attribution, label) = RecordedName.attribution(header.name, input.registry)
      var message = Message(
        attribution, label: label, time: header.stamp.time,
        span: ByteSpan(lines[line].start, paragraphs.last?.lines.last?.end ?? lines[line].end),
        paragraphs: paragraphs)
      message.date = order?.date(header.stamp)
      messages.append(message)
      messages += LineParagraphs.asides(input.bytes, closing)
    }
    guard empty * 5 <= headers.count else { return nil }
    var record = Record(.transcript, messages, .none)
    record.title = preamble.first.flatMap { title($0.paragraphs[0].text.onOneLine) }
    record.date = messages.lazy.compactMap(\.date).first
    return record
  }

  private static func title(_ text: String) -> String? {
    let words = text.drop { $0 == "#" }.trimmingSpaces
    return words.isEmpty || words.utf8.count > 120 ? nil : words
  }

  private static func isConversation(_ headers: [Header]) -> Bool {
    guard headers.count >= 3 else { return false }
    var counts: [String: Int] = [:]
    for header in headers { counts[header.name.lowercased(), default: 0] += 1 }
    let again = counts.values.filter { $0 > 1 }.reduce(0, +)
    let backward = zip(headers, headers.dropFirst()).count {
      $0.stamp.date == nil && $1.stamp.clock < $0.stamp.clock
    }
    return again * 10 >= headers.count * 6 && backward * 10 <= headers.count
  }

  /// The name and time of a line that holds nothing else.
  static func header(_ bytes: [UInt8], _ line: ByteSpan) -> Header? {
    // No time is without a colon, and few lines are with one.
    guard (6...100).contains(line.count), bytes[line.range].contains(UInt8(ascii: ":")) else {
      return nil
    }
    var scanner = ByteScanner(bytes, line)
    let isBracketed = scanner.skip("(") || scanner.skip("[")
    if let stamp = TimeStamp(&scanner) {
      if isBracketed {
        guard scanner.skip(")") || scanner.skip("]") else { return nil }
      }
      guard scanner.isAtSpace else { return nil }
      return name(bytes[scanner.position..<line.end]).map { Header(name: $0, stamp: stamp) }
    }
    guard mayEndWithTime(bytes, line) else { return nil }
    for at in line.start + 2..<line.end {
      let byte = bytes[at]
      let isStart =
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "`")
      guard isStart, " \t,*".utf8.contains(bytes[at - 1]) else { continue }
      var scanner = ByteScanner(bytes, ByteSpan(at, line.end))
      let isBracketed = scanner.skip("(") || scanner.skip("[") || scanner.skip("`")
      guard let stamp = TimeStamp(&scanner) else { continue }
      if isBracketed {
        guard scanner.skip(")") || scanner.skip("]") || scanner.skip("`") else { continue }
      }
      scanner.skipSpaces()
      guard scanner.isAtEnd, let name = name(bytes[line.start..<at]) else { return nil }
      return Header(name: name, stamp: stamp)
    }
    return nil
  }

  /// Whether a time, the half of the day or a mark that closes may end a line: most lines of prose have a
  /// letter or a full stop there.
  private static func mayEndWithTime(_ bytes: [UInt8], _ line: ByteSpan) -> Bool {
    var last = line.end - 1
    while last > line.start + 1, bytes[last] == 0x20 || bytes[last] == 0x09 { last -= 1 }
    return switch bytes[last] {
    case 0x30...0x39, UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "`"):
      true
    case UInt8(ascii: "."): bytes[last - 1] | 0x20 == UInt8(ascii: "m")
    default: false
    }
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    var words = String(decoding: bytes, as: UTF8.self).onOneLine.unicodeScalars[...]
    while let last = words.last, " ,|-–—·•*]".unicodeScalars.contains(last) { words.removeLast() }
    while let first = words.first, " *#[-–—".unicodeScalars.contains(first) { words.removeFirst() }
    let name = String(words)
    // A date is nobody, be its month written out.
    guard DateText.normalized(name) == nil else { return nil }
    if RecordedVoice.isLabel(name) { return name }
    return name.utf8.first == UInt8(ascii: "@")
      ? LabelName.name(in: String(name.dropFirst()), allowLowercase: true)
      : LabelName.name(in: name, allowLowercase: false)
  }
}
