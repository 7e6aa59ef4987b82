internal import DictumModel

extension CompiledQuery {
  /// What the query became, one thing a line.
  func explain(_ root: Expression?) -> String {
    var lines: [String] = []
    if let root {
      lines.append("read as: \(root)")
      let common = QueryTerms(root).common
      if !common.isEmpty {
        lines.append("too common to rank by: " + common.joined(separator: ", "))
      }
    }
    lines += steps.map { "match (\($0.name)): \($0.match)" }
    if let excluded { lines.append("all but: \(excluded)") }
    lines += filter.explanation.map { "only: \($0)" }
    lines += notes.map { "note: \($0)" }
    return lines.isEmpty ? "an empty query" : lines.joined(separator: "\n")
  }
}

extension PassageFilter {
  /// What the filter lets through, one field a line.
  fileprivate var explanation: [String] {
    let choices: [(String, Choice)] = [
      ("speaker", speakers), ("source", sources), ("author", authors), ("kind", kinds),
      ("tag", tags), ("in", paths),
    ]
    var lines: [String] = []
    for (name, choice) in choices {
      if !choice.include.isEmpty {
        lines.append("\(name) " + choice.include.joined(separator: " or "))
      }
      if !choice.exclude.isEmpty {
        lines.append("\(name) not " + choice.exclude.joined(separator: " nor "))
      }
    }
    if let after { lines.append("from \(after) on") }
    if let before { lines.append("before \(before)") }
    return lines
  }
}
