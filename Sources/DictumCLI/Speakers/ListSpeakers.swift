import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum speakers [NAME]`: who speaks in this library.
struct ListSpeakers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the speakers, who say most first.",
    discussion: """
      Examples:
        dictum speakers kwa
        dictum speakers --proposed --json
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "List what points at the speakers of unnamed turns, and names that are much alike.")
  var proposed = false

  @Argument(help: "Only those with this name, or a part of it.")
  var name: String?

  func run() throws {
    let (_, store) = try library.openStore()
    if proposed { return try printProposals(store) }
    let list = try store.speakers(name)
    try output.print(
      list, schema: "speakers/1", elements: list.speakers, elementSchema: "speaker/1"
    ) { ListText.text(list, style: $0) }
    if list.speakers.isEmpty { throw ExitStatus.nothing }
  }

  private func printProposals(_ store: Store) throws {
    let proposals = try store.speakerProposals(name)
    try output.print(
      proposals, schema: "speaker-proposals/1", elements: proposals.elements,
      elementSchema: "speaker-proposal/1"
    ) { ProposalText.text(proposals, style: $0) }
    if proposals.elements.isEmpty {
      if !output.json, !output.jsonl { Terminal.talk("nothing to propose") }
      throw ExitStatus.nothing
    }
  }
}
