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
    // Nearly every file is Markdown by its name, and none of what follows.
    if path.ends(in: ".md") { return text(path, bytes) }
    if JSONRecord.isNamed(path) { return JSONRecord.outcome(path: path, bytes: bytes) }
    if HTMLReader.reads(path) {
      var reading = HTMLReader.reading(path: path, bytes: bytes)
      reading.traceConversation()
      return .read(reading)
    }
    let isPlain = path.ends(in: ".txt") || path.ends(in: ".fountain")
    if isPlain, ReplyAnnotation.isOne(bytes) { return .skipped("IRC annotation files") }
    // A log that is no conversation is a machine's.
    if path.ends(in: ".log") { return text(path, bytes, unlessRecord: ".log files") }
    return text(
      path, bytes, isPlain: isPlain,
      unlessRecord: TableRecord.isNamed(path) ? TableRecord.skippedKind : nil)
  }

  /// What a file of text says; one that is passed over unless it is a record is of the kind `skipped`.
  private static func text(
    _ path: String, _ bytes: [UInt8], isPlain: Bool = false, unlessRecord skipped: String? = nil
  ) -> ReadOutcome {
    var assembly = SourceAssembly(path: path, bytes: bytes)
    if !assembly.readRecord() {
      if let skipped { return .skipped(skipped) }
      assembly.readText(isPlain: isPlain)
    }
    assembly.traceConversation()
    return .read(assembly.reading)
  }
}
