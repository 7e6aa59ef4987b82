/// Which files an ingest passes over: patterns in the syntax of gitignore.
///
/// The later of two patterns that match wins; `!` takes a file back in, but not below a folder that
/// is left out (gitignore(5)).
struct IgnoreRules {
  private struct Rule {
    var pattern: [UInt8]
    var isNegated = false
    var onlyFolders = false
    /// Whether it is matched against the whole path instead of the name.
    var isAnchored = false
  }

  private var rules: [Rule] = []

  /// The rules in `text`, one a line.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      if let rule = IgnoreRules.rule(String(line)) { rules.append(rule) }
    }
  }

  /// Whether the file or folder at `path`, relative to the library, is left out.
  func excludes(_ path: String, isFolder: Bool) -> Bool {
    let whole = Array(path.utf8)
    let name = Array(path.split(separator: "/").last.map(String.init)?.utf8 ?? path.utf8)
    for rule in rules.reversed() where isFolder || !rule.onlyFolders {
      if Glob.matches(rule.pattern, rule.isAnchored ? whole : name) { return !rule.isNegated }
    }
    return false
  }

  private static func rule(_ line: String) -> Rule? {
    var pattern = Array(line.utf8)
    while pattern.last == UInt8(ascii: " "), pattern.dropLast().last != UInt8(ascii: "\\") {
      pattern.removeLast()
    }
    guard let first = pattern.first, first != UInt8(ascii: "#") else { return nil }
    var rule = Rule(pattern: [])
    if first == UInt8(ascii: "!") {
      rule.isNegated = true
      pattern.removeFirst()
    }
    if pattern.last == UInt8(ascii: "/") {
      rule.onlyFolders = true
      pattern.removeLast()
    }
    rule.isAnchored = pattern.contains(UInt8(ascii: "/"))
    if pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
    guard !pattern.isEmpty else { return nil }
    rule.pattern = pattern
    return rule
  }
}
