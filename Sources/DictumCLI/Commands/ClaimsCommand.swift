import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

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
    if claims.isEmpty {
      output.talk(
        try store.totals().claims > 0
          ? "nothing found"
          : "no claims yet: `#claim ^c-name` at the end of a paragraph declares its last sentence")
      throw ExitStatus.nothing
    }
  }
}

extension Standing: ExpressibleByArgument {}
