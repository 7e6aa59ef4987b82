package import DictumModel

/// The text of a card for a script that has none yet; its author goes on from there.
///
/// What one run gave is drafted as expectations that do not count yet: a bound taken from the numbers
/// it is to judge would judge nothing.
package struct CardDraft: Sendable {
  private let card: ModelCard
  private let trial: ModelTrial?

  /// More drafts than anybody goes through.
  private static let mostDrafts = 20

  /// A draft of a card, and what one run of it gave, if it was run.
  package init(_ card: ModelCard, trial: ModelTrial? = nil) {
    self.card = card
    self.trial = trial
  }

  /// The note, front matter and text.
  package var text: String {
    var lines = ["---", "type: model", "schema: dictum-model/1", "id: \(card.id)"]
    lines += ["title: \(Self.quoted(card.title))", "run:"]
    if !card.build.isEmpty { lines.append("  build: \(Self.list(card.build))") }
    lines += ["  command: \(Self.list(card.command))", "  inputs: \(Self.list(card.inputs))"]
    lines.append("# params: {alpha: 0.25}   # the script finds them in $DICTUM_PARAMS, a JSON file")
    if let seeds = card.seeds {
      lines.append("seeds: {base: \(seeds.base), replicates: \(seeds.replicates)}")
    } else {
      lines.append("# seeds: {base: 1, replicates: 8}   # for chance: the seed is in $DICTUM_SEED")
    }
    if let file = trial?.file, file != "metrics.json" {
      lines.append("metrics: {file: \(Self.quoted(file))}")
    }
    if let outputs = trial?.outputs, !outputs.isEmpty {
      lines.append("# outputs: \(Self.list(outputs))")
    }
    lines += expectations + ["limits: {wall_s: 60, cpu_s: 60, mem_mb: 1024}"]
    let policy =
      (card.policy.network ? ["network: yes"] : [])
      + (card.policy.read.isEmpty ? [] : ["read: \(Self.list(card.policy.read))"])
    if !policy.isEmpty { lines.append("sandbox: {\(policy.joined(separator: ", "))}") }
    lines += [
      "---", "", "# \(card.title)", "",
      "What the model is, what it assumes, and what it cannot show.", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// The drafts, each behind `#`.
  private var expectations: [String] {
    let metrics = (trial?.metrics ?? [:]).sorted { $0.key < $1.key }
    guard !metrics.isEmpty else {
      return [
        "# expect:",
        "#   - {id: a-name, claim: \"[[note#^claim]]\", metric: q, op: \"<\", value: 1}",
      ]
    }
    var lines = [
      "# What one run gave. Put bounds of your own in place of these, say why, and take the # away.",
      "# expect:",
    ]
    for (name, value) in metrics.prefix(Self.mostDrafts) {
      let isWhole = Int(exactly: value) != nil
      lines += [
        "#   - id: \(Self.slug(name))", "#     claim: \"[[note#^claim]]\"",
        "#     metric: \(Self.quoted(name))", "#     op: \"==\"",
        "#     value: \(isWhole ? String(Int(value)) : Self.short(value))",
        "#     margin: \(Self.short(abs(value) / 20))",
        "#     basis: \"seen once, not derived\"",
      ]
    }
    if metrics.count > Self.mostDrafts {
      lines.append("# and \(metrics.count - Self.mostDrafts) more metrics")
    }
    return lines
  }

  /// A name for addresses made of any text: `tail[Q2]/a` becomes `tail-Q2-a`.
  package static func slug(_ text: String) -> String {
    let parts = text.unicodeScalars.split { scalar in
      let isKept =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789_.".unicodeScalars.contains(scalar))
      return !isKept
    }
    let slug = parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    return slug.isEmpty ? "model" : slug
  }

  /// Four digits of a number, enough for a draft.
  private static func short(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var scale = 1.0
    while abs(value) * scale < 1000, scale < 1e12 { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    return Int(exactly: rounded).map { String($0) } ?? String(rounded)
  }

  private static func list(_ words: [String]) -> String {
    "[" + words.map { quoted($0) }.joined(separator: ", ") + "]"
  }

  /// A text as YAML takes it, in quotation marks unless it is a plain word.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { NumberScanner.isLetter($0) } ?? false
      && text.utf8.allSatisfy {
        NumberScanner.isLetter($0) || NumberScanner.isDigit($0) || "_.-+/".utf8.contains($0)
      }
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    if isPlain, !words.contains(text.lowercased()) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: result += "\\" + String(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        result += "\\u" + String(String(scalar.value + 0x10000, radix: 16).suffix(4))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
