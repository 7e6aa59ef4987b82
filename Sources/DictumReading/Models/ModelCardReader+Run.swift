import DictumModel
import Yams

/// `run`, and what of it refers to parameters.
extension ModelCardReader {
  /// Reads `run` into a card whose parameters are read already.
  mutating func run(_ node: Node?, at root: Node, into card: inout ModelCard) {
    guard let node, let run = node.mapping else {
      error(
        node ?? root, "the model card has no run",
        remedy: "write run: {command: […], inputs: […]}")
      return
    }
    check(run, .run)
    let command = list(run["command"], "run.command")
    if command.first?.text.isEmpty ?? true {
      error(
        run["command"] ?? node, "run.command is not a list of words",
        remedy: "write command: [python3, script.py]; a shell string is never run")
    }
    let build = list(run["build"], "run.build")
    if run["build"] != nil, build.first?.text.isEmpty ?? true {
      error(
        run["build"], "run.build is not a list of words",
        remedy: "write build: [cc, -o, \"{build}/model\", model.c]")
    }
    card.command = command.map(\.text)
    card.build = build.map(\.text)
    card.inputs = files(run["inputs"], "run.inputs")
    card.environment = environment(run["environment"])
    var known = Set(card.params.keys).union(card.sweep.map(\.param))
    known.formUnion(["seed", "out", "params"])
    if !card.build.isEmpty { known.insert("build") }
    for (word, node) in command {
      checkPlaceholders(word, node, "run.command", known: known, of: card)
    }
    for (word, node) in build {
      checkPlaceholders(word, node, "run.build", known: ["build"], of: card)
    }
  }

  private mutating func checkPlaceholders(
    _ word: String, _ node: Node, _ name: String, known: Set<String>, of card: ModelCard
  ) {
    for placeholder in CommandWord.placeholders(in: word) {
      if !known.contains(placeholder) {
        let names = known.sorted().map { "{\($0)}" }.joined(separator: ", ")
        let near = Spelling.nearest(to: placeholder, among: known)
        error(
          node, "unknown placeholder {\(placeholder)} in \(name)",
          remedy: (near.map { "did you mean {\($0)}?" } ?? "known are \(names)")
            + "; {{\(placeholder)}} stands for itself")
      } else if placeholder == "seed", card.seeds == nil {
        error(
          node, "\(name) has {seed}, and the card has no seeds",
          remedy: "write seeds: {base: 1, replicates: 8}")
      }
    }
  }

  private mutating func environment(_ node: Node?) -> ModelCard.EnvironmentProbe {
    guard let node else { return ModelCard.EnvironmentProbe() }
    guard let mapping = node.mapping else {
      error(
        node, "run.environment is not of the form {versions: [[python3, --version]], lockfiles: []}"
      )
      return ModelCard.EnvironmentProbe()
    }
    check(mapping, .environment)
    var versions: [[String]] = []
    if let written = mapping["versions"] {
      for command in written.sequence ?? [] {
        let words = command.sequence == nil ? [] : list(command, "a command of versions")
        if words.first?.text.isEmpty ?? true {
          error(
            command, "run.environment.versions holds something that is no command",
            remedy: "write versions: [[python3, --version]]")
        } else {
          versions.append(words.map(\.text))
        }
      }
      if written.sequence == nil { error(written, "run.environment.versions is not a list") }
    }
    return ModelCard.EnvironmentProbe(
      versions: versions, lockfiles: files(mapping["lockfiles"], "run.environment.lockfiles"))
  }
}
