import DictumMarkdown
import DictumModel

/// Reads one file: the verb of this room.
///
///     SourceReader.read(path: "dialogues/steps.md", bytes: bytes)  // .read(SourceReading)
package enum SourceReader {
  /// What the file at `path`, relative to its library, says.
  ///
  /// The path gives the form (by its ending) and names the file in diagnostics; it is not opened.
  package static func read(path: String, bytes: [UInt8]) -> ReadOutcome {
    if let refusal = Encoding.refusal(of: bytes, path: path) { return .refused(refusal) }
    if JSONRecord.isNamed(path) { return JSONRecord.outcome(path: path, bytes: bytes) }
    if HTMLReader.reads(path) {
      var reading = HTMLReader.reading(path: path, bytes: bytes)
      reading.traceConversation()
      return .read(reading)
    }
    let isPlain = path.ends(in: ".txt") || path.ends(in: ".fountain")
    if isPlain, ReplyAnnotation.isOne(bytes) { return .skipped("IRC annotation files") }
    var assembly = SourceAssembly(path: path, bytes: bytes)
    if !assembly.readRecord() {
      // A log that is no conversation is a machine's.
      if path.ends(in: ".log") { return .skipped(".log files") }
      if TableRecord.isNamed(path) { return .skipped(TableRecord.skippedKind) }
      assembly.readText(isPlain: isPlain)
    }
    var reading = assembly.reading
    reading.traceConversation()
    return .read(reading)
  }
}
