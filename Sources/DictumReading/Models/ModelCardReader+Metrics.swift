import DictumModel
import Yams

/// `metrics`: where the numbers come from.
extension ModelCardReader {
  mutating func metrics(_ node: Node?) -> ModelCard.Metrics {
    var metrics = ModelCard.Metrics()
    guard let node else { return metrics }
    guard let mapping = node.mapping else {
      error(
        node, "metrics is not of the form {file: metrics.json} or {stdout: {name: text before}}")
      return metrics
    }
    check(mapping, .metrics)
    if let written = mapping["file"], let path = file(text(written) ?? "", written, "metrics.file")
    {
      metrics.file = path
    }
    for (name, node) in places(mapping["pick"], "pick", "its place") {
      guard let (path, take) = place(node, .pick, "path") else { continue }
      if metrics.file.ends(in: ".json"), !path.isEmpty, !path.hasPrefix("/") {
        error(
          node, "the place of \(name) is not a JSON pointer",
          remedy: "write /" + path.replacing(".", with: "/"))
      }
      metrics.pick[name] = ModelCard.FilePlace(path: path, take: take)
    }
    for (name, node) in places(mapping["stdout"], "stdout", "the text before its number") {
      guard let (after, take) = place(node, .printed, "after") else { continue }
      if after.allSatisfy({ $0 == " " || $0 == "\t" }) || after.contains(where: \.isNewline) {
        error(node, "the text before \(name) is not a text on one line")
      }
      metrics.stdout[name] = ModelCard.StdoutPlace(after: after, take: take)
    }
    return metrics
  }

  private mutating func places(_ node: Node?, _ key: String, _ what: String) -> [(String, Node)] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      error(node, "metrics.\(key) is not a list of names, each with \(what)")
      return []
    }
    return mapping.map { ($0.key.string ?? "", $0.value) }
  }

  /// A text alone, or a text and which of several numbers counts.
  private mutating func place(
    _ node: Node, _ group: CardKeys, _ key: String
  ) -> (String, ModelCard.Taking)? {
    if case .scalar(let scalar) = node { return (scalar.string, .last) }
    guard let mapping = node.mapping, case .scalar(let scalar)? = mapping[key] else {
      error(node, "\(group.rawValue) is neither a text nor {\(key): …, take: last}")
      return nil
    }
    check(mapping, group)
    let take = word(mapping["take"], "take", ModelCard.Taking.self)
    return (scalar.string, take ?? .last)
  }
}
