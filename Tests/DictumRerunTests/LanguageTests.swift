import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// Existing programs of several languages, run as they are.
@Suite(.serialized) struct LanguageTests {
  private func run(
    _ model: TestModel, in sandbox: Sandbox, _ card: ModelCard
  ) async throws -> RunRecord {
    let rerunner = model.rerunner(sandbox)
    let plan = try await rerunner.plan(card, folder: model.folder)
    try rerunner.approve(plan, path: "toy/model.md")
    let backend = LocalBackend(jobs: 1, sandbox: sandbox, temporary: rerunner.temporary)
    let record = try await rerunner.run(plan, on: backend)
    rerunner.finish(record)
    return record
  }

  /// What of the contract each language sees, said by itself.
  @Test(arguments: [
    (["python3", "m.py"], "m.py", "import os; print('rate =', os.environ['DICTUM_PARAM_rate'])"),
    (["sh", "m.sh"], "m.sh", "echo \"rate: $DICTUM_PARAM_rate\""),
    (["awk", "BEGIN { print \"rate =\", ENVIRON[\"DICTUM_PARAM_rate\"] }"], "m", ""),
    (["awk", "-v", "r={rate}", "{{print}} END { print \"rate = \" r }", "m.txt"], "m.txt", "x"),
    (["perl", "m.pl"], "m.pl", "print \"rate = $ENV{DICTUM_PARAM_rate}\\n\";"),
    (["sh", "-c", "cp \"$1\" \"$DICTUM_OUT/metrics.json\"", "sh", "{params}"], "m", ""),
  ])
  func scripts(_ command: [String], _ name: String, _ text: String) async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      try model.write(text, to: name)
      let record = try await run(
        model, in: sandbox,
        ModelCard(
          id: "toy", title: "Toy", command: command, inputs: [name], params: ["rate": .double(0.5)],
          expectations: [.init(id: "rate", metric: "rate", op: .equal, value: 0.5)]))
      #expect(record.outcome == .ok, "\(command): \(record.message)")
      #expect(record.verdicts.map(\.verdict) == [.holds])
    }
  }

  /// The whole of the contract, as one task of a sweep sees it.
  @Test func theContract() async throws {
    let script = """
      env | grep '^DICTUM_' | sort | grep -v -e RUN_ID -e DICTUM_OUT -e DICTUM_PARAMS= >&2
      echo "seeds = $DICTUM_SEEDS_TOTAL"; echo "task = $DICTUM_TASK_ID"; echo "n = $DICTUM_PARAM_n"
      test -n "$DICTUM_RUN_ID" && test -d "$DICTUM_OUT" && test -f "$DICTUM_PARAMS"
      test -z "$DICTUM_PARAM_list" && echo "none: 1"
      """
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      try model.write(script, to: "m.sh")
      let record = try await run(
        model, in: sandbox,
        ModelCard(
          id: "toy", title: "Toy", command: ["sh", "m.sh"], inputs: ["m.sh"],
          params: ["n": .int(0), "list": .list([.int(1)]), "a b": .int(1)],
          sweep: [.init(param: "n", values: [.int(7), .int(8)])],
          seeds: .init(base: 1, replicates: 2)))
      #expect(record.outcome == .ok, "\(record.message)")
      #expect(record.tasks.map { $0.metrics["n"] } == [7, 7, 8, 8])
      #expect(record.tasks.map { $0.metrics["task"] } == [0, 1, 2, 3])
      #expect(record.tasks.allSatisfy { $0.metrics["seeds"] == 2 && $0.metrics["none"] == 1 })
    }
  }

  /// Built once for each content, shown read-only to every run.
  @Test func builtPrograms() async throws {
    for sandbox in await Sandboxes.all() {
      let model = try TestModel()
      try model.write(
        "#include <stdio.h>\nint main(int c, char **v) { printf(\"x = %s\\n\", v[1]); }",
        to: "m.c")
      var card = ModelCard(
        id: "toy", title: "Toy", command: ["{build}/m", "{x}"],
        build: ["cc", "-o", "{build}/m", "m.c"], inputs: ["m.c"], params: ["x": .int(3)],
        sweep: [.init(param: "x", values: [.int(1), .int(2)])])
      let first = try await run(model, in: sandbox, card)
      #expect(first.outcome == .ok, "\(first.message)")
      #expect(first.tasks.map { $0.metrics["x"] } == [1, 2])
      // Another parameter needs no other program, other source text does.
      card.sweep[0].values = [.int(5)]
      #expect(try await run(model, in: sandbox, card).tasks.map { $0.metrics["x"] } == [5])
      #expect(builds(model).count == 1)
      try model.write(
        "#include <stdio.h>\nint main(void) { printf(\"x = 9\\n\"); }", to: "m.c")
      #expect(try await run(model, in: sandbox, card).tasks.map { $0.metrics["x"] } == [9])
      #expect(builds(model).count == 2)
      try model.write("int main(void) { return }", to: "m.c")
      let failed = try await run(model, in: sandbox, card)
      #expect(failed.outcome == .failed)
      #expect(failed.message.hasPrefix("the build failed: exit status 1\n"))
      #expect(failed.message.contains("error"))
      #expect(failed.tasks.count == 1)
      #expect(builds(model).count == 2)
      #expect(model.leftovers.isEmpty)
    }
  }

  /// A build can write nowhere but in `{build}`, and what a run finds there it cannot change.
  @Test func buildsAreShutIn() async throws {
    guard let sandbox = await Sandboxes.all().first(where: { $0.kind != .none }) else { return }
    let model = try TestModel()
    try model.write("x", to: "m.txt")
    let build = """
      echo x >>m.txt 2>/dev/null && echo 1 >"$1/wrote"
      echo ok >"$1/fine"; ln -s /etc/passwd "$1/link"; mkfifo "$1/pipe"; chmod 4777 "$1/fine"
      """
    let command = """
      cd "$1"; test -e wrote || echo "inputs = 1"; test -e pipe || echo "pipe = 0"
      test -u fine || echo "setuid = 0"; echo y >fine 2>/dev/null || echo "kept = 1"
      cat link >/dev/null 2>&1 || echo "link = 0"
      """
    let record = try await run(
      model, in: sandbox,
      ModelCard(
        id: "toy", title: "Toy", command: ["sh", "-c", command, "sh", "{build}"],
        build: ["sh", "-c", build, "sh", "{build}"], inputs: ["m.txt"]))
    let expected: [String: Double] = [
      "inputs": 1, "pipe": 0, "setuid": 0, "kept": 1, "link": 0,
    ]
    #expect(record.tasks.first?.metrics == expected, "\(record.message)")
    #expect(record.outcome == .ok)
  }

  /// Swift lies outside /usr here; the card shows its folder, whose programs are then found by name.
  @Test func swift() async throws {
    let places = ["/opt/swift/usr", "/usr/libexec/swift", "/usr"]
    guard
      let toolchain = places.first(where: {
        FileManager.default.isExecutableFile(atPath: $0 + "/bin/swiftc")
      })
    else {
      print("Swift is not where it is looked for: skipped")
      return
    }
    for sandbox in await Sandboxes.all().suffix(1) {
      let model = try TestModel()
      try model.write(
        """
        import Glibc
        srand48(Int(CommandLine.arguments[1]) ?? 0)
        print("mean =", (0..<100_000).reduce(0.0) { sum, _ in sum + drand48() } / 100_000)
        """, to: "model.swift")
      let record = try await run(
        model, in: sandbox,
        ModelCard(
          id: "toy", title: "Toy", command: ["{build}/model", "{seed}"],
          build: ["swiftc", "-O", "-static-stdlib", "-o", "{build}/model", "model.swift"],
          inputs: ["model.swift"], seeds: .init(base: 1, replicates: 4),
          expectations: [
            .init(id: "half", metric: "mean", op: .equal, value: 0.5, margin: 0.01)
          ],
          policy: .init(read: [toolchain])))
      #expect(record.outcome == .ok, "\(record.message)")
      #expect(record.verdicts.map(\.verdict) == [.holds])
      #expect(builds(model).count == 1)
    }
  }

  /// The recipes of docs/models.md, where somebody followed them.
  @Test(arguments: ["jupyter", "papermill"]) func notebooks(_ program: String) async throws {
    let tools = "/opt/notebooks"
    guard FileManager.default.isExecutableFile(atPath: tools + "/bin/" + program) else {
      print("\(program) is not in \(tools): notebooks skipped")
      return
    }
    let notebook = """
      {"cells": [
        {"cell_type": "code", "id": "a", "execution_count": null, "outputs": [],
         "metadata": {"tags": ["parameters"]}, "source":
           "import json, os\\nx = json.load(open(os.environ['DICTUM_PARAMS']))['x']"},
        {"cell_type": "code", "id": "b", "execution_count": null, "outputs": [], "metadata": {},
         "source": "json.dump({'y': 2 * x}, open(os.environ['DICTUM_OUT'] + '/metrics.json', 'w'))"}
      ], "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
      """
    for sandbox in await Sandboxes.all().suffix(1) {
      let model = try TestModel()
      try model.write(notebook, to: "model.ipynb")
      let record = try await run(
        model, in: sandbox,
        ModelCard(
          id: "toy", title: "Toy",
          command: program == "jupyter"
            ? [
              "jupyter", "nbconvert", "--to", "notebook", "--execute", "--output-dir", "{out}",
              "model.ipynb",
            ]
            : [
              "papermill", "model.ipynb", "{out}/model.ipynb", "-f", "{params}",
              "--no-progress-bar", "-k", "python3",
            ],
          inputs: ["model.ipynb"], params: ["x": .int(21)], outputs: ["model.ipynb"],
          expectations: [.init(id: "y", metric: "y", op: .equal, value: 42)],
          limits: .init(wallSeconds: 120, memoryMiB: 2048, outputMiB: 64, processes: 256),
          policy: .init(network: true, read: [tools])))
      #expect(record.outcome == .ok, "\(record.message)")
      #expect(record.verdicts.map(\.verdict) == [.holds])
      #expect(record.tasks.first?.outputs.map(\.path) == ["model.ipynb"])
    }
  }

  private func builds(_ model: TestModel) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: model.root + "/cache/builds")) ?? []
  }
}
