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
    if sources.isEmpty { throw ExitStatus.nothing }
  }
}

/// `dictum claims`: what is claimed in this library.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "List the declared claims.",
    discussion: """
      Examples:
        dictum claims --speaker okafor
        dictum claims --standing contradicted
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Only those this speaker put forward: a name or a part of one.", valueName: "name"))
  var speaker: String?

  @Option(
    help: ArgumentHelp(
      "Only those of which runs say this: \(Standing.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "standing"))
  var standing: Standing?

  func run() throws {
    let (_, store) = try library.openStore()
    let names = try speaker.map { Set(try store.speakers($0).speakers.map(\.name)) }
    let claims = try store.claims().filter { claim in
      (names.map { !$0.isDisjoint(with: claim.speakers) } ?? true)
        && (standing.map { $0 == claim.standing } ?? true)
    }
    try output.print(claims, schema: "claims/1", elementSchema: "claim/1") {
      ListText.text(claims, style: $0)
    }
    if claims.isEmpty { throw ExitStatus.nothing }
  }
}

extension Standing: ExpressibleByArgument {}

/// `dictum models`: what can be rerun.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "List the models with their newest verdicts.",
    discussion: """
      Example:
        dictum models --json | jq -r '.items[].address'
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (_, store) = try library.openStore()
    let models = try store.models()
    try output.print(models, schema: "models/1", elementSchema: "model/1") {
      ListText.text(models, style: $0)
    }
    if models.isEmpty { throw ExitStatus.nothing }
  }
}
