import DictumModel
import DictumTestSupport
import Foundation
import Testing

@testable import DictumReport

/// Runs for other programs, whatever words they are made of.
@Suite struct MachineFormatTests {
  private func records() -> [RunRecord] {
    var generator = SeededGenerator(seed: 3)
    let random = (0..<60).map { _ in RunSamples.text(&generator) }
    return (RunSamples.hostile + random).map(RunSamples.bad) + [RunSamples.sweep(5)]
  }

  private let unrun = UnrunModel(
    model: "new", card: nil, reason: "its approval is missing", isApproved: false)

  @Test func whatCouldNotBeRunIsAnErrorAndWhatWasNotApprovedIsSkipped() {
    for (isApproved, status) in [(true, RunCheck.Status.error), (false, .skipped)] {
      var model = unrun
      model.isApproved = isApproved
      #expect(RunCheck.checks([], unrun: [model]).map(\.status) == [status])
    }
  }

  /// Text as XML can hold it: what it forbids, and what turns text around, as escapes.
  private func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      Style.isHostile(scalar) || scalar.value & 0xFFFE == 0xFFFE
        ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
    }.joined()
  }

  @Test func junitIsWellFormedAndCountsWhatItHolds() throws {
    for record in records() {
      let text = JUnitDocument.text([RunSamples.report(record)], unrun: [unrun])
      let root = try WellFormed.root(of: text)
      #expect(root.name == "testsuites")
      let suite = try #require(root.children.first)
      #expect(suite.attributes["name"] == visible(record.model))
      let cases = suite.all("testcase")
      #expect(suite.attributes["tests"] == String(cases.count))
      for (key, name) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
        #expect(suite.attributes[key] == String(suite.all(name).count), "\(key)")
      }
      #expect(root.attributes["tests"] == String(root.all("testcase").count))
      #expect(root.all("skipped").last?.attributes["message"] == "not run: its approval is missing")
    }
  }

  @Test func whatEachFindingBecomes() {
    let checks = RunCheck.checks(RunSamples.report(RunSamples.bad("m")))
    #expect(
      checks.map(\.status) == [
        .error, .failed, .failed,
        .passed, .failed, .skipped, .skipped,
        .failed, .passed, .failed, .error,
      ])
    #expect(checks.map(\.name).prefix(4) == ["run", "repeat", "growth-below", "m"])
    #expect(checks.allSatisfy { ($0.status == .passed) == $0.message.isEmpty })
    #expect(checks[2].line == 12 && checks[2].path == "models/x/model.md")

    var report = RunSamples.report(RunSamples.sweep(3))
    report.staleReasons = ["growth-below": ["input a.py changed"]]
    let stale = RunCheck.checks(report)
    #expect(stale.map(\.status) == [.passed, .skipped])
    #expect(stale[1].message == "stale: input a.py changed")
  }

  @Test func tapHasOneLineACheckAndItsWordsBack() throws {
    for record in records() {
      let report = RunSamples.report(record)
      let checks = RunCheck.checks([report], unrun: [unrun])
      let lines = TAPDocument.lines([report], unrun: [unrun])
      #expect(lines[0] == "TAP version 14")
      #expect(lines[1] == "1..\(checks.count)")
      #expect(lines.allSatisfy { line in !line.contains { $0.isNewline } })
      let tests = lines.dropFirst(2).filter { !$0.hasPrefix("  ") }
      #expect(tests.count == checks.count)
      for (line, check) in zip(tests, checks) {
        let isOK = check.status == .passed || check.status == .skipped
        #expect(line.hasPrefix(isOK ? "ok " : "not ok "))
        // A hash that is not escaped begins a directive; there is one for what is skipped, else none.
        let bare = line.replacing("\\\\", with: "").replacing("\\#", with: "")
        #expect(bare.count { $0 == "#" } == (check.status == .skipped ? 1 : 0), "\(line)")
      }
      let messages = lines.filter { $0.hasPrefix("  message: ") }
      for line in messages {
        let json = "[" + line.dropFirst("  message: ".count) + "]"
        let decoded = try JSONDecoder().decode([String].self, from: Data(json.utf8))
        #expect(checks.contains { $0.message == decoded[0] })
        #expect(!json.unicodeScalars.contains { Style.isHostile($0) })
      }
    }
  }

  @Test func githubTakesEveryCommandBackAsItWasMeant() throws {
    for record in records() {
      let report = RunSamples.report(record, card: "a,b:c%d/model.md")
      let lines = GitHubAnnotations.lines([report], unrun: [unrun])
      let checks = RunCheck.checks([report], unrun: [unrun]).filter { $0.status != .passed }
      #expect(lines.count == checks.count)
      for (line, check) in zip(lines, checks) {
        #expect(!line.unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
        // As the runner does: the name to the first space, the properties to the next `::`.
        let body = line.dropFirst(2)
        let end = try #require(body.range(of: "::"))
        let head = body[..<end.lowerBound]
        let space = try #require(head.firstIndex(of: " "))
        #expect(["error", "warning"].contains(head[..<space]))
        let pairs = head[head.index(after: space)...].split(separator: ",").map {
          $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        let properties = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], unescaped($0[1])) })
        #expect(properties["title"] == shown("\(check.model): \(check.name)"))
        #expect(properties["file"] == check.path)
        let details = check.details.isEmpty ? "" : "\n" + check.details
        #expect(unescaped(body[end.upperBound...]) == shown(check.message + details))
      }
    }
  }

  /// Percent signs and line feeds as they were; what a terminal must not get is shown.
  private func shown(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      Style.isHostile(scalar) && scalar != "\r"
        ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
    }.joined()
  }

  private func unescaped(_ text: Substring) -> String {
    var result = text.replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    result = result.replacing("%3A", with: ":").replacing("%2C", with: ",")
    return String(result.replacing("%25", with: "%"))
  }

  @Test func everyReferenceOfACrateLeadsToAnEntity() throws {
    for record in records() {
      let files = [
        ROCrate.File(path: "model/a b#c.py", role: .input, sha256: "x", bytes: 3),
        ROCrate.File(path: "model/model.md", role: .card, sha256: "y", bytes: 4),
        ROCrate.File(path: "run.json", role: .record, sha256: "z", bytes: 5),
      ]
      let text = try ROCrate(
        RunSamples.report(record), files: files, publishedAt: "2026-11-21T00:00:00Z",
        agent: "Ada Okafor <https://orcid.org/0000-0002-1825-0097>",
        license: "https://spdx.org/licenses/CC0-1.0"
      ).metadata()
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let graph = try #require(document["@graph"] as? [[String: Any]])
      let ids = graph.compactMap { $0["@id"] as? String }
      #expect(ids.count == graph.count)
      #expect(Set(ids).count == ids.count, "\(ids)")
      for entity in graph {
        #expect(entity["@type"] != nil)
        for (key, value) in entity where key != "@id" {
          for reference in references(value) where !reference.hasPrefix("https://w3id.org/ro/crate")
          {
            #expect(ids.contains(reference), "\(key) leads to \(reference)")
          }
        }
      }
      let action = try #require(graph.first { $0["@type"] as? String == "CreateAction" })
      let isFailed = action["actionStatus"] as? String == "http://schema.org/FailedActionStatus"
      #expect(isFailed == (record.outcome != .ok))
      #expect((action["error"] != nil) == isFailed)
      #expect(ids.contains("model/a%20b%23c.py"))
    }
  }

  private func references(_ value: Any) -> [String] {
    if let one = value as? [String: Any] { return (one["@id"] as? String).map { [$0] } ?? [] }
    return (value as? [Any])?.flatMap(references) ?? []
  }

  @Test func aCrateKnowsWhenTheRunEnded() {
    #expect(ROCrate.time("2026-11-21T23:59:58Z", plus: 1.2) == "2026-11-22T00:00:00+00:00")
    #expect(ROCrate.time("yesterday", plus: 1) == nil)
    #expect(ROCrate.time("2026-11-21T23:59:58Z", plus: .infinity) == nil)
  }
}
