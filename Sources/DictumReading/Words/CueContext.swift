import DictumModel
import Glibc

/// What stands beside a cue, as far as bytes tell it: most words that might be a mark of something
/// are none, and a passage of such words need not be read word by word.
///
/// It refuses only what the finders refuse in any case. Where markup stands beside the word it says
/// yes, for only tokens tell what is behind it.
struct CueContext {
  let bytes: UnsafeBufferPointer<UInt8>
  let span: ByteSpan

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) {
    self.bytes = bytes
    self.span = span
  }

  /// Which of the cues of the word at `start` its neighbours leave.
  func confirmed(_ cue: Cue, _ start: Int, _ end: Int) -> Cue {
    switch cue {
    case .report:
      let isAccording = bytes[start] | 0x20 == UInt8(ascii: "a") && bytes[end - 2] | 0x20 == 0x74
      if isAccording { return mayBeName(after: end) ? cue : [] }
      // The needle "told " ends with its space.
      let isWhole = bytes[end - 1] <= 0x20 || !isWordByte(end)
      return isWhole && mayBeName(before: start) ? cue : []
    case .revision: return mayBeMark(start) ? cue : []
    case .estimate, [.estimate, .credence]:
      return mayBeEstimate(start) ? cue : cue.subtracting(.estimate)
    default: return cue
    }
  }

  // MARK: Bytes

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a letter of ASCII or a digit stands at a place.
  private func isWordByte(_ at: Int) -> Bool {
    at < span.end && (isLetter(bytes[at]) || isDigit(bytes[at]))
  }

  /// Before the white space and the emphasis that end at `at`.
  private func skippingBack(_ at: Int) -> Int {
    var at = at
    while at > span.start {
      switch bytes[at - 1] {
      case 0x09...0x0D, 0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
        UInt8(ascii: "~"):
        at -= 1
      default: return at
      }
    }
    return at
  }

  /// How many letters of a word are looked at; one of more is on no list.
  private static let longestWord = 24

  /// Where the letters that end at `end` begin.
  private func lettersBack(_ end: Int) -> Int {
    var at = end
    let limit = max(span.start, end - CueContext.longestWord)
    while at > limit, isLetter(bytes[at - 1]) { at -= 1 }
    return at
  }

  /// Where the letters and digits from `start` on end.
  private func wordEnd(_ start: Int) -> Int {
    var at = start
    while at - start < CueContext.longestWord, isWordByte(at) { at += 1 }
    return at
  }

  /// Whether a byte may be the end of markup that stands for no word.
  private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: "["),
      UInt8(ascii: "|"), UInt8(ascii: "`"), 0xA2:
      true
    default: false
    }
  }

  /// Whether a word that begins at `at` has no more before it.
  private func isWordBoundary(_ at: Int) -> Bool {
    guard at > span.start else { return true }
    let byte = bytes[at - 1]
    if byte < 0x80 {
      return !isDigit(byte) && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "-")
    }
    // A quotation mark or a dash.
    let isMark = byte == 0x9C || byte == 0x9D || byte == 0x94 || byte == 0x93
    return isMark && at - 3 >= span.start && bytes[at - 2] == 0x80 && bytes[at - 3] == 0xE2
  }

  // MARK: Reports

  /// Whether a name may stand before the verb at `start`, with two adverbs between at most.
  private func mayBeName(before start: Int) -> Bool {
    var at = start
    for adverbs in 0..<3 {
      at = skippingBack(at)
      guard at > span.start else { return false }
      let last = bytes[at - 1]
      if isMarkup(last) { return true }
      guard isLetter(last) || isDigit(last) || last >= 0x80 else { return false }
      let first = lettersBack(at)
      let key = WordKey(bytes, first, at)
      let isWhole = isWordBoundary(first)
      let isAdverb = ReportFinder.adverbs.contains(key)
      if adverbs < 2, isAdverb, isWhole {
        at = first
        continue
      }
      if hasCapital(before: at) { return !(isWhole && PersonName.nobody.contains(key)) }
      return isAdverb && !isWhole && bytes[first - 1] >= 0x80
    }
    return false
  }

  /// Whether a letter of the word that ends at `end`, or of words joined to it, may be a capital.
  private func hasCapital(before end: Int) -> Bool {
    var at = end
    while at > span.start {
      let byte = bytes[at - 1]
      switch byte {
      case 0x41...0x5A, 0xC3, 0xC5: return true
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "'"), UInt8(ascii: "-"), 0x80...: at -= 1
      default: return false
      }
    }
    return false
  }

  /// Whether a name may stand behind "according to", which ends at `end`.
  private func mayBeName(after end: Int) -> Bool {
    var at = end
    guard !isWordByte(at) else { return false }
    while at < span.end {
      switch bytes[at] {
      case 0x09...0x0D, 0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
        UInt8(ascii: "~"):
        at += 1
      case 0x61...0x7A, 0x30...0x39: return false
      default: return true
      }
    }
    return false
  }

  // MARK: Revisions

  /// How far a colon is looked for, in bytes: one search for each word must not cost the passage.
  private static let reach = 4_000

  /// Whether the word at `start` may be a mark of a revision: at the head of a sentence or of a
  /// bracket, and with a colon behind it.
  private func mayBeMark(_ start: Int) -> Bool {
    let end = wordEnd(start)
    let key = WordKey(bytes, start, end)
    guard RevisionFinder.words.contains(key) else { return false }
    var before = skippingBack(start)
    if before > span.start {
      let last = bytes[before - 1]
      if last == UInt8(ascii: "[") || last == UInt8(ascii: "(") { return true }
    }
    // No sentence ends with one of these.
    while before > span.start, [0x2C, 0x3A, 0x3B].contains(bytes[before - 1]) {
      before = skippingBack(before - 1)
    }
    if before > span.start, isLetter(bytes[before - 1]) || isDigit(bytes[before - 1]) {
      return false
    }
    if bytes[start] | 0x20 == UInt8(ascii: "r") { return true }
    guard let base = bytes.baseAddress else { return false }
    let rest = span.end - end
    return rest > CueContext.reach || memchr(base + end, 0x3A, rest) != nil
  }

  // MARK: Estimates and credences

  /// Whether the letters at `start` may be of a word of estimation that no word before it refuses.
  private func mayBeEstimate(_ start: Int) -> Bool {
    let first = lettersBack(start)
    let key = WordKey(bytes, first, wordEnd(start))
    if CueContext.neverRefused.contains(key) { return true }
    guard EstimateFinder.words.contains(key) else { return false }
    let before = skippingBack(first)
    let word = lettersBack(before)
    return !(EstimateFinder.refused.contains(WordKey(bytes, word, before)) && isWordBoundary(word))
  }

  /// Words that begin an estimate whatever stands before them.
  private static let neverRefused: WordList = ["almost", "nearly", "unsure"]

  /// Whether a number in per cent may be there.
  func holdsShare() -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var at = span.start
    while let sign = memchr(base + at, 0x25, span.end - at) {
      let place = UnsafeRawPointer(sign) - UnsafeRawPointer(base)
      let before = skippingBack(place)
      if before > span.start, isDigit(bytes[before - 1]) || isMarkup(bytes[before - 1]) {
        return true
      }
      at = place + 1
    }
    return false
  }

  /// Whether two digits stand with a colon or a full stop between them.
  func holdsRatioOrFraction() -> Bool {
    var at = span.start + 1
    while at + 1 < span.end {
      if at + 17 <= bytes.count {
        let marks = bytes.block(at: at)
        let found =
          (marks.places(of: 0x2E) .| marks.places(of: 0x3A))
          .& bytes.block(at: at - 1).digits .& bytes.block(at: at + 1).digits
        if let first = found.first { return at + first + 1 < span.end }
        at += 16
      } else {
        let isMark = bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: ".")
        if isMark, isDigit(bytes[at - 1]), isDigit(bytes[at + 1]) { return true }
        at += 1
      }
    }
    return false
  }
}

extension ByteBlock {
  /// Where digits stand.
  fileprivate var digits: Places { places(from: 0x30, count: 10) }
}
