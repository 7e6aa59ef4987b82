import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum sources`: what is in this library.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List the sources.",
    discussion: """
      Examples:
        dictum sources --kind dialogue
        dictum sources --speaker "Ada Okafor" --after 2026
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (_, store) = try library.openStore()
    let sources = try store.sources(filters.filter)
    try output.print(sources, schema: "sources/1", elementSchema: "source/1") {
      ListText.text(sources, style: $0)
    }
    if sources.isEmpty {
      output.talk("nothing found")
      throw ExitStatus.nothing
    }
  }
}
