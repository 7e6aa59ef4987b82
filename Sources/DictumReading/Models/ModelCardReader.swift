import DictumModel
import Yams

/// Reads a model card's front matter, strictly: an unknown key is an error with a suggestion, because
/// a misspelt bound would otherwise never be judged.
struct ModelCardReader {
  private let path: String
  private(set) var diagnostics: [Diagnostic] = []

  private static let keys: Set<String> = [
    "type", "schema", "id", "title", "run", "params", "seeds", "metrics", "expect", "limits",
    // What any note's front matter may say.
    "author", "authors", "date", "published", "created", "updated", "tags", "aliases", "source",
    "url", "description", "status", "cites", "license",
  ]

  init(path: String) { self.path = path }

  /// The card in the front matter `root`, or `nil` when something without which it cannot be run is
  /// missing; `diagnostics` says what.
  mutating func card(_ root: Node) -> ModelCard? {
    guard let top = root.mapping else { return nil }
    check(top, keys: ModelCardReader.keys, in: "a model card")
    let id = text(top["id"])
    let title = text(top["title"])
    if let id, !ModelCardReader.isSlug(id) {
      error(top["id"], "the id \(id) has other characters than letters, digits, '-', '_' and '.'")
    }
    guard let id else {
      error(root, "the model card has no id", remedy: "write id: a-short-name")
      return nil
    }
    guard let run = top["run"]?.mapping else {
      error(root, "the model card has no run", remedy: "write run: {command: […], inputs: […]}")
      return nil
    }
    check(run, keys: ["command", "inputs"], in: "run")
    let command = list(run["command"], "run.command")
    if command.isEmpty {
      error(
        run["command"] ?? top["run"], "run.command is not a list of words",
        remedy: "write command: [python3, script.py]; a shell string is never run")
    }
    let inputs = list(run["inputs"], "run.inputs")
    let card = ModelCard(
      id: id, title: title ?? id, command: command, inputs: inputs, params: params(top["params"]),
      seeds: seeds(top["seeds"]), metrics: metrics(top["metrics"]),
      expectations: expectations(top["expect"]), limits: limits(top["limits"]))
    return diagnostics.contains { $0.severity == .error } ? nil : card
  }

  private mutating func params(_ node: Node?) -> [String: ParamValue] {
    guard let node else { return [:] }
    guard let mapping = node.mapping else {
      error(node, "params is not a list of names and values")
      return [:]
    }
    var params: [String: ParamValue] = [:]
    for (key, value) in mapping { params[key.string ?? ""] = ParamValue(value) }
    return params
  }

  private mutating func seeds(_ node: Node?) -> ModelCard.Seeds? {
    guard let node else { return nil }
    guard let mapping = node.mapping else {
      error(node, "seeds is not of the form {base: 1, replicates: 8}")
      return nil
    }
    check(mapping, keys: ["base", "replicates"], in: "seeds")
    let base = number(mapping["base"], "seeds.base") ?? 0
    let replicates = number(mapping["replicates"], "seeds.replicates") ?? 1
    guard let base = UInt64(exactly: base), let count = Int(exactly: replicates),
      (1...10_000).contains(count)
    else {
      error(
        node, "seeds.base and seeds.replicates must be whole numbers, replicates from 1 to 10000")
      return nil
    }
    return ModelCard.Seeds(base: base, replicates: count)
  }

  private mutating func metrics(_ node: Node?) -> ModelCard.Metrics {
    guard let node else { return ModelCard.Metrics() }
    guard let mapping = node.mapping else {
      error(
        node, "metrics is not of the form {file: metrics.json} or {stdout: {name: text before}}")
      return ModelCard.Metrics()
    }
    check(mapping, keys: ["file", "stdout"], in: "metrics")
    var patterns: [String: ModelCard.StdoutPlace] = [:]
    if let stdout = mapping["stdout"] {
      guard let entries = stdout.mapping else {
        error(stdout, "metrics.stdout is not a list of names, each with the text before its number")
        return ModelCard.Metrics()
      }
      for (name, pattern) in entries {
        patterns[name.string ?? ""] = ModelCard.StdoutPlace(after: text(pattern) ?? "")
      }
    }
    return ModelCard.Metrics(file: text(mapping["file"]) ?? "metrics.json", stdout: patterns)
  }

