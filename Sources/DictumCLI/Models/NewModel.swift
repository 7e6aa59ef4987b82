import DictumModel
import DictumReport
import DictumRerun
import DictumStore
import Foundation
import Glibc

/// Makes a card for a script.
struct NewModel {
  let library: Library
  let store: Store
  let style: Style

  /// Writes the card beside the script, after a run if `isRun` or the user says so.
  func make(script: String, id: String?, isRun: Bool?) throws {
    guard let path = LibraryOptions.resolved(script) else {
      throw Failure("\(script): there is no such file")
    }
    guard path.hasPrefix(library.root + "/") else {
      throw Failure(
        "\(script): it lies outside the library \(library.root): move it into a folder of its own there"
      )
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    let card = folder.appending(path: "model.md").path(percentEncoded: false)
    guard access(card, F_OK) != 0 else {
      throw Failure(
        "\(shown(card)): there is a card already, and it stays as it is: put the script in a folder of "
          + "its own")
    }
    let draft = try self.card(URL(filePath: path), in: folder, id: id)
    let trial = try self.trial(
      draft, folder: folder.path(percentEncoded: false), path: shown(card), isRun: isRun)
    var changed = draft
    // Files that every run leaves are no reason for a run to fail before the author says so.
    changed.outputs = []
    try write(CardDraft(changed, trial: trial).text, to: card)
    Terminal.print([style.safe("made \(shown(card))")])
    report(trial)
    Terminal.talk(
      "next: say in \(shown(card)) what the model is and what you expect, then `dictum rerun \(draft.id)`"
    )
  }

  /// What can be said of a model by looking at its script.
  private func card(_ script: URL, in folder: URL, id: String?) throws -> ModelCard {
    let name = script.lastPathComponent
    guard let text = FileManager.default.contents(atPath: script.path(percentEncoded: false)) else {
      throw Failure("\(shown(script.path(percentEncoded: false))): it is no file that can be read")
    }
    guard let language = ScriptLanguage(name: name, bytes: Array(text.prefix(4096))) else {
      throw Failure(
        "\(shown(script.path(percentEncoded: false))): nothing says how to run it: give it a first line such as "
          + "#!/usr/bin/env python3, or one of the endings "
          + ScriptLanguage.endings.joined(separator: " "))
    }
    let slug = try self.id(id, script: name, folder: folder.lastPathComponent)
    let path = Terminal.environment("PATH") ?? ""
    let home = Terminal.environment("HOME")
    let tools = [language.build.first, language.command.first].compactMap(\.self)
      .compactMap { ToolFolder.folder(of: $0, path: path, home: home) }
    let isRandom = text.firstRange(of: Data("DICTUM_SEED".utf8)) != nil
    return ModelCard(
      id: slug, title: slug.replacing("-", with: " ").replacing("_", with: " "),
      command: language.command, build: language.build,
      inputs: ScriptInputs(folder: folder.path(percentEncoded: false)).inputs(of: name),
      seeds: isRandom ? ModelCard.Seeds(base: 1, replicates: 8) : nil,
      // A kernel and its client talk by TCP.
      policy: ModelCard.SandboxPolicy(network: name.hasSuffix(".ipynb"), read: tools))
  }

  /// The name given, or one made of the script's; a name such as `main` says less than the folder's.
  private func id(_ given: String?, script: String, folder: String) throws -> String {
    let stem = script.split(separator: ".").first.map(String.init) ?? script
    let isVague = ["main", "model", "run", "script", "index", "sim"].contains(stem.lowercased())
    let id = CardDraft.slug(given ?? (isVague ? folder : stem))
    if let given, id != given {
      throw Failure("--id \(given): it has other characters than letters, digits, '-', '_' and '.'")
    }
    if let other = try store.modelCards().first(where: { $0.card.id == id }) {
      throw Failure("\(other.path): it is called \(id) already: give another name with --id")
    }
    return id
  }

  /// What one run gives; `nil` when the user does not want it.
  private func trial(
    _ card: ModelCard, folder: String, path: String, isRun: Bool?
  ) throws -> ModelTrial? {
    if isRun == false { return nil }
    let isAsked = isRun == nil
    if isAsked, !(Terminal.isTerminal(0) && Terminal.isTerminal(2)) {
      Terminal.talk("not run: give --run to have it run once, and its numbers drafted")
      return nil
    }
    let sandbox = Asynchronous.wait { await Sandbox.detect() }
    if sandbox.refuses {
      Terminal.talk("not run: there is no sandbox: \(sandbox.reason ?? "none was found")")
      return nil
    }
    var once = card
    once.seeds?.replicates = 1
    once.seeds?.maximum = 1
    let plan = try plan(once, folder, try rerunner(sandbox))
    for line in PlanText.lines(plan, path: path, style: style) { Terminal.talk(styled: line) }
    if isAsked {
      let answer = Terminal.ask("Run this once, to see what it gives? [y/N] ")
      guard let answer, ["y", "yes"].contains(answer.lowercased()) else { return nil }
    }
    // Accepted this once: the card that is made asks for an approval of its own.
    let rerunner = try rerunner(sandbox, accepting: [plan.fingerprint])
    let accepted = try self.plan(once, folder, rerunner)
    return try Asynchronous.interruptible { () async throws(RerunError) in
      try await rerunner.trial(accepted)
    }
  }

  private func rerunner(_ sandbox: Sandbox, accepting: Set<String> = []) throws -> Rerunner {
    Rerunner(
      trust: try UserFolders.trust(accepting: accepting), sandbox: sandbox, runs: library.runs,
      builds: try UserFolders.builds(), register: try UserFolders.register())
  }

  private func plan(_ card: ModelCard, _ folder: String, _ rerunner: Rerunner) throws -> RunPlan {
    try Asynchronous.interruptible { () async throws(RerunError) in
      try await rerunner.plan(card, folder: folder)
    }
  }

  private func report(_ trial: ModelTrial?) {
    guard let trial else { return }
    switch trial.outcome {
    case .ok where trial.metrics.isEmpty:
      Terminal.talk(
        "it ran, and gave no numbers: print lines of the form name = number, or write "
          + "$DICTUM_OUT/metrics.json")
    case .ok:
      let count = trial.metrics.count
      let numbers = count == 1 ? "1 number" : "\(count) numbers"
      let place = trial.file.map { " in \($0)" } ?? ""
      Terminal.talk("it ran, and gave \(numbers)\(place), drafted behind #")
    default:
      Terminal.talk("it did not run well (\(trial.outcome.rawValue)): \(trial.message)")
      Terminal.talk(
        "a run reads only its inputs and writes only in $DICTUM_OUT, which {out} in the command stands for"
      )
    }
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw Failure("\(shown(path)): the card cannot be written: \(error.localizedDescription)")
    }
  }

  /// A path as the user names it: within the library.
  private func shown(_ path: String) -> String {
    path.hasPrefix(library.root + "/") ? String(path.dropFirst(library.root.count + 1)) : path
  }
}
