import DictumModel

/// The cues of a caption file, WebVTT or SubRip: blocks of lines parted by blank ones, each with a
/// line of times.
///
///     00:00:01.019 --> 00:00:02.740 align:start
///     Welcome to the show.
///
///     7
///     00:00:01,000 --> 00:00:02,000
///     Welcome to the show.
///
///     [00:01.000 --> 00:02.000]  Welcome to the show.      what Whisper prints
///
///     2 "Ada Okafor" (1234567)                             what Webex writes: who speaks
///     00:00:01.019 --> 00:00:02.740
///     Welcome to the show.
///
///     0:00:01.019,0:00:02.740                              SubViewer: `.sbv`
///     Welcome to the show.
///
///     Dialogue: 0,0:00:01.01,0:00:02.74,Main,Ada,0,0,0,,Welcome.\Nto the show.    `.ass`, `.ssa`
///
/// After the parser of WebVTT, section 6.1 (W3C Candidate Recommendation, 4 April 2019): a line with
/// an arrow begins a cue wherever it stands, and blocks of `NOTE`, `STYLE` and `REGION` are none.
struct CaptionFile {
  /// One cue.
  struct Cue {
    /// When it begins, as written, without fractions of a second.
    var time: String
    /// Who speaks, where a line before the text says so.
    var voice: String?
    /// The lines of its text.
    var lines: [ByteSpan] = []
  }

  private(set) var cues: [Cue] = []

  init(_ bytes: [UInt8], from start: Int) {
    var isInCue = false
    var before: ByteSpan?
    var cursor = LineCursor(bytes, from: start)
    while let line = cursor.next() {
      defer { before = line }
      if line.isEmpty {
        isInCue = false
      } else if let cue = CaptionEvent.cue(bytes, line) {
        cues.append(cue)
      } else if let head = CaptionFile.head(bytes, line) {
        if isInCue { dropNumber(bytes) }
        let voice = isInCue ? nil : before.flatMap { CaptionFile.voice(bytes, $0) }
        cues.append(Cue(time: head.time, voice: voice, lines: head.words.map { [$0] } ?? []))
        isInCue = true
      } else if isInCue, let cue = cues.indices.last {
        cues[cue].lines.append(line)
      }
    }
  }

  /// The name in the line before a cue's times, `2 "Ada Okafor" (1234567)`.
  private static func voice(_ bytes: [UInt8], _ line: ByteSpan) -> String? {
    var scanner = ByteScanner(bytes, line)
    guard scanner.skipDigits(1...9), scanner.skip(" \"") else { return nil }
    let start = scanner.position
    guard let quote = bytes[start..<line.end].lastIndex(of: UInt8(ascii: "\"")) else { return nil }
    let rest = bytes[(quote + 1)..<line.end]
    let isNumber = rest.allSatisfy { (0x30...0x39).contains($0) || " ()".utf8.contains($0) }
    let name = String(decoding: bytes[start..<quote], as: UTF8.self).onOneLine
    return isNumber && !name.isEmpty && name.utf8.count <= 80 ? name : nil
  }

  /// Takes the number of the next cue from the text of the last, where only white space parts them.
  private mutating func dropNumber(_ bytes: [UInt8]) {
    guard let cue = cues.indices.last, let number = cues[cue].lines.last,
      bytes[number.range].allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    let before = cues[cue].lines.dropLast().last
    guard let before, bytes[before.range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return }
    cues[cue].lines.removeLast()
  }

  /// Whether a file's name says that it holds captions.
  static func isNamed(_ path: String) -> Bool {
    path.ends(in: ".vtt") || path.ends(in: ".srt") || path.ends(in: ".sbv")
      || path.ends(in: ".ass") || path.ends(in: ".ssa")
  }

  /// Whether the first lines of a file are those of captions, whatever its ending.
  static func begins(_ bytes: [UInt8], from start: Int) -> Bool {
    guard start < bytes.count, mayBegin(bytes[start]) else { return false }
    var cursor = LineCursor(bytes, from: start)
    guard let first = cursor.next() else { return false }
    if bytes[first.range].starts(with: "WEBVTT".utf8) {
      return first.count == 6 || bytes[first.start + 6] == 0x20 || bytes[first.start + 6] == 0x09
    }
    if head(bytes, first) != nil { return true }
    guard !first.isEmpty, bytes[first.range].allSatisfy({ (0x30...0x39).contains($0) }),
      let second = cursor.next()
    else { return false }
    return head(bytes, second) != nil
  }

  /// Whether captions may begin with a byte: their name, a number, or a time, be it in brackets.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "W"), UInt8(ascii: "["), 0x20, 0x09: true
    default: false
    }
  }

  /// The beginning of a cue in a line such as `00:01.000 --> 00:02.000 align:start`; hours may be
  /// missing, a comma may stand for the full stop, and words may follow times in brackets.
  private static func head(
    _ bytes: [UInt8], _ line: ByteSpan
  ) -> (time: String, words: ByteSpan?)? {
    var scanner = ByteScanner(bytes, line)
    scanner.skipSpaces()
    let isBracketed = scanner.skip("[")
    let start = scanner.position
    guard scanner.skipClock() else { return nil }
    let end = scanner.position
    guard scanner.skipFraction() else { return nil }
    if !isBracketed, scanner.skip(",") {
      // SubViewer has nothing else on the line.
      guard scanner.skipClock(), scanner.skipFraction(), scanner.isAtEnd else { return nil }
      return (scanner.text(ByteSpan(start, end)), nil)
    }
    scanner.skipSpaces()
    guard scanner.skip("-->") else { return nil }
    scanner.skipSpaces()
    guard scanner.skipClock() else { return nil }
    let time = scanner.text(ByteSpan(start, end))
    guard isBracketed else { return (time, nil) }
    guard scanner.skipFraction(), scanner.skip("]") else { return nil }
    scanner.skipSpaces()
    return (time, ByteSpan(scanner.position, line.end))
  }
}

extension ByteScanner {
  /// Skips two or three numbers with colons between them, `1:02` or `00:01:02`.
  mutating func skipClock() -> Bool {
    var numbers = 0
    while numbers < 3, skipDigits(1...(numbers == 0 ? 4 : 2)) {
      numbers += 1
      guard numbers < 3, current == UInt8(ascii: ":") else { break }
      var after = self
      after.advance()
      guard after.skipDigits(1...2) else { break }
      advance()
    }
    return numbers >= 2
  }

  /// Skips a fraction of a second if there is one; `false` when a point has no digits after it.
  mutating func skipFraction() -> Bool {
    guard current == UInt8(ascii: ".") || current == UInt8(ascii: ",") else { return true }
    advance()
    return skipDigits(1...9)
  }

  /// Skips digits, as many as `count` allows and not more; `false`, and perhaps a move, otherwise.
  mutating func skipDigits(_ count: ClosedRange<Int>) -> Bool {
    var found = 0
    while let byte = current, (0x30...0x39).contains(byte) {
      advance()
      found += 1
    }
    return count.contains(found)
  }
}
