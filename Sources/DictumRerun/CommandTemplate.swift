import DictumModel

/// A card's command with its placeholders, `{alpha}`, `{seed}`, `{out}`.
struct CommandTemplate {
  let card: ModelCard

  /// The argument vector for one run.
  ///
  /// Braces around anything but an identifier stay as they are;
  /// `seed` and `out` win over parameters of these names.
  func expand(seed: UInt64?, out: String) throws(RerunError) -> [String] {
    guard let program = card.command.first, !program.isEmpty,
      card.command.allSatisfy({ !$0.utf8.contains(0) })
    else { throw .noCommand(model: card.id) }
    var result: [String] = []
    for argument in card.command {
      result.append(try expand(argument, seed: seed, out: out))
    }
    return result
  }

  private func expand(
    _ argument: String, seed: UInt64?, out: String
  ) throws(RerunError) -> String {
    let bytes = Array(argument.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x7B, let end = identifierEnd(in: bytes, from: index + 1),
        end < bytes.count, bytes[end] == 0x7D
      {
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        result += try value(of: name, seed: seed, out: out).utf8
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func value(of name: String, seed: UInt64?, out: String) throws(RerunError) -> String {
    switch name {
    case "out": return out
    case "seed":
      guard let seed else { throw .noSeeds(model: card.id) }
      return String(seed)
    default:
      guard let value = card.params[name] else {
        throw .unknownPlaceholder(
          model: card.id, name: name, known: card.params.keys.sorted() + ["out", "seed"])
      }
      return value.description
    }
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
