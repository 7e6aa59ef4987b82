import DictumModel

/// What the first lines of a file, by a few bytes of each, allow it to be.
///
/// Nearly every file is plain Markdown, and none of the readers of records need look at it twice.
/// Each answer is a necessary condition: where it is no, the reader named would find nothing.
///
///     [12/03/24, 09:15:02] Ada: text      a time may begin it
///     <ada> Has anybody tried it?         a nick may begin it
///     Scribe: Bo                          it may say who is there or who writes
///     ... with the small ones             it may be typed by a scribe
///     Ada Okafor  0:12                    a time may end it
///     ada 5 hours ago | next [–]          a page may have put it above somebody's words
///     … 09:12, 12 March 2024 (UTC)        somebody may have signed it on a wiki
struct LineHeads {
  private var stamped = 0
  private var hasMessage = false
  private var hasScribe = false
  private var hasTyped = false
  private var hasHeader = false
  private var hasAuthor = false
  private var signed = 0
  private var copied = 0
  private var leastCopied = 2

  /// Whether it may be what `StampedChat` reads: three of the first 40 lines may begin with a time.
  var mayBeStamped: Bool { stamped >= 3 }

  /// Whether it may be what `ChatLog` reads: of the first 20 lines that are not empty, one may begin
  /// with a time or a nick.
  var mayBeLog: Bool { hasMessage }

  /// Whether it may be what `PublishedMinutes` reads: of the first 400 lines with words, one may name
  /// who is there or who writes, and one may be typed.
  var mayBeMinutes: Bool { hasScribe && hasTyped }

  /// Whether it may be what `HeadedTurns` reads: one of the first 200 lines may end with a time.
  var mayBeHeaded: Bool { hasHeader }

  /// Whether it may be what `MailThread` reads: one of the first lines may say who a mail is from, or
  /// the file's name says that it is one.
  var mayBeMail: Bool { hasAuthor }

  /// Whether it may be what `CopiedThread` reads: two of the first 400 lines with words may be of its
  /// heads, and as many as it wants where there are no more lines.
  var mayBeCopied: Bool { copied >= leastCopied }

  /// Whether it may be what `TalkPage` reads: two of the first 400 lines with words may be signed.
  var mayBeTalkPage: Bool { signed > 1 }

  /// A header begins in the first lines and names its author in as many more.
  private static let mailReach = 2 * MailThread.reach

  init(_ input: borrowing RecordInput) {
    hasAuthor = MailThread.isNamed(input.path)
    let first = input.lineTable.line(at: input.start) - 1
    input.bytes.withUnsafeBufferPointer { bytes in
      // All lines, those that are not empty, and those with more than white space.
      var (lines, filled, worded) = (0, 0, 0)
      for span in input.lineTable.spans[first...] {
        lines += 1
        let line = Line(bytes, max(span.start, input.start), span.end)
        guard line.start < line.end else { continue }
        filled += 1
        if lines <= LineHeads.mailReach, !hasAuthor {
          hasAuthor = MailHeader.mayNameAuthor(bytes, line.start, line.end)
        }
        if lines <= 40 || filled <= 20 {
          let isStamped = line.mayBeginWithTime
          if isStamped, lines <= 40 { stamped += 1 }
          if filled <= 20, isStamped || line.mayBeginWithNick { hasMessage = true }
        }
        if lines <= 200, !hasHeader { hasHeader = line.mayEndWithTime }
        guard line.head < line.end else { continue }
        if TalkSignature.mayEnd(bytes, line.head, line.end) { signed += 1 }
        if CopiedMark.mayStand(in: bytes, line.head, line.end) { copied += 1 }
        if !hasTyped { hasTyped = line.mayBeTyped }
        if !hasScribe { hasScribe = line.mayNameScribe }
        worded += 1
        if worded == 400 { return }
      }
      leastCopied = CopiedThread.leastMarks(inLines: worded)
    }
  }
}

extension LineHeads {
  /// One line of the file.
  private struct Line {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int
    /// The first byte that is neither space nor tab, or the line's end.
    let head: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
      self.bytes = bytes
      self.start = start
      self.end = end
      var head = start
      while head < end, bytes[head] == 0x20 || bytes[head] == 0x09 { head += 1 }
      self.head = head
    }

    /// Whether the line has `byte` at `at`.
    private func has(_ byte: UInt8, _ at: Int) -> Bool { at < end && bytes[at] == byte }

    private func isDigit(_ at: Int) -> Bool { at < end && (0x30...0x39).contains(bytes[at]) }

    private func isLetter(_ at: Int) -> Bool {
      at < end && (0x61...0x7A).contains(bytes[at] | 0x20)
    }

