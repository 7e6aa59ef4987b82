package import DictumModel

/// What is wrong with runs, as workflow commands of GitHub Actions: annotations at the lines of the
/// cards.
///
///     ::error file=models/steps/model.md,line=31,title=steps%3A q-star::contradicted: …
package enum GitHubAnnotations {
  /// The commands, a line each: an error for what failed or could not be judged, a warning for what is
  /// not settled, nothing for what passed.
  package static func lines(_ reports: [RunReport], unrun: [UnrunModel] = []) -> [String] {
    RunCheck.checks(reports, unrun: unrun).compactMap { check in
      switch check.status {
      case .passed: nil
      case .failed, .error: command("error", check)
      case .skipped: command("warning", check)
      }
    }
  }

  private static func command(_ name: String, _ check: RunCheck) -> String {
    var properties: [(String, String)] = []
    if let path = check.path {
      properties.append(("file", path))
      properties.append(("line", String(check.line ?? 1)))
    }
    properties.append(("title", "\(check.model): \(check.name)"))
    let written = properties.map { "\($0)=\(property($1))" }.joined(separator: ",")
    let details = check.details.isEmpty ? "" : "\n\(check.details)"
    return "::\(name) \(written)::\(data(check.message + details))"
  }

  /// A message, as the runner takes it back: `%` and line ends as percent and two digits.
  static func data(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      // What would end the line on a terminal, or move its cursor, is shown.
      case _ where Style.isHostile(scalar):
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A property's value: `:` and `,` as well, for they end it.
  static func property(_ text: String) -> String {
    var escaped = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
