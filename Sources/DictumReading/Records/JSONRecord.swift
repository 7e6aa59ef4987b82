import DictumModel

/// Conversations in JSON: the exports of recognisers of speech, of chats and of assistants.
///
/// A shape is told by its keys. To add one: a file in this folder and a line in `shapes`.
enum JSONRecord {
  /// What most JSON in a library is.
  static let skippedKind = "JSON files that hold no conversation"

  /// The shapes that are looked for, the most particular first.
  private static let shapes: [@Sendable (JSONValue) -> Record?] = [
    SlackExport.record, DiscordExport.record, AssistantExport.record, ActivityExport.record,
    DeepgramParagraphs.record, JSONRows.record, JSONWords.record, { JSONTree.record([$0]) },
    { JSONTranscript.record([$0]) },
  ]

  /// Whether a file is JSON by its ending.
  static func isNamed(_ path: String) -> Bool {
    path.ends(in: ".json") || isLines(path)
  }

  private static func isLines(_ path: String) -> Bool { path.ends(in: ".jsonl") }

  /// What becomes of a JSON file: a conversation is read, anything else passed over.
  ///
  /// A file that is no JSON is refused only when it looks like a conversation that was cut off;
  /// there are many files named so for programs, with comments in them.
  static func outcome(path: String, bytes: [UInt8]) -> ReadOutcome {
    let start = Encoding.textStart(bytes)
    do throws(JSONFault) {
      let record: Record?
      if isLines(path) {
        let values = try JSONLines.values(bytes, from: start)
        record =
          JSONRows.record(lines: values) ?? JSONTree.record(values)
          ?? JSONTranscript.record(values)
      } else {
        let value = try JSONGrammar.value(in: bytes, ByteSpan(start, bytes.count))
        record = shapes.lazy.compactMap { $0(value) }.first
      }
      guard var record, record.messages.contains(where: { !$0.isAside && !$0.paragraphs.isEmpty })
      else {
        return .skipped(skippedKind)
      }
      var assembly = SourceAssembly(path: path, bytes: bytes)
      record.turnRound()
      assembly.take(record)
      var reading = assembly.reading
      reading.traceConversation()
      return .read(reading)
    } catch {
      guard JSONRows.looksLikeConversation(bytes) else { return .skipped(skippedKind) }
      let table = LineTable(bytes)
      let place = Place(
        path, line: table.line(at: error.offset), column: table.column(at: error.offset))
      return .refused(
        Diagnostic(.error, at: place, "not JSON: \(error.reason)", remedy: "export it again"))
    }
  }
}

/// JSON Lines: one value a line (jsonlines.org).
enum JSONLines {
  /// The values of the lines that are not blank.
  static func values(_ bytes: [UInt8], from start: Int) throws(JSONFault) -> [JSONValue] {
    var values: [JSONValue] = []
    var cursor = LineCursor(bytes, from: start)
    while let line = cursor.next() {
      guard JSONGrammar.afterSpace(bytes, line.start, line.end) < line.end else { continue }
      values.append(try JSONGrammar.value(in: bytes, line))
    }
    return values
  }
}
