import DictumModel

/// The sentences of a passage one after another, each as tokens with places in the file.
///
/// It reads the source's own bytes, because what is found must be a span of them, and passes over
/// markup: emphasis, destinations of links, tags, footnote references. Code spans and formulas are
/// one token each. One pass, every search for an end bounded.
struct SentenceCursor {
  /// The tokens a sentence has at most; a longer one is cut.
  static let mostTokens = 400

  /// How far the end of a link, a formula or a code span is looked for, in bytes.
  private static let reach = 1_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private var end: Int
  private var at: Int

  /// Where the next sentence, or the white space before it, begins.
  var position: Int { at }

  private var isQuoted = false

  /// The tokens of the sentence that `next` has read.
  private(set) var tokens: [Token] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) {
    self.bytes = bytes
    at = span.start
    end = span.end
  }

  /// Goes on with another passage; the room for tokens is kept.
  mutating func move(to span: ByteSpan) {
    at = span.start
    end = span.end
    isQuoted = false
    if tokens.capacity == 0 { tokens.reserveCapacity(40) }
  }

  /// Reads the next sentence; whether there is one.
  mutating func next() -> Bool {
    tokens.removeAll(keepingCapacity: true)
    while at < end, tokens.count < SentenceCursor.mostTokens {
      let byte = bytes[at]
      if byte == 0x20 {
        at += 1
      } else if (0x61...0x7A).contains(byte | 0x20) {
        readWord()
      } else if readToken() {
        return true
      }
    }
    return !tokens.isEmpty
  }

  /// Reads one token or passes over markup; whether the sentence ends with it.
  private mutating func readToken() -> Bool {
    let byte = bytes[at]
    switch byte {
    case 0x09...0x0D, 0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"): at += 1
    case 0x30...0x39: readNumber()
    case UInt8(ascii: "`"): readCode()
    case UInt8(ascii: "$"): readFormula()
    case UInt8(ascii: "<"): readTag()
    case UInt8(ascii: "["): readOpening()
    case UInt8(ascii: "]"): readClosing()
    case UInt8(ascii: "~") where at + 1 < end && bytes[at + 1] == byte: at += 2
    case UInt8(ascii: "\""):
      add(byte, length: 1)
      isQuoted.toggle()
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isEnd = endsSentence()
      add(byte, length: 1)
      if isEnd { readClosers() }
      return isEnd
    case 0xE2 where readTypographic(): break
    case let byte where SentenceCursor.isLetter(byte): readWord()
    default: add(byte, length: 1)
    }
    return false
  }

  private mutating func add(_ symbol: UInt8, length: Int) {
    tokens.append(
      Token(kind: .symbol, start: at, end: at + length, symbol: symbol, isQuoted: isQuoted))
    at += length
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// Reads a mark of three bytes; whether there is one.
  private mutating func readTypographic() -> Bool {
    guard at + 2 < end else { return false }
    switch (bytes[at + 1], bytes[at + 2]) {
    case (0x80, 0x98), (0x80, 0x99): add(UInt8(ascii: "'"), length: 3)
    case (0x80, 0x9C), (0x80, 0x9D):
      let opens = bytes[at + 2] == 0x9C
      if opens { isQuoted = false }
      add(UInt8(ascii: "\""), length: 3)
      isQuoted = opens
    case (0x80, 0x90...0x93): add(UInt8(ascii: "-"), length: 3)
    case (0x80, 0x94), (0x80, 0x95): add(UInt8(ascii: ";"), length: 3)
    case (0x80, 0xA6): add(UInt8(ascii: ","), length: 3)
    case (0x80, 0xA2): at += 3
    case (0x89, 0xA4): add(UInt8(ascii: "<"), length: 3)
    case (0x89, 0xA5): add(UInt8(ascii: ">"), length: 3)
    case (0x89, 0x88): add(UInt8(ascii: "~"), length: 3)
    default: return false
    }
    return true
  }

  private mutating func readWord() {
    let start = at
    let key: WordKey
    let piece = WordPiece(bytes, at)
    if piece.count > 0, endsWord(at + piece.count) {
      // Most words are short and of ASCII.
      at += piece.count
      key = WordKey(piece)
    } else {
      at = wordEnd(from: min(start + piece.count, end))
      guard at > start else { return at += 1 }
      key = WordKey(bytes, start, at)
    }
    let first = bytes[start]
    let isCapitalised = (0x41...0x5A).contains(first) || first == 0xC3 || first == 0xC5
    tokens.append(
      Token(
        kind: .word, start: start, end: at, key: key, isQuoted: isQuoted,
        isCapitalised: isCapitalised, isNameLike: isCapitalised && isNameLike(start, at)))
  }

  /// Whether no word goes on at a place.
  private func endsWord(_ at: Int) -> Bool {
    guard at < end else { return at == end }
    let byte = bytes[at]
    if byte == 0x20 { return true }
    return byte < 0x80 && !ByteKind.isHandle(byte) && byte != UInt8(ascii: "'")
  }

  /// Where the word that reaches to `start` ends; `start` when a mark stands there.
  private func wordEnd(from start: Int) -> Int {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 || bytes[at + 1] == 0x89 {
        let isApostrophe = bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
        guard isApostrophe, at + 3 < end, SentenceCursor.isLetter(bytes[at + 3]) else { break }
        at += 3
      } else if SentenceCursor.isLetter(byte) || (0x30...0x39).contains(byte) {
        at += 1
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-"), at + 1 < end,
        SentenceCursor.isLetter(bytes[at + 1]), bytes[at + 1] != 0xE2
      {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  /// Whether small letters follow the capitals of a word: no acronym, no `camelCase`, no `it's`.
  private func isNameLike(_ start: Int, _ end: Int) -> Bool {
    if end - start <= 2 { return (start..<end).allSatisfy { (0x41...0x5A).contains(bytes[$0]) } }
    var capitals = 0
    var small = 0
    for index in start..<end {
      let byte = bytes[index]
      switch byte {
      case 0x41...0x5A:
        // `McAdam` and `O'Hara`, not `GitHub`.
        if capitals > 0, small != 1 || bytes[index - 1] != UInt8(ascii: "c"), !isJoint(index - 1) {
          return false
        }
        capitals += 1
        small = 0
      case 0x30...0x39: return false
      default:
        // A possessive or a contraction: `Ada's`, `It's`.
        if isJoint(index), byte != UInt8(ascii: "-"), end - index <= 3 { return false }
        small += 1
      }
    }
    return small > 0
  }

  /// Whether the byte joins the parts of a name.
  private func isJoint(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "'")
      || (bytes[index] == 0x99 && bytes[index - 1] == 0x80)
  }

  private mutating func readNumber() {
    let start = at
    var value = 0.0
    var scale = 0.0
    while at < end {
      let byte = bytes[at]
      if (0x30...0x39).contains(byte) {
        value = value * 10 + Double(byte & 0x0F)
        scale *= 10
        at += 1
      } else if byte == UInt8(ascii: ",") || (byte == UInt8(ascii: ".") && scale == 0),
        at + 1 < end, (0x30...0x39).contains(bytes[at + 1])
      {
        if byte == UInt8(ascii: ".") { scale = 1 }
        at += 1
      } else {
        break
      }
    }
    tokens.append(
      Token(
        kind: .number, start: start, end: at, value: scale > 0 ? value / scale : value,
        isQuoted: isQuoted))
  }

  private mutating func readCode() {
    let start = at
    while at < end, bytes[at] == UInt8(ascii: "`") { at += 1 }
    let width = at - start
    var probe = at
    let limit = min(end, at + SentenceCursor.reach)
    while probe < limit {
      guard bytes[probe] == UInt8(ascii: "`") else {
        probe += 1
        continue
      }
      let run = probe
      while probe < limit, bytes[probe] == UInt8(ascii: "`") { probe += 1 }
      if probe - run == width {
        at = probe
        tokens.append(Token(kind: .code, start: start, end: at, isQuoted: isQuoted))
        return
      }
    }
  }

  /// Reads `$…$` and `$$…$$`; a dollar sign before an amount is a mark of its own.
  private mutating func readFormula() {
    let start = at
    let isDisplay = at + 1 < end && bytes[at + 1] == UInt8(ascii: "$")
    var probe = at + (isDisplay ? 2 : 1)
    let limit = min(end, at + SentenceCursor.reach)
    if !isDisplay, probe < end, bytes[probe] == 0x20 { return add(bytes[at], length: 1) }
    while probe < limit {
      if bytes[probe] == UInt8(ascii: "$"), bytes[probe - 1] != UInt8(ascii: "\\"),
        isDisplay || bytes[probe - 1] != 0x20,
        isDisplay || probe + 1 >= end || !(0x30...0x39).contains(bytes[probe + 1])
      {
        at = min(end, probe + (isDisplay ? 2 : 1))
        tokens.append(Token(kind: .code, start: start, end: at, isQuoted: isQuoted))
        return
      }
      probe += 1
    }
    add(bytes[at], length: 1)
  }

  private mutating func readTag() {
    if at + 1 < end,
      SentenceCursor.isLetter(bytes[at + 1]) || bytes[at + 1] == UInt8(ascii: "/")
        || bytes[at + 1] == UInt8(ascii: "!"),
      let close = find(UInt8(ascii: ">"), from: at + 1)
    {
      at = close + 1
    } else {
      add(bytes[at], length: 1)
    }
  }

  private mutating func readOpening() {
    if at + 1 < end, bytes[at + 1] == UInt8(ascii: "^"), let close = find(0x5D, from: at + 2) {
      at = close + 1
    } else if at + 1 < end, bytes[at + 1] == bytes[at], let close = find(0x5D, from: at + 2) {
      // A wiki-link leaves its alias, or its target.
      let bar = (at + 2..<close).last { bytes[$0] == UInt8(ascii: "|") }
      at = (bar ?? at + 1) + 1
    } else {
      add(bytes[at], length: 1)
    }
  }

  /// Reads the end of a bracket; of a link, the destination with it.
  private mutating func readClosing() {
    guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "("),
      let close = find(UInt8(ascii: ")"), from: at + 2)
    else { return add(bytes[at], length: 1) }
    at = close + 1
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    var probe = start
    let limit = min(end, start + SentenceCursor.reach)
    while probe < limit {
      if bytes[probe] == byte { return probe }
      probe += 1
    }
    return nil
  }

  /// Words that end with a full stop and no sentence.
  private static let abbreviations: WordList = [
    "dr", "mr", "mrs", "ms", "prof", "st", "vs", "cf", "fig", "eq", "sec", "ch", "no", "vol", "pp",
    "approx", "al", "jr", "ed", "etc", "i.e", "e.g", "ie", "eg",
  ]

  /// The one word of a letter that is no initial.
  private static let firstPerson: WordKey = "i"

  /// Whether the full stop, question or exclamation mark at hand ends a sentence: white space comes
  /// after it, and then no small letter, and before it stands no abbreviation or initial.
  private func endsSentence() -> Bool {
    var probe = at + 1
    while probe < end, isCloser(probe) { probe += bytes[probe] == 0xE2 ? 3 : 1 }
    guard probe < end else { return true }
    guard bytes[probe] == 0x20 || (0x09...0x0D).contains(bytes[probe]) else { return false }
    while probe < end, bytes[probe] == 0x20 || (0x09...0x0D).contains(bytes[probe]) { probe += 1 }
    if probe < end, (0x61...0x7A).contains(bytes[probe]) { return false }
    guard bytes[at] == UInt8(ascii: "."), let last = tokens.last, last.kind == .word else {
      return true
    }
    let isInitial =
      last.end - last.start == 1 && last.key != SentenceCursor.firstPerson && last.isCapitalised
    return !isInitial && !SentenceCursor.abbreviations.contains(last.key)
  }

  private func isCloser(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "!"),
      UInt8(ascii: "?"):
      true
    case 0xE2:
      index + 2 < end && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x9D || bytes[index + 2] == 0x99)
    default: false
    }
  }

  private mutating func readClosers() {
    while at < end, isCloser(at) {
      switch bytes[at] {
      case 0xE2: _ = readTypographic()
      case UInt8(ascii: "\""):
        add(bytes[at], length: 1)
        isQuoted.toggle()
      case UInt8(ascii: "]"): readClosing()
      case UInt8(ascii: "*"), UInt8(ascii: "_"): at += 1
      default: add(bytes[at], length: 1)
      }
    }
  }
}
