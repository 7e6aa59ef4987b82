import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum speakers`: who speaks in this library.
struct SpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers", abstract: "List the speakers, who say most first.",
    discussion: """
      Example:
        dictum speakers kwa
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Only those with this name, or a part of it.")
  var name: String?

  func run() throws {
    let (_, store) = try library.openStore()
    let list = try store.speakers(name)
    try output.print(
      list, schema: "speakers/1", elements: list.speakers, elementSchema: "speaker/1"
    ) { ListText.text(list, style: $0) }
    if list.speakers.isEmpty { throw ExitStatus.nothing }
  }
}