    private func isSpace(_ at: Int) -> Bool { has(0x20, at) || has(0x09, at) }

    /// Whether a time, a date or `Dec 25` may stand at the head, be it in brackets.
    var mayBeginWithTime: Bool {
      guard head < end else { return false }
      var at = head
      // WhatsApp's left-to-right mark, U+200E.
      if has(0xE2, at), has(0x80, at + 1), has(0x8E, at + 2) { at += 3 }
      if has(UInt8(ascii: "["), at) || has(UInt8(ascii: "("), at) { at += 1 }
      if mayBeHalf(at) { return true }
      let number = at
      let isNumber = isDigit(at)
      var separators = 0
      while at < end {
        switch bytes[at] {
        case 0x30...0x39: break
        case UInt8(ascii: ":"): return isNumber
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): separators += 1
        // `2024년 3월`, `2024年3月`, and `2024. 3. 12.`
        case 0xE5, 0xEB: return at == number + 4
        case 0x20 where separators == 1 && at == number + 5: return true
        default: return mayBeMonth(at)
        }
        if isNumber, separators == 2 { return true }
        at += 1
      }
      return false
    }

    /// Whether the half of the day may stand before the time, as `TimeStamp` reads it.
    private func mayBeHalf(_ at: Int) -> Bool {
      switch bytes[at < end ? at : head] {
      case 0xEC: has(0x98, at + 1)
      case 0xE4: has(0xB8, at + 1)
      case 0xE5: has(0x8D, at + 1)
      default: false
      }
    }

    /// Whether three letters, a space and a digit stand at `at`.
    private func mayBeMonth(_ at: Int) -> Bool {
      guard isLetter(at), isLetter(at + 1), isLetter(at + 2), has(0x20, at + 3) else {
        return false
      }
      var day = at + 4
      while isSpace(day) { day += 1 }
      return isDigit(day)
    }

    /// The bytes in which the bracket after a nick must come.
    private static let nickReach = 66

    /// Whether `<nick>` may stand at the head.
    var mayBeginWithNick: Bool {
      guard has(UInt8(ascii: "<"), head) else { return false }
      for at in (head + 1)..<min(end, head + 1 + Line.nickReach) {
        switch bytes[at] {
        case UInt8(ascii: ">"): return at + 1 == end || isSpace(at + 1)
        case UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "="):
          return false
        default: break
        }
      }
      return false
    }

    /// Whether a keyword of `MinuteKeyword.scribe` or `.present` may stand at the head.
    var mayNameScribe: Bool {
      switch bytes[head] | 0x20 {
      case UInt8(ascii: "s"): begins(with: "scribe")
      case UInt8(ascii: "p"): begins(with: "present") || begins(with: "participants")
      case UInt8(ascii: "a"): begins(with: "attendees")
      case UInt8(ascii: "g"): begins(with: "guest")
      // White space of another kind goes before a keyword as spaces do.
      default: !(0x21...0x7E).contains(bytes[head]) && WhiteSpace.length(bytes, head) > 0
      }
    }

    /// Whether the letters of `word`, in capitals or not, stand at the head.
    private func begins(with word: StaticString) -> Bool {
      let length = word.utf8CodeUnitCount
      guard head + length <= end else { return false }
      for index in 0..<length where bytes[head + index] | 0x20 != word.utf8Start[index] {
        return false
      }
      return true
    }

    /// Whether `<nick>`, `..` or `…` may stand at the head.
    var mayBeTyped: Bool {
      switch bytes[head] {
      case UInt8(ascii: "<"): true
      case UInt8(ascii: "."): has(UInt8(ascii: "."), head + 1)
      case 0xE2: has(0x80, head + 1) && has(0xA6, head + 2)
      default: false
      }
    }

    /// Whether a time, be it in brackets, may end a line as short as a name and a time are.
    var mayEndWithTime: Bool {
      guard (6...100).contains(end - start) else { return false }
      var last = end - 1
      while last > head, isSpace(last) { last -= 1 }
      switch bytes[last] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "`"): last -= 1
      default: break
      }
      if last > head + 1, bytes[last] | 0x20 == UInt8(ascii: "m") {
        let half = bytes[last - 1] | 0x20
        guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return false }
        last -= 2
        // Spaces, U+00A0 and U+202F.
        while last > head, isSpace(last) || [0xC2, 0xA0, 0xE2, 0x80, 0xAF].contains(bytes[last]) {
          last -= 1
        }
      }
      guard last > head, isDigit(last) else { return false }
      // The digits of the last number, and of the fraction behind it.
      while last > head, isDigit(last) || bytes[last] == 0x2E || bytes[last] == 0x2C { last -= 1 }
      return bytes[last] == UInt8(ascii: ":")
    }
  }
}
