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
      for a passage, PATH:LINE, model:ID, run:ID. Of a source, the beginning is shown: who speaks, and \
      the first turns or passages; PATH#t21..t40 shows some turns of it.

      Examples:
        dictum show dialogues/on-getting-stuck.md
        dictum show 'dialogues/on-getting-stuck.md#t5'
        dictum show posts/critical-redundancy.md:12
        dictum show model:independent-steps
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp("How many passages to show on either side.", valueName: "n"))
  var context = 1

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp(
      "How many turns of a conversation, or passages of another source, to show; 0 for all.",
      valueName: "n"))
  var limit = 20

  @Argument(help: "The address.")
  var address: String

  func validate() throws {
    guard context >= 0 else { throw ValidationError("--context must be 0 or more") }
    guard limit >= 0 else { throw ValidationError("--limit must be 0 or more") }
  }

  func run() throws {
    let (_, store) = try library.openStore()
    if let range = TurnRange(address), range.turns.count > 1,
      let page = try store.page(of: range.source, turns: range.turns)
    {
      return try show(page.passages, store)
    }
    guard let found = try store.resolve(Address(address)) else {
      throw Failure(try ShowCommand.unknown(address, store))
    }
    switch found {
    case .source(let source): try show(source, store)
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

  private func show(_ source: SourceSummary, _ store: Store) throws {
    guard let page = try store.page(of: source.path, limit: limit == 0 ? nil : limit) else {
      return
    }
    try output.print(page, schema: "source/1", elements: [page], elementSchema: "source/1") {
      ShowText.text(page, style: $0)
    }
    guard page.isMore else { return }
    let last = page.passages.last { $0.turn != nil }?.turn
    if let last, last < source.turns {
      let next = last + 1
      let range =
        next == source.turns ? "t\(next)" : "t\(next)..t\(min(last + limit, source.turns))"
      output.talk(
        "\(source.turns - last) more of \(source.turns) turns: dictum show '\(source.path)#\(range)', "
          + "or --limit 0 for all")
    } else {
      output.talk(
        "\(source.passages - page.passages.count) more of \(source.passages) passages: --limit 0 for all"
      )
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
    // Of turns of which none is there, the last one is near.
    let wanted = TurnRange(address).map { "\($0.source)#t\($0.turns.lowerBound)" } ?? address
    let near = try store.nearest(to: wanted, limit: 3)
    return "\(address) leads nowhere"
      + (near.isEmpty
        ? "; `dictum sources` lists what there is"
        : "; did you mean \(near.joined(separator: ", "))?")
  }
}
