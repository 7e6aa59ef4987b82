/// What is fuzzed: a family of readers, and the files that a run of bytes stands for.
///
/// Compiled here and, by a link, into `dictum-fuzz`, so that a test reads what the fuzzer found just
/// as the fuzzer did.
enum FuzzTarget: String, CaseIterable {
  /// Markdown: blocks, turns, references, claims; also exports in Markdown.
  case markdown
  /// Plain text with labels, bullets or neither.
  case plain
  /// WebVTT and SubRip.
  case captions
  /// Logs of chats, minutes and mails.
  case chat
  /// Transcripts and exports in JSON.
  case json
  /// Tables of values, as they are and under columns of a conversation.
  case tables
  /// Pages and exports in HTML.
  case html
  /// Front matter, around the bytes; and a model card's.
  case frontmatter

  /// The files that `bytes` are read as, path and content.
  func files(_ bytes: [UInt8]) -> [(path: String, bytes: [UInt8])] {
    switch self {
    case .markdown: [("a.md", bytes)]
    case .plain: [("a.txt", bytes)]
    case .captions: [("a.vtt", bytes), ("a.srt", bytes)]
    case .chat: [("a.log", bytes), ("a.txt", bytes), ("a.md", bytes), ("a.eml", bytes)]
    case .json: [("a.json", bytes)]
    case .tables:
      [
        ("a.csv", bytes),
        ("b.csv", "speaker,text,start,end\nAda,One,1,2\nAda,Two,2,3\n".utf8 + bytes),
        ("b.tsv", "id\tuser\ttext\tdate\n1\tAda\tOne\t\n2\tAda\tTwo\t\n".utf8 + bytes),
      ]
    case .html: [("a.html", bytes), ("a.md", bytes)]
    case .frontmatter:
      [
        ("a.md", "---\n".utf8 + bytes + "\n---\nWords.\n".utf8),
        ("model.md", "---\ntype: model\n".utf8 + bytes + "\n---\nWords.\n".utf8),
      ]
    }
  }
}
