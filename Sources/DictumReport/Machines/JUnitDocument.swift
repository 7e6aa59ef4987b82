package import DictumModel
import Foundation

/// Runs as JUnit XML, as CI systems read it: a suite for each model, a test for each check.
///
/// What it writes is valid by `junit-10.xsd` of Jenkins' xUnit plugin, which takes in what Ant and
/// Maven Surefire write.
package enum JUnitDocument {
  /// The document.
  package static func text(_ reports: [RunReport], unrun: [UnrunModel] = []) -> String {
    let suites =
      reports.map { suite($0.record, RunCheck.checks($0), card: $0.card) }
      + unrun.map { model in
        suite(
          name: model.model, seconds: 0, attributes: [], properties: [],
          RunCheck.checks([], unrun: [model]))
      }
    let all = RunCheck.checks(reports, unrun: unrun)
    let document = XMLNode.element(
      "testsuites",
      [
        "name": "dictum", "tests": String(all.count),
        "failures": String(all.count { $0.status == .failed }),
        "errors": String(all.count { $0.status == .error }),
        "time": time(reports.reduce(0) { $0 + $1.record.seconds }),
      ], suites)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.source + "\n"
  }

  private static func suite(_ record: RunRecord, _ checks: [RunCheck], card: String?) -> XMLNode {
    var properties = [("run", record.id), ("sandbox", record.sandbox.rawValue)]
    if let card { properties.append(("card", card)) }
    properties += record.subject.inputs.sorted { $0.key < $1.key }.map { ("input \($0)", $1) }
    properties += record.subject.params.sorted { $0.key < $1.key }.map { ("param \($0)", "\($1)") }
    // Surefire and Jenkins read times without a zone, and take them as UTC.
    let stamp =
      record.startedAt.hasSuffix("Z") ? String(record.startedAt.dropLast()) : record.startedAt
    return suite(
      name: record.model, seconds: record.seconds, attributes: [("timestamp", stamp)],
      properties: properties, checks)
  }

  private static func suite(
    name: String, seconds: Double, attributes: [(String, String)],
    properties: [(String, String)], _ checks: [RunCheck]
  ) -> XMLNode {
    let counts = [RunCheck.Status.failed, .error, .skipped].map { status in
      String(checks.count { $0.status == status })
    }
    var children: [XMLNode] = []
    if !properties.isEmpty {
      children.append(
        .element(
          "properties", [:],
          properties.map { name, value in
            XMLNode.element("property", ["name": name, "value": value])
          }))
    }
    // The time is the run's: its expectations are judged from the same tasks.
    children += checks.map { test($0, seconds: $0.name == "run" ? seconds : 0) }
    return .element(
      "testsuite",
      [
        ("name", name), ("tests", String(checks.count)), ("failures", counts[0]),
        ("errors", counts[1]), ("skipped", counts[2]), ("time", time(seconds)),
      ].map { (name: $0.0, value: $0.1) } + attributes.map { (name: $0.0, value: $0.1) }, children)
  }

  private static func test(_ check: RunCheck, seconds: Double) -> XMLNode {
    let result: XMLNode? =
      switch check.status {
      case .passed: nil
      case .failed:
        .element("failure", ["message": check.message, "type": "contradicted"], body(check))
      case .error: .element("error", ["message": check.message, "type": "blocked"], body(check))
      case .skipped: .element("skipped", ["message": check.message])
      }
    return .element(
      "testcase",
      ["classname": "model:\(check.model)", "name": check.name, "time": time(seconds)],
      result.map { [$0] } ?? [])
  }

  private static func body(_ check: RunCheck) -> [XMLNode] {
    let place = check.path.map { path in "\(path):\(check.line ?? 1)" }
    let lines = [place, check.address, check.details.isEmpty ? nil : check.details]
    return [.text(lines.compactMap(\.self).joined(separator: "\n"))]
  }

  /// Seconds to a thousandth.
  private static func time(_ seconds: Double) -> String {
    seconds.isFinite && seconds >= 0 ? String(format: "%.3f", min(seconds, 1e9)) : "0"
  }
}
