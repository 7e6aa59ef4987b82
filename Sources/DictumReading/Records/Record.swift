import DictumModel

/// What a reader of records is given: a file, and what its front matter says of its speakers.
struct RecordInput {
  var path: String
  var bytes: [UInt8]
  /// Where the text begins, past a byte order mark and front matter; bytes, 0-based.
  var start: Int
  var lineTable: LineTable
  var registry: SpeakerRegistry
}

/// What a reader of records makes of a file: its messages, and what the record says of itself.
struct Record {
  var kind: SourceKind
  var messages: [Message]
  var joining: MessageAssembly.Joining
  var title: String?
  var date: String?
  var url: String?
  /// Other labels of those who speak, label to name.
  var aliases: [String: String] = [:]
  var diagnostics: [Diagnostic] = []

  init(_ kind: SourceKind, _ messages: [Message], _ joining: MessageAssembly.Joining) {
    self.kind = kind
    self.messages = messages
    self.joining = joining
  }
}
