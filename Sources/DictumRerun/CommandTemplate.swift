import DictumModel

/// A card's commands with their placeholders, such as `{alpha}`, `{seed}`, `{out}`.
struct CommandTemplate {
  let card: ModelCard
  /// The parameters of one task; the card's own unless a point or a control changes them.
  let params: [String: ParamValue]

  init(card: ModelCard, params: [String: ParamValue]? = nil) {
    self.card = card
    self.params = params ?? card.params
  }

  /// The argument vector for one run.
  ///
  /// Braces are read as `CommandWord` says; `seed`, `out`, `params` and `build`
  /// win over parameters of these names. The paths are as the command sees them: `out` is the folder
  /// it writes in, `file` that of its parameters, `build` the folder of what was built, if there is
  /// one.
  func expand(
    seed: UInt64?, out: String, file: String? = nil, build: String? = nil
  ) throws(RerunError) -> [String] {
    guard let program = card.command.first, !program.isEmpty,
      card.command.allSatisfy({ !$0.utf8.contains(0) })
    else { throw .noCommand(model: card.id) }
    var names = params.mapValues(\.description)
    names["out"] = out
    names["params"] = file ?? names["params"]
    names["build"] = build ?? names["build"]
    names["seed"] = seed.map { String($0) }
    var result: [String] = []
    for argument in card.command {
      result.append(try expand(argument, names))
    }
    return result
  }

  /// The argument vector that builds the program in the folder `build`.
  ///
  /// It knows no parameter and no seed: what is built must serve every task.
  func expandBuild(into build: String) throws(RerunError) -> [String] {
    var result: [String] = []
    for argument in card.build {
      result.append(try expand(argument, ["build": build]))
    }
    return result
  }

  private func expand(_ argument: String, _ names: [String: String]) throws(RerunError) -> String {
    var result = ""
    for part in CommandWord.parts(of: argument) {
      switch part {
      case .text(let text): result += text
      case .placeholder(let name):
        guard let value = names[name] else { throw unknown(name, names) }
        result += value
      }
    }
    return result
  }

  /// The error for a placeholder that stands for nothing here.
  private func unknown(_ name: String, _ names: [String: String]) -> RerunError {
    // Only a run has a folder to write in.
    if name == "seed", names["out"] != nil { return .noSeeds(model: card.id) }
    return .unknownPlaceholder(model: card.id, name: name, known: names.keys.sorted())
  }
}
