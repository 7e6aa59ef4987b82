import DictumHTML
import DictumModel

/// Reads saved web pages: dialogues and comments of a forum, and articles of any site.
enum HTMLReader {
  /// Whether a file is a page, by its ending.
  static func reads(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".html") || path.hasSuffix(".htm")
  }

  /// What the page at `path` says.
  static func reading(path: String, bytes: [UInt8]) -> SourceReading {
    let page = HTMLDocument(parsing: bytes)
    let facts = PageFacts(page)
    var writer = PageWriter(page, facts: facts, notes: PageNotes(page))
    writer.preamble(facts.frontMatter)
    let thread = PageThread(page)
    let kind = write(page, thread, to: &writer)

    var assembly = SourceAssembly(path: path, bytes: writer.bytes)
    assembly.readText(isPlain: false, marks: writer.marks, kind: kind)
    let file = LineTable(bytes)
    var reading = assembly.reading.mapped(
      through: writer.map, from: LineTable(writer.bytes), to: file)
    if let fault = page.fault { reading.diagnostics.append(diagnostic(fault, path, file)) }
    return reading
  }

  /// Writes what of a page is words; what kind of source its contributions make it.
  private static func write(
    _ page: HTMLDocument, _ thread: PageThread, to writer: inout PageWriter
  ) -> SourceKind? {
    let comments = Set(thread.comments.map(\.node))
    guard let root = PageContent.root(of: page, without: comments) else { return nil }
    let messages = Dictionary(
      thread.messages.map { ($0.node, $0.record) }, uniquingKeysWith: { first, _ in first })
    writer.write(root, turns: messages, skipping: thread.headers.union(comments))
    for comment in thread.comments {
      writer.mark(comment.record, at: comment.node)
      writer.write(comment.body, skipping: comments)
    }
    if !thread.messages.isEmpty { return .dialogue }
    return thread.comments.isEmpty ? nil : .comments
  }

  private static func diagnostic(
    _ fault: HTMLDocument.Fault, _ path: String, _ file: LineTable
  ) -> Diagnostic {
    switch fault {
    case .tooLarge:
      Diagnostic(
        .warning, at: Place(path),
        "the page is larger than \(HTMLDocument.maximumSize >> 20) MiB and was not read",
        remedy: "cut it into pages")
    case .tooManyAttributes(let at):
      Diagnostic(
        .warning, at: Place(path, line: file.line(at: at)),
        "a tag has more than \(HTMLDocument.maximumAttributes) attributes; the page was not read")
    case .tooDeep(let at):
      Diagnostic(
        .warning, at: Place(path, line: file.line(at: at)),
        "elements lie one in another more than \(HTMLDocument.maximumDepth) deep; what comes after "
          + "was not read")
    }
  }
}