  private mutating func limits(_ node: Node?) -> ModelCard.Limits {
    var limits = ModelCard.Limits()
    guard let node else { return limits }
    guard let mapping = node.mapping else {
      error(node, "limits is not of the form {wall_s: 60, cpu_s: 60, mem_mb: 512, out_mb: 16}")
      return limits
    }
    check(mapping, keys: ["wall_s", "cpu_s", "mem_mb", "out_mb"], in: "limits")
    if let value = positive(mapping["wall_s"], "limits.wall_s") { limits.wallSeconds = value }
    if let value = positive(mapping["cpu_s"], "limits.cpu_s") { limits.cpuSeconds = value }
    if let value = positive(mapping["mem_mb"], "limits.mem_mb") { limits.memoryMiB = Int(value) }
    if let value = positive(mapping["out_mb"], "limits.out_mb") { limits.outputMiB = Int(value) }
    return limits
  }
}

extension ModelCardReader {
  private mutating func expectations(_ node: Node?) -> [ModelCard.Expectation] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      error(node, "expect is not a list")
      return []
    }
    var found: [ModelCard.Expectation] = []
    for entry in sequence {
      guard let expectation = expectation(entry) else { continue }
      if found.contains(where: { $0.id == expectation.id }) {
        error(entry, "two expectations have the id \(expectation.id)")
      }
      found.append(expectation)
    }
    return found
  }

  private mutating func expectation(_ node: Node) -> ModelCard.Expectation? {
    guard let mapping = node.mapping else {
      error(node, "an expectation is not a list of keys and values")
      return nil
    }
    check(
      mapping, keys: ["id", "claim", "metric", "op", "value", "margin", "basis"],
      in: "an expectation")
    guard let id = text(mapping["id"]) else {
      error(node, "an expectation has no id", remedy: "write id: a-short-name")
      return nil
    }
    guard let metric = text(mapping["metric"]) else {
      error(node, "the expectation \(id) names no metric")
      return nil
    }
    let operators = ModelCard.Expectation.Operator.allCases.map(\.rawValue)
    guard let op = text(mapping["op"]).flatMap(ModelCard.Expectation.Operator.init) else {
      error(
        mapping["op"] ?? node, "the expectation \(id) has no op",
        remedy: "write one of " + operators.joined(separator: " "))
      return nil
    }
    guard let value = number(mapping["value"], "value of \(id)") else {
      if mapping["value"] == nil { error(node, "the expectation \(id) has no value") }
      return nil
    }
    var margin = 0.0
    if let written = mapping["margin"] {
      guard let number = number(written, "margin of \(id)"), number >= 0 else {
        error(written, "the margin of \(id) is not a number from 0 up")
        return nil
      }
      margin = number
    }
    return ModelCard.Expectation(
      id: id, claim: claim(mapping["claim"]), metric: metric, op: op, value: value,
      margin: margin, basis: text(mapping["basis"]), line: line(of: node))
  }

  /// The claim as an address: a wiki-link's target, or the text itself.
  private func claim(_ node: Node?) -> String? {
    // `[[a#b]]` without quotation marks is a list in a list to YAML.
    let written = text(node) ?? node?.sequence?.first?.sequence?.first?.string
    guard let written else { return nil }
    return FieldValue.pointers(in: written, line: 1).first?.written ?? written
  }

  private mutating func check(_ mapping: Node.Mapping, keys: Set<String>, in owner: String) {
    for (key, _) in mapping {
      let name = key.string ?? ""
      guard !keys.contains(name) else { continue }
      let near = Spelling.nearest(to: name, among: keys)
      error(
        key, "unknown key \(name) in \(owner)",
        remedy: near.map { "did you mean \($0)?" }
          ?? "the keys are " + keys.sorted().joined(separator: ", "))
    }
  }

  private mutating func list(_ node: Node?, _ name: String) -> [String] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      error(node, "\(name) is not a list")
      return []
    }
    return sequence.compactMap { text($0) }
  }

  private mutating func positive(_ node: Node?, _ name: String) -> Double? {
    guard let node else { return nil }
    guard let value = number(node, name), value > 0, value <= 1_000_000 else {
      error(node, "\(name) is not a number above 0")
      return nil
    }
    return value
  }

  private mutating func number(_ node: Node?, _ name: String) -> Double? {
    guard let node else { return nil }
    switch ParamValue(node) {
    case .int(let value): return Double(value)
    case .double(let value): return value
    default:
      error(node, "\(name) is not a number")
      return nil
    }
  }

  private func text(_ node: Node?) -> String? {
    guard case .scalar(let scalar)? = node, !scalar.string.isEmpty else { return nil }
    return scalar.string
  }

  private func line(of node: Node?) -> Int {
    (node?.mark?.line ?? 1) + FrontMatter.linesBefore
  }

  private mutating func error(_ node: Node?, _ message: String, remedy: String? = nil) {
    let place = Place(path, line: line(of: node), column: node?.mark?.column ?? 1)
    diagnostics.append(Diagnostic(.error, at: place, message, remedy: remedy))
  }

  private static func isSlug(_ id: String) -> Bool {
    id.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_.".utf8.contains($0)
    }
  }
}
