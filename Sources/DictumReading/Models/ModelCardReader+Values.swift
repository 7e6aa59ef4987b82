import DictumModel
import Yams

/// Single values, each told when it is not what its key needs.
extension ModelCardReader {
  /// Tells the keys that a mapping may not have.
  mutating func check(_ mapping: Node.Mapping, _ group: CardKeys) {
    for (key, _) in mapping {
      let name = key.string ?? ""
      guard !group.known.contains(name) else { continue }
      let remedy: String
      if let home = group.home(of: name) {
        remedy = "it belongs in \(home.rawValue)"
      } else if let near = Spelling.nearest(to: name, among: group.known) {
        remedy = "did you mean \(near)?"
      } else {
        remedy = "the keys are " + group.keys.joined(separator: ", ")
      }
      error(key, "unknown key \(name) in \(group.rawValue)", remedy: remedy)
    }
  }

  /// The text of a scalar that is there and neither empty nor null.
  func text(_ node: Node?) -> String? {
    guard case .scalar(let scalar)? = node, !scalar.string.isEmpty else { return nil }
    return scalar.style == .plain && ParamValue(plain: scalar.string) == .null
      ? nil : scalar.string
  }

  /// The texts of a list; an empty one where it must not be, or another thing in it, is told.
  mutating func list(_ node: Node?, _ name: String) -> [(text: String, node: Node)] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      error(node, "\(name) is not a list")
      return []
    }
    var found: [(text: String, node: Node)] = []
    for element in sequence {
      guard case .scalar(let scalar) = element else {
        error(element, "\(name) holds something that is no text")
        continue
      }
      found.append((scalar.string, element))
    }
    return found
  }

  /// A list of files below some folder: relative paths that do not climb out of it.
  mutating func files(_ node: Node?, _ name: String) -> [String] {
    var found: [String] = []
    for (path, node) in list(node, name) {
      guard let path = file(path, node, name) else { continue }
      if found.contains(path) {
        error(node, "\(name) names \(path) twice")
      } else {
        found.append(path)
      }
    }
    return found
  }

  /// One such path.
  mutating func file(_ path: String, _ node: Node, _ name: String) -> String? {
    let parts = path.split(separator: "/")
    if parts.isEmpty || path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      error(node, "\(name) has a path that is no file's name")
    } else if path.hasPrefix("/") || path.hasPrefix("~") {
      error(node, "\(name): \(path) is not relative", remedy: "write a path below the folder")
    } else if parts.contains("..") {
      error(node, "\(name): \(path) leads out of its folder", remedy: "write a path without ..")
    } else {
      return path
    }
    return nil
  }

  /// One of the words of a type, such as a status.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: Node?, _ name: String, _ type: Word.Type
  ) -> Word? {
    guard let node else { return nil }
    let words = type.allCases.map(\.rawValue)
    let written = text(node) ?? ""
    if let word = Word(rawValue: written) { return word }
    let near = Spelling.nearest(to: written, among: words)
    error(
      node, written.isEmpty ? "\(name) is empty" : "\(name) cannot be \(written)",
      remedy: near.map { "did you mean \($0)?" }
        ?? "write one of " + words.joined(separator: ", "))
    return nil
  }

  /// A name in addresses: letters, digits, `-`, `_` and `.`.
  mutating func slug(_ node: Node?, _ name: String) -> String? {
    guard let node else { return nil }
    guard let id = text(node) else {
      error(node, "\(name) is not a short name")
      return nil
    }
    let isSlug = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_.".utf8.contains($0)
    }
    if !isSlug {
      error(node, "\(name) \(id) has other characters than letters, digits, '-', '_' and '.'")
    }
    return id
  }

  /// Whether a key says yes; told when it says neither.
  mutating func flag(_ node: Node?, _ name: String) -> Bool {
    guard let node else { return false }
    if case .bool(let value) = ParamValue(node) { return value }
    error(node, "\(name) is neither true nor false")
    return false
  }

  /// A finite number.
  mutating func number(_ node: Node?, _ name: String) -> Double? {
    guard let node else { return nil }
    switch ParamValue(node) {
    case .int(let value): return Double(value)
    case .double(let value): return value
    default:
      let isNumber = text(node).map(ModelCardReader.isNotFinite) ?? false
      error(node, "\(name) is not a \(isNumber ? "finite " : "")number")
      return nil
    }
  }

  /// A number above 0 and at most a million.
  mutating func positive(_ node: Node?, _ name: String) -> Double? {
    guard let node, let value = number(node, name) else { return nil }
    guard value > 0, value <= 1_000_000 else {
      error(node, "\(name) is not a number above 0 and at most 1000000")
      return nil
    }
    return value
  }

  /// A whole number within bounds.
  mutating func whole(_ node: Node?, _ name: String, _ bounds: ClosedRange<Int>) -> Int? {
    guard let node, let value = number(node, name) else { return nil }
    guard let count = Int(exactly: value), bounds.contains(count) else {
      error(
        node, "\(name) is not a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
      return nil
    }
    return count
  }

  /// Whether a text is a number that no bound and no parameter can be.
  static func isNotFinite(_ text: String) -> Bool {
    let word = text.lowercased().drop { "+-.".contains($0) }
    return ["nan", "inf", "infinity"].contains(word) || Double(text)?.isFinite == false
  }
}
