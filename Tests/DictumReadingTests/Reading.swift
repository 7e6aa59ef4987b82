import DictumModel
import DictumReading
import Testing

/// What the reader makes of `text`; a test that gives text that is refused or skipped fails.
func reading(
  _ text: String, path: String = "note.md", _ location: SourceLocation = #_sourceLocation
) throws -> SourceReading {
  let outcome = SourceReader.read(path: path, bytes: Array(text.utf8))
  guard case .read(let reading) = outcome else {
    Issue.record("not read: \(outcome)", sourceLocation: location)
    throw NotRead()
  }
  return reading
}

/// The reader refused or skipped what a test wanted read.
struct NotRead: Error {}

/// The speakers of a source's utterances in order, `?` for an unknown one.
func speakers(_ reading: SourceReading) -> [String] {
  reading.utterances.map { $0.attribution.name ?? "?" }
}

/// The diagnostics as a compiler would print them.
func messages(_ reading: SourceReading) -> [String] {
  reading.diagnostics.map(\.description)
}
