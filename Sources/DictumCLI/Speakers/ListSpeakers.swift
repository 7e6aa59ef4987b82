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
    ) { ListText.text(list, isWhole: name == nil, style: $0) }
    guard list.speakers.isEmpty else { return }
    if let name {
      let near = try store.speakerNames(near: name, limit: 3)
      output.talk(
        "nobody is called \(name)"
          + (near.isEmpty
            ? "; `dictum speakers` lists who speaks" : ": perhaps \(near.joined(separator: ", "))"))
    } else {
      output.talk(
        "nobody is known by name yet; docs/what-is-read.md says how turns are labelled, and `dictum "
          + "speakers assign` names their speakers")
    }
    throw ExitStatus.nothing
  }

  private func printProposals(_ store: Store) throws {
    let proposals = try store.speakerProposals(name)
    try output.print(
      proposals, schema: "speaker-proposals/1", elements: proposals.elements,
      elementSchema: "speaker-proposal/1"
    ) { ProposalText.text(proposals, style: $0) }
    if proposals.elements.isEmpty {
      output.talk("nothing to propose")
      throw ExitStatus.nothing
    }
  }
}
