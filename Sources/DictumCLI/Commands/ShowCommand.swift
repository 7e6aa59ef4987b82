import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum show`: one thing with its surroundings.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what an address leads to.",
    discussion: """
      An address is what the other commands print: a path, PATH#t12 for a turn, PATH#^id or PATH#p-… \
      for a passage, PATH:LINE, model:ID, run:ID.

      Examples:
        dictum show dialogues/on-getting-stuck.md#t5
        dictum show posts/critical-redundancy.md:12
        dictum show model:independent-steps
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp("How many passages to show on either side.", valueName: "n"))
  var context = 1

  @Argument(help: "The address.")
  var address: String

  func validate() throws {
    guard (0...50).contains(context) else {
      throw ValidationError("--context must be from 0 to 50")
    }
  }

  func run() throws {
    let (_, store) = try library.openStore()
    guard let found = try store.resolve(Address(address)) else {
      throw Failure(try ShowCommand.unknown(address, store))
    }
    switch found {
    case .source(let source):
      try output.print(source, schema: "source/1", elements: [source], elementSchema: "source/1") {
        ShowText.text(source, style: $0)
      }
    case .turn(_, _, let passages): try show(passages, store)
    case .passage(let passage): try show([passage], store)
    case .claim(let claim):
      guard case .passage(let source, let anchor) = Address(claim.address),
        let trace = try store.trace(source: source, anchor: anchor),
        let declared = trace.assertions.first(where: \.isDeclaration)
      else { throw Failure("\(address): the claim is gone") }
      try show([declared.passage], store)
    case .model(let model):
      try output.print(model, schema: "model/1", elements: [model], elementSchema: "model/1") {
        ListText.text([model], style: $0)
      }
    case .run(let record):
      try output.print(record, schema: "run/1", elements: [record], elementSchema: "run/1") {
        RunText.text(record, claims: [:], style: $0)
      }
      try ForeignRuns.tell([record.id], store: store)
    }
  }

  private func show(_ passages: [PassageView], _ store: Store) throws {
    let (before, after) = try store.surroundings(of: passages, count: context)
    try output.print(passages, schema: "passages/1", elementSchema: "passage/1") {
      ShowText.text(passages, before: before, after: after, style: $0)
    }
  }

  /// Why an address leads nowhere, with the nearest that do.
  static func unknown(_ address: String, _ store: Store) throws -> String {
    let near = try store.nearest(to: address, limit: 3)
    return "\(address) leads nowhere"
      + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?")
  }
}
