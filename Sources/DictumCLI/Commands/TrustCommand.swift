import ArgumentParser
import DictumModel
import DictumReport
import DictumRerun
import DictumStore

/// `dictum trust`: which models may run on this machine.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Approve models to be run, list approvals, take them back.",
    discussion: """
      An approval is for exactly the bytes shown: command, inputs, parameters and limits. It is kept \
      in your state folder, never in the library, so a library that you copy brings none.

      Examples:
        dictum trust model:independent-steps
        dictum trust list
        dictum trust revoke independent-steps
      """,
    subcommands: [Add.self, List.self, Revoke.self], defaultSubcommand: Add.self)

  /// `dictum trust MODEL`: approves a model as it is now.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Approve models as they are now.")

    @OptionGroup var library: LibraryOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "Models: model:ID, or the path of a card.")
    var models: [String]

    func run() throws {
      let library = try library.find()
      let store = try IngestCommand.refresh(library)
      let choice = ModelChoice(store: store)
      let rerunner = Rerunner(
        trust: TrustFolder.store(), sandbox: Asynchronous.wait { await Sandbox.detect() },
        runs: library.runs, builds: CacheFolder.builds)
      for (path, card) in try choice.models(named: models, claim: nil, all: false) {
        let folder = library.absolute(path.split(separator: "/").dropLast().joined(separator: "/"))
        let plan = try Asynchronous.interruptible { () async -> Result<RunPlan, RerunError> in
          do throws(RerunError) {
            return .success(try await rerunner.plan(card, folder: folder))
          } catch {
            return .failure(error)
          }
        }
        for line in PlanText.lines(plan, path: path, style: output.talkStyle) {
          Terminal.talk(line)
        }
        try rerunner.approve(plan, path: library.absolute(path))
        Terminal.print(["approved model:\(card.id)"])
      }
    }
  }

  /// `dictum trust list`: what was approved.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List what was approved.")

    @OptionGroup var output: OutputOptions

    func run() throws {
      let (approvals, diagnostics) = TrustFolder.store().list()
      for diagnostic in diagnostics { Terminal.talk("\(diagnostic)") }
      try output.print(approvals, schema: "approvals/1", elementSchema: "approval/1") { style in
        approvals.map {
          style.safe("\($0.date)  model:\($0.model)  \($0.fingerprint.prefix(16))…  \($0.path)")
        }
      }
      if approvals.isEmpty { throw ExitStatus.nothing }
    }
  }

  /// `dictum trust revoke MODEL`: takes approvals back.
  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take back every approval of a model, or one by the beginning of its fingerprint.")

    @Argument(help: "model:ID, an id, or a fingerprint of at least 8 characters.")
    var name: String

    func run() throws {
      let store = TrustFolder.store()
      let id = name.hasPrefix("model:") ? String(name.dropFirst("model:".count)) : name
      let wanted = store.list().approvals.filter {
        $0.model == id || (id.utf8.count >= 8 && $0.fingerprint.hasPrefix(id))
      }
      guard !wanted.isEmpty else {
        throw Failure(
          "\(name): nothing of that name is approved; `dictum trust list` shows what is")
      }
      for approval in wanted {
        try store.revoke(approval.fingerprint)
        Terminal.print(["revoked model:\(approval.model) \(approval.fingerprint.prefix(16))…"])
      }
    }
  }
}

/// Where approvals are kept: the user's state folder (XDG Base Directory Specification 0.8).
enum TrustFolder {
  static func store(accepting accepted: Set<String> = []) -> TrustStore {
    let state =
      Terminal.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (Terminal.environment("HOME") ?? "/tmp") + "/.local/state"
    return TrustStore(directory: state + "/dictum/trust", accepting: accepted)
  }
}
