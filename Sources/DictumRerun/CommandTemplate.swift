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
  /// Braces around anything but an identifier stay as they are; `seed`, `out`, `params` and `build`
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
    let bytes = Array(argument.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x7B, let end = identifierEnd(in: bytes, from: index + 1),
        end < bytes.count, bytes[end] == 0x7D
      {
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        guard let value = names[name] else { throw unknown(name, names) }
        result += value.utf8
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The error for a placeholder that stands for nothing here.
  private func unknown(_ name: String, _ names: [String: String]) -> RerunError {
    // Only a run has a folder to write in.
    if name == "seed", names["out"] != nil { return .noSeeds(model: card.id) }
    return .unknownPlaceholder(model: card.id, name: name, known: names.keys.sorted())
  }

  /// The end of the identifier at `start`: a letter or `_`, then letters, digits, `_` and `-`.
  private func identifierEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      let opens = (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F
      let goesOn = (0x30...0x39).contains(byte) || byte == 0x2D
      guard opens || (end > start && goesOn) else { break }
      end += 1
    }
    return end > start ? end : nil
  }
}
