package import DictumModel
import Foundation

/// Runs in the Test Anything Protocol, version 14: a line for each check, with why in YAML below it.
package enum TAPDocument {
  /// The lines.
  package static func lines(_ reports: [RunReport], unrun: [UnrunModel] = []) -> [String] {
    let checks = RunCheck.checks(reports, unrun: unrun)
    return ["TAP version 14", "1..\(checks.count)"]
      + checks.enumerated().flatMap { lines($1, number: $0 + 1) }
  }

  private static func lines(_ check: RunCheck, number: Int) -> [String] {
    let isOK = check.status == .passed || check.status == .skipped
    let name = escaped("\(check.model): \(check.name)")
    var line = "\(isOK ? "ok" : "not ok") \(number) - \(name)"
    if check.status == .skipped { line += " # SKIP \(escaped(check.message))" }
    guard !isOK else { return [line] }
    var block = ["message: \(quoted(check.message))"]
    block.append("severity: \(check.status == .failed ? "fail" : "error")")
    block.append("address: \(quoted(check.address))")
    if let path = check.path {
      block += ["at:", "  file: \(quoted(path))", "  line: \(check.line ?? 1)"]
    }
    if !check.details.isEmpty { block.append("output: \(quoted(check.details))") }
    return [line] + (["---"] + block + ["..."]).map { "  " + $0 }
  }

  /// A description: in one line, `#` and `\` escaped, for a bare `#` begins a directive.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#", "\\": escaped += "\\\(scalar)"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}": escaped += " "
      case _ where Style.isHostile(scalar):
        escaped += "\\\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A text as a double-quoted scalar of YAML 1.2, which is that of JSON.
  static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(text) else { return "\"\"" }
    // JSON leaves some characters as they are that YAML does not allow, or takes for line ends, and
    // those that turn text around.
    var quoted = ""
    for scalar in String(decoding: data, as: UTF8.self).unicodeScalars {
      let isSeparate = [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
      if Style.isHostile(scalar) || isSeparate {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }
}
