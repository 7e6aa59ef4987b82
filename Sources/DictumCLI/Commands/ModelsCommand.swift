import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

/// `dictum models`: what can be rerun.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "List the models with their newest verdicts, or make one.",
    discussion: """
      Examples:
        dictum models --json | jq -r '.items[].address'
        dictum models new models/walk/walk.py
      """, subcommands: [List.self, New.self], defaultSubcommand: List.self)

  /// `dictum models list`: what there is.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the models with their newest verdicts.")

    @OptionGroup var library: LibraryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let (_, store) = try library.openStore()
      let models = try store.models()
      try output.print(models, schema: "models/1", elementSchema: "model/1") {
        ListText.text(models, style: $0)
      }
      if models.isEmpty {
        output.talk("no models yet: `dictum models new SCRIPT` writes a card for a script you have")
        throw ExitStatus.nothing
      }
    }
  }

  /// `dictum models new SCRIPT`: a card for a script that has none.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a model card for a script.",
      discussion: """
        Writes model.md beside the script, which must lie in the library; a card that is there stays as \
        it is. Its inputs are the script and the files beside it that it names. The script is then run \
        once, shut in, if you say so, and what it prints and writes is drafted as expectations behind \
        #, which count for nothing until you put bounds of your own. docs/models.md says what each key means.

        Example:
          dictum models new models/walk/walk.py --id random-walk
        """)

    @OptionGroup var library: LibraryOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("The model's name; by default the script's.", valueName: "name"))
    var id: String?

    @Flag(
      name: .customLong("run"), inversion: .prefixedNo,
      help: "Run the script once, without asking; or do not run it, without asking.")
    var isRun: Bool?

    @Argument(help: "The script.", completion: .file())
    var script: String

    func run() throws {
      let library = try library.find()
      let store = try IngestCommand.refresh(library)
      try NewModel(library: library, store: store, style: output.talkStyle)
        .make(script: script, id: id, isRun: isRun)
      _ = try IngestCommand.refresh(library)
    }
  }
}
