import ArgumentParser
import DictumModel
import DictumReport
import DictumStore

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
