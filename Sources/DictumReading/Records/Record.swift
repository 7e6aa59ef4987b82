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

  /// Puts messages whose dates run backwards in the order of time, as Messenger and Skype write them;
  /// all others stay as the file has them.
  mutating func turnRound() {
    let dates = messages.compactMap { $0.isAside && $0.date == nil ? "" : $0.date }
    let told = dates.filter { !$0.isEmpty }
    guard dates.count == messages.count, let first = told.first, let last = told.last,
      first > last
    else { return }
    let pairs = zip(told, told.dropFirst())
    let backwards = pairs.count { $0 >= $1 }
    guard backwards * 10 >= (told.count - 1) * 9 else { return }
    messages.reverse()
    if told.count == messages.count {
      messages = messages.enumerated()
        .sorted { ($0.element.date ?? "", $0.offset) < ($1.element.date ?? "", $1.offset) }
        .map(\.element)
    }
    if date == told.first { date = told.last }
  }
}
