import DictumHTML
import DictumModel

/// Reads saved web pages: dialogues and comments of a forum, and articles of any site.
enum HTMLReader {
  /// Whether a file is a page, by its ending.
  static func reads(_ path: String) -> Bool {
    path.ends(in: ".html") || path.ends(in: ".htm")
  }

  /// What the page at `path` says.
  static func reading(path: String, bytes: [UInt8]) -> SourceReading {
    let page = HTMLDocument(parsing: bytes)
    let facts = PageFacts(page)
    var writer = PageWriter(bytes, page, facts: facts, notes: PageNotes(page))
    writer.preamble(facts.frontMatter)
    let plan = PagePlan(page, PageThread(page))
    writer.write(plan)

    var assembly = SourceAssembly(path: path, bytes: writer.bytes)
    assembly.readText(isPlain: false, marks: writer.marks, kind: plan.kind)
    let file = LineTable(bytes)
    var reading = assembly.reading.mapped(
      through: writer.map, from: LineTable(writer.bytes), to: file)
    if let fault = page.fault {
      reading.diagnostics.append(diagnostic(fault, path, file))
    } else if reading.passages.isEmpty, hasWords(page) {
      reading.diagnostics.append(
        Diagnostic(
          .warning, at: Place(path),
          "no words of the page were read: all of them stand in menus, controls or what is hidden",
          remedy: "save what the browser shows as text"))
    }
    return reading
  }

  /// Whether there are words on a page besides its title, scripts and styles.
  private static func hasWords(_ page: HTMLDocument) -> Bool {
    var next = 0
    while next < page.nodes.count {
      let node = page.nodes[next]
      if ["head", "title", "script", "style"].contains(node.name) {
        next = node.end
      } else {
        if node.text?.utf8.contains(where: { !PageWriter.isSpace($0) }) ?? false { return true }
        next += 1
      }
    }
    return false
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
