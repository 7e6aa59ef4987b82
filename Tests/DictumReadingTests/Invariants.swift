import DictumModel

/// What must hold of every reading, as a list of what does not.
///
/// In JSON, HTML and mails escapes stand for letters, and so the words of a passage need not be those of the
/// file's lines; tests of their own decode what a span holds.
func violations(of reading: SourceReading, in bytes: [UInt8], _ path: String = "a.md") -> [String] {
  let isEscaped = [".json", ".jsonl", ".html", ".eml"].contains { path.hasSuffix($0) }
  let isTurned = isEscaped && isNewestFirst(reading)
  var found: [String] = []
  let table = LineTable(bytes)
  var start = 0
  var anchors: Set<String> = []
  for (index, passage) in reading.passages.enumerated() {
    let name = "passage \(index) at line \(passage.line)"
    if passage.span.start < 0 || passage.span.end > bytes.count {
      found.append("\(name) out of bounds")
    }
    if passage.span.start < start, !isTurned { found.append("\(name) out of order") }
    start = passage.span.start
    if table.line(at: passage.span.start) != passage.line {
      found.append("\(name) on another line")
    }
    // A claim without words is told of, and kept.
    if (passage.text.isEmpty && passage.kind != .claim) || passage.anchor.isEmpty {
      found.append("\(name) without words or anchor")
    }
    if !anchors.insert(passage.anchor).inserted { found.append("\(name) shares \(passage.anchor)") }
    if let utterance = passage.utterance {
      if !reading.utterances.indices.contains(utterance) {
        found.append("\(name) in no utterance")
      } else if !reading.utterances[utterance].span.contains(passage.span) {
        found.append("\(name) outside utterance \(reading.utterances[utterance].span)")
      }
    }
    if !isEscaped, ![.cue, .claim, .table, .html].contains(passage.kind) {
      found += misplacedWords(of: passage, in: bytes, table).map { "\(name): \($0)" }
    }
  }
  var end = 0
  var turn = 0
  for utterance in reading.utterances {
    if (utterance.span.start < end && !isTurned) || utterance.span.end > bytes.count
      || utterance.span.isEmpty
    {
      found.append("utterance at \(utterance.span) after \(end)")
    }
    if table.line(at: utterance.span.start) != utterance.line { found.append("utterance's line") }
    if utterance.turn < turn || utterance.turn > turn + 1 { found.append("turn \(utterance.turn)") }
    (end, turn) = (utterance.span.end, utterance.turn)
  }
  for reference in reading.references {
    if reference.span.end > bytes.count { found.append("reference out of bounds") }
    if table.line(at: reference.span.start) != reference.line { found.append("reference's line") }
    if let index = reference.passage, !reading.passages[index].span.contains(reference.span) {
      found.append("reference to \(reference.target) outside its passage")
    }
  }
  return found
}

/// Whether an export has its newest message first and is read from its end.
///
/// There, what is read later may stand behind what is read sooner only where its date is later, or
/// where a machine answers what stands before its words.
private func isNewestFirst(_ reading: SourceReading) -> Bool {
  let all = reading.utterances
  guard let first = all.first, let last = all.last, first.span.start >= last.span.end else {
    return false
  }
  let machines = Set(reading.passages.filter { $0.voice == .machine }.compactMap(\.utterance))
  var hasAnswered = false
  for index in all.indices.dropFirst() {
    let isBehind = all[index].span.start >= all[index - 1].span.end
    let isLater = (all[index - 1].date ?? "") < (all[index].date ?? "")
    let isAnswer = machines.contains(index) && !machines.contains(index - 1) && !hasAnswered
    guard !isBehind || isLater || isAnswer else { return false }
    hasAnswered = isBehind && !isLater
  }
  let spans = all.map(\.span).sorted { $0.start < $1.start }
  return zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
}

/// The words of a passage that do not stand, in order, on their lines of the file.
///
/// A word is a run of ASCII letters and digits of three or more, because escapes and references
/// change others; markup may stand inside it.
private func misplacedWords(of passage: Passage, in bytes: [UInt8], _ table: LineTable) -> [String]
{
  for (number, text) in passage.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    .enumerated()
  {
    let whole = table.span(ofLine: passage.line + number)
    let line = bytes[
      max(
        whole.start, passage.span.start)..<max(
          whole.start, passage.span.start, min(whole.end, passage.span.end))]
    var rest = line[...]
    for word in text.split(whereSeparator: { !isLetterOrDigit($0) }) where word.count > 2 {
      for byte in word {
        guard let at = rest.firstIndex(of: byte) else {
          return [
            "\(String(decoding: word, as: UTF8.self)) is not on line \(passage.line + number)"
          ]
        }
        rest = rest[(at + 1)...]
      }
    }
  }
  return []
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
}
