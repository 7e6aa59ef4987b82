import DictumModel

/// Reads what the words of each passage say beside their matter: reports of others, revisions, and
/// how sure the writer is; one pass over each passage that holds a cue.
///
/// All passages are looked at before the first is read: the two have little code in common.
struct WordsReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var cursor: SentenceCursor
  private var cueFinder: CueFinder
  private let lineTable: LineTable

  /// The passages to be read, with their cues and a place behind which no more of them are.
  private var seen: [(passage: Int, cues: Cue, last: Int)] = []

  private(set) var reports: [ReportedSpeech] = []
  private(set) var revisions: [RevisionEvent] = []
  private(set) var confidences: [ConfidenceExpression] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lineTable: LineTable) {
    self.bytes = bytes
    self.lineTable = lineTable
    cursor = SentenceCursor(bytes, ByteSpan(0, 0))
    cueFinder = CueFinder(bytes)
  }

  /// Looks whether the passage at `index` may say something, and adds what it has lost to `damage`.
  mutating func look(at passages: [Passage], _ index: Int, damage: inout DamageFinder) {
    let (kind, span) = (passages[index].kind, passages[index].span)
    var cues: Cue = []
    switch kind {
    // Code and tables say nothing of the kind.
    case .code: break
    case .table: damage.add(kind, span, hasCue: false, isASCII: false)
    default:
      cues = cueFinder.cues(in: span)
      damage.add(
        kind, span, hasCue: cues.contains(.loss), isASCII: !cueFinder.mayBeBeyondASCII)
    }
    if !cues.isEmpty || EpistemicStatus.mayBegin(passages[index].text) {
      seen.append((index, cues, cueFinder.last))
    }
  }

  /// Reads the passages that may say something.
  mutating func read(_ passages: [Passage]) {
    for (index, cues, last) in seen {
      if let status = EpistemicStatus.inPassage(passages[index], index) {
        confidences.append(status)
      }
      if !cues.isEmpty { add(passages[index], index, cues, to: last) }
    }
  }

  /// Adds what a passage with these cues says; `last` is a place behind which no more of them are.
  mutating func add(_ passage: Passage, _ index: Int, _ cues: Cue, to last: Int) {
    let firstRevision = revisions.count
    let isProse = passage.kind != .html
    if isProse, !cues.isDisjoint(with: [.report, .credence, .estimate, .revision]) {
      addSentences(passage, index, cues, to: last)
    }
    guard cues.contains(.strike) else { return }
    for strike in StrikeFinder.strikes(in: bytes, passage.span) {
      let words = PlainWords.text(bytes, strike.words)
      revisions.append(event(.struck, nil, words, strike.span, index))
    }
    revisions[firstRevision...].sort { $0.span.start < $1.span.start }
  }

  /// Adds the retraction that a heading says of what stands under it, whose first passage is `index`.
  mutating func addRetraction(heading: ByteSpan, text: String, _ index: Int) {
    revisions.append(event(.retracted, nil, text, heading, index))
  }

  private mutating func addSentences(
    _ passage: Passage, _ index: Int, _ cues: Cue, to last: Int
  ) {
    let isOwn = passage.voice == .own
    guard isOwn || cues.contains(.revision) else { return }
    cursor.move(to: passage.span)
    var isFirst = true
    var open: RevisionFinder.Mark?
    while cursor.position <= last, cursor.next() {
      // The next sentence takes the same room, so these are given back at the end of this one.
      let tokens = cursor.tokens
      if cues.contains(.revision) {
        for mark in RevisionFinder.marks(in: tokens, isFirst: isFirst, bytes) {
          if mark.bracket == 0, mark.end == nil {
            if let before = open { close(before, at: mark.start, index) }
            open = mark
          } else {
            close(mark, at: mark.end ?? closing(mark, before: passage.span.end), index)
          }
        }
      }
      isFirst = false
      guard isOwn, let last = tokens.last else { continue }
      var reported: Int?
      if cues.contains(.report) {
        for report in ReportFinder.reports(in: tokens, bytes) {
          reported = min(reported ?? report.verb.lowerBound, report.verb.lowerBound)
          add(report, tokens, end: last.end, index)
        }
      }
      if cues.contains(.credence) {
        for found in CredenceFinder.credences(in: tokens)
        where reported.map({ found.tokens.lowerBound < $0 }) ?? true {
          add(found, tokens, index)
        }
      }
      if cues.contains(.estimate) {
        for found in EstimateFinder.estimates(in: tokens)
        where reported.map({ found.lowerBound < $0 }) ?? true {
          addEstimate(found, tokens, index)
        }
      }
    }
    if let open { close(open, at: passage.span.end, index) }
  }

  /// How far the bracket around an edit is looked for, in bytes.
  private static let reach = 4_000

  /// Where the bracket of an edit closes; where the passage ends when it does not.
  private func closing(_ mark: RevisionFinder.Mark, before end: Int) -> Int {
    let close = mark.bracket == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
    var depth = 0
    for at in mark.start..<min(end, mark.start + WordsReader.reach) {
      if bytes[at] == mark.bracket { depth += 1 }
      if bytes[at] == close {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
    }
    return end
  }

  private mutating func close(_ mark: RevisionFinder.Mark, at end: Int, _ index: Int) {
    var end = max(end, mark.wordsStart)
    while end > mark.wordsStart, bytes[end - 1] <= 0x20 { end -= 1 }
    let isBracketed = mark.bracket != 0 && end > mark.wordsStart
    let words = ByteSpan(mark.wordsStart, isBracketed ? end - 1 : end)
    revisions.append(
      event(
        mark.kind, mark.date, PlainWords.text(bytes, words), ByteSpan(mark.start, end), index))
  }

  private func event(
    _ kind: RevisionEvent.Kind, _ date: String?, _ text: String, _ span: ByteSpan, _ index: Int
  ) -> RevisionEvent {
    RevisionEvent(
      kind: kind, date: date, text: text, span: span, line: lineTable.line(at: span.start),
      passage: index)
  }

  private mutating func add(
    _ report: ReportFinder.Found, _ tokens: [Token], end: Int, _ index: Int
  ) {
    let start = tokens[min(report.name.lowerBound, report.verb.lowerBound)].start
    reports.append(
      ReportedSpeech(
        speaker: text(report.name, tokens), verb: text(report.verb, tokens),
        span: ByteSpan(start, end), line: lineTable.line(at: start), passage: index))
  }

  private mutating func add(_ found: CredenceFinder.Found, _ tokens: [Token], _ index: Int) {
    add(
      found.kind, found.tokens, tokens, text(found.tokens, tokens), low: found.low,
      high: found.high, head: text(found.head, tokens).lowercased(), index)
  }

  private mutating func addEstimate(_ found: Range<Int>, _ tokens: [Token], _ index: Int) {
    let words = text(found, tokens)
    let range = EstimateWords.range(of: words.lowercased())
    add(
      .estimative, found, tokens, words, low: range?.lowerBound, high: range?.upperBound,
      head: nil, index)
  }

  private mutating func add(
    _ kind: ConfidenceExpression.Kind, _ found: Range<Int>, _ tokens: [Token], _ words: String,
    low: Double?, high: Double?, head: String?, _ index: Int
  ) {
    let span = ByteSpan(tokens[found.lowerBound].start, tokens[found.upperBound - 1].end)
    confidences.append(
      ConfidenceExpression(
        kind: kind, text: words, low: low, high: high, head: head, span: span,
        line: lineTable.line(at: span.start), passage: index))
  }

  /// The words of some tokens, on one line.
  private func text(_ range: Range<Int>, _ tokens: [Token]) -> String {
    PlainWords.text(
      bytes, ByteSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end))
  }
}
