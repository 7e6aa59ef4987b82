import ArgumentParser
import DictumReport
import Glibc

/// When text is coloured.
enum ColourMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// In which form a command answers.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON document; docs/json-output.md defines its schema.")
  var json = false

  @Flag(help: "Print one line of JSON a result.")
  var jsonl = false

  @Option(
    help: "Colours: auto, always or never; auto heeds NO_COLOR and TERM=dumb.")
  var color = ColourMode.auto

  func validate() throws {
    if json, jsonl { throw ValidationError("--json and --jsonl exclude one another") }
  }

  /// How text is to look on standard output.
  var style: Style { OutputOptions.style(color, STDOUT_FILENO) }

  /// How text is to look on standard error.
  var talkStyle: Style { OutputOptions.style(color, STDERR_FILENO) }

  private static func style(_ mode: ColourMode, _ descriptor: Int32) -> Style {
    let isTerminal = Terminal.isTerminal(descriptor)
    let isWanted = Terminal.environment("NO_COLOR") == nil && Terminal.environment("TERM") != "dumb"
    return Style(
      hasColour: mode == .always || (mode == .auto && isTerminal && isWanted),
      isTerminal: isTerminal, width: Terminal.width, isASCII: isASCII)
  }

  /// Whether the terminal shows no more than ASCII: a dumb one, or a locale of another character set.
  ///
  /// With no locale at all, text is UTF-8, as all else that Dictum prints is.
  private static var isASCII: Bool {
    if Terminal.environment("TERM") == "dumb" { return true }
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.compactMap({ Terminal.environment($0) }).first else { return false }
    let characters = locale.uppercased()
    return !characters.contains("UTF-8") && !characters.contains("UTF8")
  }

  /// Says something beside a result, to people; a program has the document.
  func talk(_ text: String) {
    if !json, !jsonl { Terminal.talk(text) }
  }

  /// Prints a result as one document, its elements a line each, or as text.
  func print<Element: Encodable>(
    _ document: some Encodable, schema: String, elements: [Element], elementSchema: String,
    text: (Style) -> [String]
  ) throws {
    if json {
      Terminal.print([try JSONDocument.text(document, schema: schema)])
    } else if jsonl {
      Terminal.print(try JSONDocument.lines(elements, schema: elementSchema))
    } else {
      Terminal.print(text(style))
    }
  }

  /// Prints a list: as one document with `items`, its elements a line each, or as text.
  func print<Element: Encodable>(
    _ elements: [Element], schema: String, elementSchema: String, text: (Style) -> [String]
  ) throws {
    try print(
      JSONDocument.List(elements), schema: schema, elements: elements,
      elementSchema: elementSchema, text: text)
  }
}
