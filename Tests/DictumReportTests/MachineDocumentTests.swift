import DictumModel
import Foundation
import Testing

@testable import DictumReport

/// Whole documents for other programs, word for word.
@Suite struct MachineDocumentTests {
  /// A run that ended well, with a verdict and a control of each kind.
  private static var good: RunReport {
    var record = RunSamples.sweep(2, model: "toy")
    record.id = "run:toy-1"
    record.repetition = .diverged
    record.subject.sweep = []
    for (index, verdict) in [Judgement.Verdict.holds, .inconclusive, .notEvaluated].enumerated() {
      record.verdicts.append(
        Judgement(
          expectation: "e\(index)", bound: RunSamples.bound("e\(index)"), verdict: verdict,
          estimate: index == 2 ? nil : 0.5, reason: index == 0 ? nil : "why, 50 %"))
      record.verdicts[index + 1].bound.line = 20 + index
    }
    for (index, verdict) in Judgement.Verdict.allCases.enumerated() {
      record.controls.append(
        ControlFinding(
          control: "c\(index)", expectation: "e1", verdict: verdict, estimate: nil,
          reason: verdict == .contradicted ? nil : "so"))
    }
    return RunReport(
      record: record, title: "Toy", card: "models/toy.md", claims: [:],
      staleReasons: [:])
  }

  /// A run of which one task of four was stopped and another lost.
  private static var bad: RunReport {
    var record = RunSamples.sweep(2, model: "slow")
    record.id = "run:slow-1"
    (record.outcome, record.message, record.seconds) = (.timeout, "too slow", 25.5)
    (record.tasks[1].outcome, record.tasks[1].message) = (.timeout, "too slow\n::error::x")
    (record.tasks[2].outcome, record.tasks[2].message) = (.lost, "")
    record.verdicts[0].verdict = .notEvaluated
    record.verdicts[0].reason = "2 of 4 tasks did not end well"
    return RunReport(record: record, title: "Slow", card: nil, claims: [:], staleReasons: [:])
  }

  private static let unrun = [
    UnrunModel(model: "new", card: "models/new.md", reason: "not asked", isApproved: false)
  ]

