import DictumModel
import DictumTestSupport
import Foundation
import Glibc
import Testing

@testable import DictumRerun

/// Cards for scripts that have none.
@Suite struct DraftTests {
  @Test(arguments: [
    ("a.py", "", ["python3", "a.py"], []),
    ("a.py", "#!/usr/bin/env -S python3 -u\n", ["python3", "-u", "a.py"], []),
    ("a", "#!/bin/sh\r\n", ["sh", "a"], []), ("a", "#! /usr/bin/awk -f\n", ["awk", "-f", "a"], []),
    ("a.x", "#!/opt/tool/bin/x\n", ["/opt/tool/bin/x", "a.x"], []),
    ("a.AWK", "", ["awk", "-f", "a.AWK"], []), ("a.R", "", ["Rscript", "a.R"], []),
    ("a.b.c", "", ["{build}/a.b"], ["cc", "-O2", "-o", "{build}/a.b", "a.b.c", "-lm"]),
    ("a.swift", "", ["{build}/a"], ["swiftc", "-O", "-o", "{build}/a", "a.swift"]),
  ])
  func languages(_ name: String, _ text: String, _ command: [String], _ build: [String]) {
    let language = ScriptLanguage(name: name, bytes: Array(text.utf8))
    #expect(language?.command == command && language?.build == build)
  }

  @Test(arguments: [("a", ""), ("a.txt", ""), ("a", "#!\n"), ("py", ""), ("a", "#!/usr/bin/env\n")])
  func unknownLanguages(_ name: String, _ text: String) {
    #expect(ScriptLanguage(name: name, bytes: Array(text.utf8)) == nil)
  }

  @Test func inputs() throws {
    let model = try TestModel()
    try model.write("import tools, json\nopen('data/a.csv')", to: "walk.py")
    try model.write("from more import x\n# imports nothing else: used", to: "tools.py")
    try model.write("", to: "more.py")
    try model.write("", to: "used.py")
    try model.write("1,2", to: "data/a.csv")
    try model.write("3,4", to: "data/b.csv")
    try model.write("walk.py", to: "model.md")
    #expect(
      ScriptInputs(folder: model.folder).inputs(of: "walk.py")
        == ["walk.py", "data/a.csv", "more.py", "tools.py"])
  }

  @Test(arguments: [
    ("walk", "walk"), ("tail[Q2]/a b", "tail-Q2-a-b"), ("é", "model"), ("", "model"),
    ("a.b", "a.b"),
  ])
  func slugs(_ text: String, _ slug: String) { #expect(CardDraft.slug(text) == slug) }

  @Test func theDraft() {
    let card = ModelCard(
      id: "walk", title: "A: walk", command: ["python3", "walk.py", "yes"], inputs: ["walk.py"],
      policy: .init(read: ["/opt/my tools"]))
    let trial = ModelTrial(
      outcome: .ok, file: "out.csv", metrics: ["rms x": 9.87654, "n": 4, "zero": 0],
      outputs: ["a.svg"])
    #expect(
      CardDraft(card, trial: trial).text == """
        ---
        type: model
        schema: dictum-model/1
        id: walk
        title: "A: walk"
        run:
          command: [python3, walk.py, "yes"]
          inputs: [walk.py]
        # params: {alpha: 0.25}   # the script finds them in $DICTUM_PARAMS, a JSON file
        # seeds: {base: 1, replicates: 8}   # for chance: the seed is in $DICTUM_SEED
        metrics: {file: out.csv}
        # outputs: [a.svg]
        # What one run gave. Put bounds of your own in place of these, say why, and take the # away.
        # expect:
        #   - id: n
        #     claim: "[[note#^claim]]"
        #     metric: "n"
        #     op: "=="
        #     value: 4
        #     margin: 0.2
        #     basis: "seen once, not derived"
        #   - id: rms-x
        #     claim: "[[note#^claim]]"
        #     metric: "rms x"
        #     op: "=="
        #     value: 9.877
        #     margin: 0.4938
        #     basis: "seen once, not derived"
        #   - id: zero
        #     claim: "[[note#^claim]]"
        #     metric: zero
        #     op: "=="
        #     value: 0
        #     margin: 0
        #     basis: "seen once, not derived"
        limits: {wall_s: 60, cpu_s: 60, mem_mb: 1024}
        sandbox: {read: ["/opt/my tools"]}
        ---

        # A: walk

        What the model is, what it assumes, and what it cannot show.

        """)
  }

  /// One run, of which all that it left is looked at.
  @Test func aTrial() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      try model.write(
        """
        echo "a = 1"; cd "$DICTUM_OUT"; echo '{"b": 2}' >fit.json; echo x >plot.svg; echo "" >a.csv
        """, to: "m.sh")
      let card = ModelCard(id: "toy", title: "T", command: ["sh", "m.sh"], inputs: ["m.sh"])
      let rerunner = model.rerunner(sandbox)
      let plan = try await rerunner.plan(card, folder: model.folder)
      await #expect(throws: RerunError.notApproved(model: "toy")) {
        try await rerunner.trial(plan)
      }
      try rerunner.approve(plan, path: "toy/model.md")
      let trial = try await rerunner.trial(plan)
      #expect(trial.outcome == .ok, "\(trial.message)")
      #expect(trial.file == "fit.json" && trial.metrics == ["a": 1, "b": 2])
      #expect(trial.outputs == ["a.csv", "plot.svg"])
      #expect(model.leftovers.isEmpty)
    }
  }

  @Test func toolFolders() throws {
    let model = try TestModel()
    try model.write("", to: "tools/bin/tool-of-nobody")
    chmod(model.folder + "/tools/bin/tool-of-nobody", 0o755)
    let path = "relative:/nowhere:\(model.folder)/tools/bin"
    func folder(_ program: String, home: String?) -> String? {
      ToolFolder.folder(of: program, path: path, home: home)
    }
    #expect(folder("tool-of-nobody", home: nil) == model.folder + "/tools")
    #expect(folder("tool-of-nobody", home: model.folder) == model.folder + "/tools")
    #expect(folder("tool-of-nobody", home: model.folder + "/tools") == nil)
    #expect(folder("tool-of-nobody", home: model.folder + "/tools/deep") == nil)
    #expect(folder("sh", home: nil) == nil && folder("no-such-tool", home: nil) == nil)
    #expect(folder("/bin/sh", home: nil) == nil)
  }

  /// docs/models.md names every variable that a run gets, and no other.
  @Test func theDocsNameEveryVariable() throws {
    let page = try String(
      contentsOf: SharedCorpora.repository.appendingPathComponent("docs/models.md"), encoding: .utf8
    )
    let table = try #require(page.range(of: "| variable | holds |\n"))
    let rows = page[table.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("|") }.dropFirst()
    let named = rows.flatMap { row in
      row.split(separator: "|").first.map { cell in
        cell.split(separator: "`").filter { $0.first?.isLetter == true }.map(String.init)
      } ?? []
    }
    let environment = RunEnvironment(
      model: "m", runID: "r", seed: 1, params: "p", out: "o", home: "h", values: ["NAME": .int(1)])
    #expect(named.sorted() == environment.variables.keys.sorted())
  }
}
