import ArgumentParser
import DictumModel
import DictumReport
import DictumRerun
import DictumStore

/// `dictum trust MODEL`: approves a model as it is now.
struct ApproveModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Approve models as they are now.")

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Models: model:ID, or the path of a card.")
  var models: [String]

  func run() throws {
    let library = try library.find()
    let store = try IngestCommand.refresh(library)
    let rerunner = Rerunner(
      trust: try UserFolders.trust(), sandbox: Asynchronous.wait { await Sandbox.detect() },
      runs: library.runs,
      builds: try UserFolders.builds(), register: try UserFolders.register())
    let desk = PlanDesk(
      library: library, store: store, rerunner: rerunner, options: PlanOptions(), output: output)
    var approved: [PlanView] = []
    for model in try ModelChoice(store: store).models(named: models, claim: nil, all: false) {
      let (path, plan, _) = try desk.plan(model)
      desk.show(plan, path: path)
      try desk.approve(plan, path: path)
      approved.append(PlanView(plan, path: path, approved: true))
    }
    try output.print(approved, schema: "plans/1", elementSchema: "plan/1") { style in
      approved.map { style.safe("approved model:\($0.model)") }
    }
  }
}