  @Test func checks() {
    let checks = RunCheck.checks([Self.good, Self.bad], unrun: Self.unrun)
    let rows = checks.map { check in
      "\(check.model) \(check.name): \(check.status) \(check.line ?? 0) \(check.address)"
    }
    #expect(
      rows == [
        "toy run: passed 0 run:toy-1",
        "toy repeat: failed 0 run:toy-1",
        "toy growth-below: failed 12 model:toy#growth-below",
        "toy e0: passed 20 model:toy#e0",
        "toy e1: skipped 21 model:toy#e1",
        "toy e2: error 22 model:toy#e2",
        "toy control c0 breaks e1: failed 21 model:toy#e1",
        "toy control c1 breaks e1: passed 21 model:toy#e1",
        "toy control c2 breaks e1: failed 21 model:toy#e1",
        "toy control c3 breaks e1: error 21 model:toy#e1",
        "slow run: error 0 run:slow-1",
        "slow growth-below: skipped 12 model:slow#growth-below",
        "new run: skipped 0 model:new",
      ])
    #expect(
      checks.map(\.message) == [
        "", "diverges from the run before it: equal causes gave unequal numbers",
        "contradicted: growth is 2", "", "inconclusive: why, 50 %", "not evaluated: why, 50 %",
        "control c0 does not break e1: the bound is toothless: so", "",
        "control c2 may not break e1: it is not shown to have teeth: so",
        "control c3 gave nothing to judge e1 by: so",
        "1 of 4 tasks was lost, 1 of 4 tasks ran out of time",
        "not evaluated: 2 of 4 tasks did not end well", "not run: not asked",
      ])
    #expect(
      checks.map(\.details).filter { !$0.isEmpty } == [
        "alpha = 1, seed 1:\n\nalpha = 0.5, seed 2:\ntoo slow\n::error::x"
      ])
    var refused = Self.bad.record
    (refused.outcome, refused.message, refused.tasks) = (.refused, "no sandbox", [])
    let check = RunCheck.checks(RunSamples.report(refused))[0]
    #expect(check.status == .skipped && check.message == "it was refused")
    #expect(check.details == "no sandbox")
    // One task without a place needs no heading.
    var single = Self.bad.record
    single.tasks = [TaskResult(task: RunTask(), outcome: .timeout, message: "too slow")]
    #expect(RunCheck.checks(RunSamples.report(single))[0].details == "too slow")
  }

  @Test func tap() {
    #expect(
      TAPDocument.lines([Self.good, Self.bad], unrun: Self.unrun) == [
        "TAP version 14", "1..13", "ok 1 - toy: run", "not ok 2 - toy: repeat", "  ---",
        "  message: \"diverges from the run before it: equal causes gave unequal numbers\"",
        "  severity: fail", "  address: \"run:toy-1\"", "  at:", "    file: \"models/toy.md\"",
        "    line: 1", "  ...", "not ok 3 - toy: growth-below", "  ---",
        "  message: \"contradicted: growth is 2\"", "  severity: fail",
        "  address: \"model:toy#growth-below\"", "  at:", "    file: \"models/toy.md\"",
        "    line: 12", "  ...", "ok 4 - toy: e0",
        "ok 5 - toy: e1 # SKIP inconclusive: why, 50 %", "not ok 6 - toy: e2", "  ---",
        "  message: \"not evaluated: why, 50 %\"", "  severity: error",
        "  address: \"model:toy#e2\"", "  at:", "    file: \"models/toy.md\"", "    line: 22",
        "  ...", "not ok 7 - toy: control c0 breaks e1", "  ---",
        "  message: \"control c0 does not break e1: the bound is toothless: so\"",
        "  severity: fail", "  address: \"model:toy#e1\"", "  at:",
        "    file: \"models/toy.md\"", "    line: 21", "  ...",
        "ok 8 - toy: control c1 breaks e1", "not ok 9 - toy: control c2 breaks e1", "  ---",
        "  message: \"control c2 may not break e1: it is not shown to have teeth: so\"",
        "  severity: fail", "  address: \"model:toy#e1\"", "  at:",
        "    file: \"models/toy.md\"", "    line: 21", "  ...",
        "not ok 10 - toy: control c3 breaks e1", "  ---",
        "  message: \"control c3 gave nothing to judge e1 by: so\"", "  severity: error",
        "  address: \"model:toy#e1\"", "  at:", "    file: \"models/toy.md\"", "    line: 21",
        "  ...", "not ok 11 - slow: run", "  ---",
        "  message: \"1 of 4 tasks was lost, 1 of 4 tasks ran out of time\"",
        "  severity: error", "  address: \"run:slow-1\"",
        "  output: \"alpha = 1, seed 1:\\n\\nalpha = 0.5, seed 2:\\ntoo slow\\n::error::x\"",
        "  ...",
        "ok 12 - slow: growth-below # SKIP not evaluated: 2 of 4 tasks did not end well",
        "ok 13 - new: run # SKIP not run: not asked",
      ])
  }

  @Test func github() {
    #expect(
      GitHubAnnotations.lines([Self.good, Self.bad], unrun: Self.unrun) == [
        "::error file=models/toy.md,line=1,title=toy%3A repeat::diverges from the run before it: "
          + "equal causes gave unequal numbers",
        "::error file=models/toy.md,line=12,title=toy%3A growth-below::contradicted: growth is 2",
        "::warning file=models/toy.md,line=21,title=toy%3A e1::inconclusive: why, 50 %25",
        "::error file=models/toy.md,line=22,title=toy%3A e2::not evaluated: why, 50 %25",
        "::error file=models/toy.md,line=21,title=toy%3A control c0 breaks e1::control c0 does not "
          + "break e1: the bound is toothless: so",
        "::error file=models/toy.md,line=21,title=toy%3A control c2 breaks e1::control c2 may not "
          + "break e1: it is not shown to have teeth: so",
        "::error file=models/toy.md,line=21,title=toy%3A control c3 breaks e1::control c3 gave "
          + "nothing to judge e1 by: so",
        "::error title=slow%3A run::1 of 4 tasks was lost, 1 of 4 tasks ran out of time%0Aalpha = "
          + "1, seed 1:%0A%0Aalpha = 0.5, seed 2:%0Atoo slow%0A::error::x",
        "::warning title=slow%3A growth-below::not evaluated: 2 of 4 tasks did not end well",
        "::warning file=models/new.md,line=1,title=new%3A run::not run: not asked",
      ])
  }

  @Test func junit() throws {
    let root = try WellFormed.root(
      of: JUnitDocument.text([Self.good, Self.bad], unrun: Self.unrun))
    #expect(
      root.attributes == [
        "name": "dictum", "tests": "13", "failures": "4", "errors": "3", "time": "100.500",
      ])
    #expect(
      root.children.map(\.attributes) == [
        [
          "name": "toy", "tests": "10", "failures": "4", "errors": "2", "skipped": "1",
          "time": "75.000", "timestamp": "2026-11-21T00:00:00",
        ],
        [
          "name": "slow", "tests": "2", "failures": "0", "errors": "1", "skipped": "1",
          "time": "25.500", "timestamp": "2026-11-21T00:00:00",
        ],
        [
          "name": "new", "tests": "1", "failures": "0", "errors": "0", "skipped": "1",
          "time": "0.000",
        ],
      ])
    let properties = root.children[0].all("property").map {
      "\($0.attributes["name"] ?? "") = \($0.attributes["value"] ?? "")"
    }
    #expect(
      properties == [
        "run = run:toy-1", "sandbox = landlock", "card = models/toy.md",
        "input model.py = " + String(repeating: "a", count: 64), "param N = 3",
      ])
    let cases = root.all("testcase")
    #expect(cases.map { $0.attributes["classname"] ?? "" }.prefix(2) == ["model:toy", "model:toy"])
    #expect(
      cases.map { $0.attributes["time"] } == ["75.000"] + Array(repeating: "0.000", count: 9)
        + ["25.500", "0.000", "0.000"])
    let results = cases.map { test in
      test.children.first.map { "\($0.name) \($0.attributes["type"] ?? "-"): \($0.text)" } ?? ""
    }
    #expect(
      results == [
        "", "failure contradicted: models/toy.md:1\nrun:toy-1",
        "failure contradicted: models/toy.md:12\nmodel:toy#growth-below", "", "skipped -: ",
        "error blocked: models/toy.md:22\nmodel:toy#e2",
        "failure contradicted: models/toy.md:21\nmodel:toy#e1", "",
        "failure contradicted: models/toy.md:21\nmodel:toy#e1",
        "error blocked: models/toy.md:21\nmodel:toy#e1",
        "error blocked: run:slow-1\nalpha = 1, seed 1:\n\nalpha = 0.5, seed 2:\ntoo slow\n"
          + "::error::x",
        "skipped -: ", "skipped -: ",
      ])
    let messages = cases.compactMap { $0.children.first?.attributes["message"] }
    let checks = RunCheck.checks([Self.good, Self.bad], unrun: Self.unrun)
    #expect(messages == checks.map(\.message).filter { !$0.isEmpty })
    var odd = Self.bad
    odd.record.seconds = .infinity
    #expect(
      try WellFormed.root(of: JUnitDocument.text([odd])).children[0].attributes["time"] == "0")
  }

  /// What a parser makes of an attribute that holds line ends and tabs: a space each, unless they
  /// are written as references (XML 1.0, section 3.3.3).
  @Test func attributesKeepTheirLineEnds() {
    let node = XMLNode.element("a", ["b": "x\n\ty\"<>&"], .text("]]>\n\t\"'"))
    #expect(
      node.source == "<a b=\"x&#10;&#9;y&quot;&lt;&gt;&amp;\">]]&gt;\n\t\"'</a>")
  }

  @Test func crate() throws {
    var report = Self.bad
    report.record.subject.sweep = [.init(param: "alpha", values: [.double(0.5), .null])]
    report.record.subject.inputs["gone.py"] = "gg"
    report.record.verdicts[0].estimate = .infinity
    let files = [
      ROCrate.File(
        path: "model/model.py", role: .input, sha256: String(repeating: "a", count: 64), bytes: 3),
      ROCrate.File(path: "model/model.md", role: .card, sha256: "y", bytes: 4),
      ROCrate.File(path: "run.json", role: .record, sha256: "z", bytes: 5),
    ]
    func graph(agent: String?, license: String?) throws -> [String: [String: Any]] {
      let text = try ROCrate(
        report, files: files, publishedAt: "2026-11-22", agent: agent, license: license
      ).metadata()
      let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let graph = try #require(document?["@graph"] as? [[String: Any]])
      return Dictionary(graph.map { ($0["@id"] as? String ?? "", $0) }) { first, _ in first }
    }
    func ids(_ value: Any?) -> [String] {
      if let one = value as? [String: Any] { return [one["@id"] as? String ?? ""] }
      return (value as? [Any])?.flatMap { ids($0) } ?? []
    }
    let entities = try graph(agent: "Ada Okafor  <https://example.org/ada>", license: "urn:x")
    let root = try #require(entities["./"])
    #expect(ids(root["hasPart"]) == ["model/model.py", "model/model.md", "run.json"])
    #expect(ids(root["license"]) == ["urn:x"] && ids(root["author"]) == ["https://example.org/ada"])
    #expect(root["datePublished"] as? String == "2026-11-22")
    let action = try #require(entities["run:slow-1"])
    #expect(
      ids(action["object"]) == [
        "model/model.py", "#input-gone.py", "#param-N", "#sweep-alpha", "#seeds",
      ])
    #expect(ids(action["result"]) == ["run.json", "#result-growth-below"])
    #expect(ids(action["agent"]) == ["https://example.org/ada"])
    #expect(ids(action["environment"]) == ["#environment-os"])
    #expect(ids(action["instrument"]) == ["model:slow"])
    #expect(action["startTime"] as? String == "2026-11-21T00:00:00+00:00")
    #expect(action["endTime"] as? String == "2026-11-21T00:00:26+00:00")
    #expect(action["error"] as? String == "ran out of time: too slow")
    func text(_ id: String, _ key: String) -> String? { entities[id]?[key] as? String }
    #expect(text("https://example.org/ada", "name") == "Ada Okafor")
    #expect(text("#sweep-alpha", "value") == "[0.5,null]")
    #expect(text("#seeds", "value") == "1, 2")
    #expect(entities["#param-N"]?["value"] as? Int == 3)
    #expect(text("#result-growth-below", "value") == "inf")
    #expect(
      text("#result-growth-below", "description") == "not evaluated: growth, expected < 1")
    #expect(text("#input-gone.py", "sha256") == "gg")
    #expect(text("run.json", "sha256") == "z" && text("run.json", "contentSize") == "5")
    #expect(ids(entities["model:slow"]?["subjectOf"]) == ["model/model.md"])
    #expect(text("model:slow", "softwareVersion") == "gg+aaaaaaaaaaaa")
    let nameless = try graph(agent: "<https://example.org/bo>", license: nil)
    #expect(nameless["https://example.org/bo"]?["name"] as? String == "https://example.org/bo")
    #expect(nameless["./"]?["license"] == nil)
    let plain = try graph(agent: "Ada < Bo", license: nil)
    #expect(plain["#agent"]?["name"] as? String == "Ada < Bo")
    let nobody = try graph(agent: nil, license: nil)
    #expect(nobody["./"]?["author"] == nil && nobody["run:slow-1"]?["agent"] == nil)
    #expect(ROCrate.encoded("a b\n~é") == "a%20b%0A~%C3%A9")
  }
}
