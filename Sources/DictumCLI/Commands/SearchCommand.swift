import ArgumentParser
import DictumModel
import DictumReport
import DictumSearch

/// `dictum search`: where was this said, by whom, in what context.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find passages: who said it, where, when.",
    discussion: """
      A question in plain English finds things. Exact: "a phrase", -without, +with, OR, NEAR/5, \
      prefix*, and the fields speaker: source: kind: tag: author: after: before: in: title:. \
      docs/query-language.md has all of it. Put the query in quotation marks when it holds -words, so that \
      they are not taken for options. The exit status is 1 when nothing is found.

      Examples:
        dictum search what do people say about feedback loops
        dictum search '"critical threshold" speaker:ada'
        dictum search --speaker "Ada Okafor" --after 2026 --context 1 models disagree
        dictum search --jsonl 'kind:claim critical' | jq -r .passage.address
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("How many passages at most.", valueName: "n"))
  var limit = 10

  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp("How many passages to show on either side of each.", valueName: "n"))
  var context = 0

  @Flag(help: "Say what the query became.")
  var explain = false

  @Argument(parsing: .remaining, help: "What to look for.")
  var query: [String] = []

  func validate() throws {
    guard !query.isEmpty || !filters.filter.isEmpty else {
      throw ValidationError("say what to look for, or give a filter such as --speaker")
    }
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit must be from 1 to 10000")
    }
    guard (0...50).contains(context) else {
      throw ValidationError("--context must be from 0 to 50")
    }
  }

  func run() throws {
    let (_, store) = try library.openStore()
    let result = try Searcher(store: store).search(
      query.joined(separator: " "), filter: filters.filter, limit: limit, context: context)
    if explain { Terminal.talk(result.explanation) }
    for note in result.notes { Terminal.talk("note: \(note)") }
    try output.print(
      result, schema: "search/1", elements: result.hits, elementSchema: "search-hit/1"
    ) { SearchText.text(result, style: $0) }
    if result.hits.isEmpty {
      output.talk("nothing found")
      throw ExitStatus.nothing
    }
    if result.isMore { output.talk("there are more: --limit \(limit * 2)") }
  }
}
